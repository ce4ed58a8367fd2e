import { isFormula } from '../marks/formula.rule.ts';
import { type LeadDirectory, natureOfLead } from './lead-directory.rule.ts';

export interface LeadsReading {
  /** Names or posts as printed, one each. */
  readonly leads: readonly string[];
  /** What the cell says beside the names: "supported with external resource". */
  readonly notes: readonly string[];
  /** Names that stood together without a mark between them and were told apart. */
  readonly cutApart: boolean;
}

const NOTE = /\s*\(([^()]*)\)/g;
/** Words between a lead and those who only help: both are leads. */
const WITH =
  /\s*\b(?:in\s+(?:consultation|liaison|conjunction|partnership)\s+with|supported\s+by|with\s+support\s+(?:from|of)|with\s+input\s+from)\s+/gi;
/** Marks that always part two leads. */
const HARD = /\s*(?:[;/|\n•]|\bvia\b\s*[-–—]?)\s*/i;
/** Marks that part two leads, unless they stand inside the title of one post. */
const SOFT = /\s+(?:and|&|\+)\s+|\s*,\s+|\s+[-–—]\s+/i;
/** A post and the one who holds it, in either order: "Chair of the Trust – Ann Hope". */
const HELD = /^(.+?)\s+[-–—]\s+(.+)$/;

/**
 * Reads a leads cell into names and posts, one each. Marks part them; names run together without a mark are parted where
 * the directory knows one of them. Of "Chair of the Trust – Ann Hope" the person is the lead and the post a note;
 * brackets are notes too. A formula is kept whole.
 */
export function readLeads(printed: string, directory: LeadDirectory): LeadsReading {
  // Its marks are a formula's, and part no names.
  if (isFormula(printed)) return { leads: [printed.trim()], notes: [], cutApart: false };
  const notes: string[] = [];
  const text = printed
    .replace(NOTE, (_, note: string) => {
      notes.push(note.trim());
      return ' ';
    })
    .replace(WITH, ' ; ');
  let cutApart = false;
  const leads = text
    .split(HARD)
    .map((piece) => holderOf(piece.trim(), notes))
    .flatMap(splitSoftly)
    .flatMap((piece) => {
      const apart = cutNames(piece, directory);
      if (apart.length > 1) cutApart = true;
      return apart;
    })
    .map(tidy)
    .filter((lead) => /\p{L}/u.test(lead));
  return { leads: [...new Set(leads)], notes: notes.filter((note) => note !== ''), cutApart };
}

function holderOf(text: string, notes: string[]): string {
  const [, left = '', right = ''] = HELD.exec(text) ?? [];
  const [first, second] = [natureOfLead(left), natureOfLead(right)];
  if (first === 'post' && second === 'person') {
    notes.push(left);
    return right;
  }
  if (first === 'person' && second === 'post') {
    notes.push(right);
    return left;
  }
  return text;
}

function splitSoftly(text: string): readonly string[] {
  const mark = SOFT.exec(text);
  if (mark === null) return [text];
  const left = text.slice(0, mark.index);
  const right = text.slice(mark.index + mark[0].length);
  if (partsThePosts(mark[0], left, right)) return [left, ...splitSoftly(right)];
  // Not a border: look for the next mark, and keep what stands before it whole.
  const [head = '', ...tail] = splitSoftly(right);
  return [`${left}${mark[0]}${head}`, ...tail];
}

/** "Head of Quality and Practice" is one post; "Head of Quality and Jo Poole" is a post and a person. */
function partsThePosts(mark: string, left: string, right: string): boolean {
  const first = SOFT.exec(right);
  const next = first === null ? right : right.slice(0, first.index);
  if (natureOfLead(left) !== 'post') return true;
  const nature = natureOfLead(next);
  if (nature === 'person' || nature === 'partners')
    return !/,/.test(mark) || nature === 'partners' || PERSON_SURE.test(next);
  return (
    nature === 'post' &&
    /^(?:the\s+)?(?:interim |assistant |deputy |acting |service |team )*(?:heads?|directors?|managers?|chairs?|chief|leads?|head teachers?)\b/i.test(
      next,
    )
  );
}

/** After a comma a pair of capitals may be a service ("Head of Service, Early Help"), so it must not end like one. */
const PERSON_SURE =
  /^(?!.*\b(?:help|care|support|safeguarding|practice|quality|services?|families|children|education|learning)\b)/i;

function cutNames(text: string, directory: LeadDirectory): readonly string[] {
  if (directory.isKnown(text)) return [text];
  const cut = directory.cut(text);
  if (cut !== null)
    return cut.every((piece) => piece.split(' ').length >= 2 || natureOfLead(piece) !== 'other')
      ? cut
      : [text];
  // Two first names and two family names in a row, none of them known: two people.
  const words = text.split(/\s+/);
  const halves = [words.slice(0, 2).join(' '), words.slice(2).join(' ')];
  return words.length === 4 && halves.every((half) => natureOfLead(half) === 'person') ? halves : [text];
}

function tidy(lead: string): string {
  return lead.replace(/\s+/g, ' ').replace(/^[-–—:*\s]+|[-–—:,;.*\s]+$/g, '');
}

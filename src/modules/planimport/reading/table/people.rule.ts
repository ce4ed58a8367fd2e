import type { Block } from '../../../../platform/intake/source-document.ts';
import { readHeaderRow } from './columns.rule.ts';
import type { ColumnRole, Person } from '../../../improvement/index.ts';

const TABLE =
  /\b(?:leads?|names?|owners?|officers?|post\s?holders?)\b.*\b(?:job )?(?:titles?|roles?|posts?|designations?)\b/i;
const HEADER = /^(?:names?|leads?|officers?|job titles?|titles?|roles?|posts?)$/i;
/** "The Heads of Service for X are A – East; B – West (job share)". */
const POST_HELD_BY =
  /^(?:the\s+)?([A-Z][\p{L}'’ ]*?\b(?:heads?|directors?|managers?|officers?|leads?|chairs?)\b[\p{L}'’ ]*?|(?:heads?|directors?|managers?|chairs?)\b[\p{L}'’ ]*?)(?:\s+for\s+([^:;]+?))?\s+(?:are|is)\s*:?\s+(.+;.+)$/iu;

const NOTHING_CHOSEN: ReadonlyMap<string, ColumnRole> = new Map();

/** Longest heading that can still be the title of a table of names. */
const LONGEST_HEADING = 80;

/**
 * The people of a plan with their job titles: the table under a heading such as "Leads and job titles", and sentences
 * that name the holders of a shared post.
 */
export function readPeople(blocks: readonly Block[]): readonly Person[] {
  const people = new Map<string, Person>();
  let inTable = false;
  for (const block of blocks) {
    if (block.kind !== 'row') {
      inTable = block.text.length <= LONGEST_HEADING && TABLE.test(block.text);
      for (const holder of holdersOf(block)) people.set(holder.name, merged(people.get(holder.name), holder));
      continue;
    }
    // The rows of a plan are no people, whatever the words above its table speak of.
    if (inTable && readHeaderRow(block, NOTHING_CHOSEN) !== null) inTable = false;
    const [name = '', title = '', ...more] = block.cells
      .map((cell) => cell.text)
      .filter((text) => text !== '');
    if (inTable && title !== '' && more.length === 0 && !HEADER.test(name)) {
      people.set(name, merged(people.get(name), person(name, title, block.place)));
    }
  }
  return [...people.values()];
}

function person(name: string, jobTitle: string, source: Person['source']): Person {
  return {
    name,
    jobTitle,
    interim: /\b(?:interim|acting)\b/i.test(jobTitle),
    jobShare: /\bjob[- ]?share\b/i.test(jobTitle),
    holds: [],
    source,
  };
}

function holdersOf(block: Exclude<Block, { kind: 'row' }>): readonly Person[] {
  const match = POST_HELD_BY.exec(block.text);
  if (match?.[1] === undefined || match[3] === undefined) return [];
  const post = match[1].trim();
  return match[3].split(';').flatMap((piece): Person[] => {
    const [name = '', ...where] = piece
      .trim()
      .replace(/\.$/, '')
      .split(/\s+[-–—]\s+/);
    if (!/^\p{Lu}[\p{L}'’-]+(?:\s+\p{Lu}[\p{L}'’-]+)+$/u.test(name)) return [];
    const of = where.join(' – ').replace(/\s*\(job[- ]?share\)/i, '');
    const title = [singular(post), match[2], of]
      .filter((part) => part !== undefined && part !== '')
      .join(', ');
    return [{ ...person(name, title, block.place), jobShare: /job[- ]?share/i.test(piece), holds: [post] }];
  });
}

function singular(post: string): string {
  return post.replace(/^(head|director|manager|officer|lead|chair)s\b/i, '$1');
}

function merged(before: Person | undefined, now: Person): Person {
  if (before === undefined) return now;
  return {
    ...before,
    jobTitle: before.jobTitle ?? now.jobTitle,
    interim: before.interim || now.interim,
    jobShare: before.jobShare || now.jobShare,
    holds: [...new Set([...before.holds, ...now.holds])],
  };
}

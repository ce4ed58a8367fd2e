const NUMBER_WORDS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const LEVEL =
  'priority|theme|strand|work\\s?stream|programme|pillar|domain|goal|aim|objective|improvement area|area';
const PRIORITY = new RegExp(
  String.raw`^(?:key |strategic |improvement )?(${LEVEL})(?: area)?\s+(\d{1,2}|${NUMBER_WORDS.join('|')})\b(?!\.\d)\s*[:.–—-]*\s*(.*)$`,
  'i',
);
const OUTCOME =
  /^(?:outcome|objective|aim|goal)?\s*(\d{1,2}\.\d{1,2})(?!\.?\d)\.?\s*[-–—:]?\s*(?:(?:outcome|objective|aim|goal)s?\b\s*[-–—:.]?\s*)?(.*)$/is;
const OUTCOME_WORD =
  /^(?:(?:outcome|objective|aim|goal)\s*\d|\d{1,2}\.\d{1,2}\.?\s*[-–—:]?\s*(?:outcome|objective|aim|goal)\b)/i;

/** Across a table these head a group of actions too; in running text they are only spoken of. */
const GROUP = new RegExp(
  String.raw`^(?:key |ofsted )?(?:recommendation|finding|requirement|area for improvement|question)\s+(\d{1,2})\b(?!\.\d)\s*[:.–—-]+\s*(.+)$`,
  'i',
);

/** A heading longer than this is a sentence that happens to begin with the word. */
const LONGEST_TITLE = 200;

export interface PriorityHeading {
  readonly number: number;
  readonly title: string;
}

/** "Priority 2: High quality practice", "Theme Two – Workforce". Null for anything else. */
export function readPriorityHeading(
  text: string,
  where: 'words' | 'across-a-table' = 'words',
): PriorityHeading | null {
  if (text.length > LONGEST_TITLE) return null;
  const group = where === 'across-a-table' ? GROUP.exec(text.trim()) : null;
  if (group?.[2] !== undefined && Number(group[1]) > 0)
    return { number: Number(group[1]), title: group[2].trim() };
  const match = PRIORITY.exec(text.trim());
  if (match?.[2] === undefined) return null;
  const word = match[2].toLowerCase();
  const number = /^\d/.test(word) ? Number(word) : NUMBER_WORDS.indexOf(word) + 1;
  const title = (match[3] ?? '').trim();
  return number === 0 ? null : { number, title: title === '' ? text.trim() : title };
}

export interface OutcomeHeading {
  readonly ref: string;
  readonly text: string;
  /** Whether the heading says "outcome" (or objective, aim, goal) itself, so that it needs no other proof. */
  readonly saysSo: boolean;
}

/** "1.2 Outcome - Staff are trained", "Outcome 1.2: Staff are trained", or "1.2 Staff are trained". */
export function readOutcomeHeading(text: string): OutcomeHeading | null {
  const match = OUTCOME.exec(text.trim());
  if (match?.[1] === undefined) return null;
  const words = (match[2] ?? '').trim();
  return words === '' ? null : { ref: match[1], text: words, saysSo: OUTCOME_WORD.test(text.trim()) };
}

/** "Key Objectives:" with what follows on the same line, or an empty string; null for anything else. */
export function readObjectivesLabel(text: string): string | null {
  const match = /^(?:key\s+)?(?:objectives?|aims?)\s*:\s*(.*)$/is.exec(text.trim());
  return match === null ? null : (match[1] ?? '').trim();
}

/** The words after "Priority Leads (Accountable) –", "Accountable officer:", "Sponsor:". Null for anything else. */
export function readAccountable(text: string): string | null {
  const match =
    /^(?:(?:priority|theme|work\s?stream|strand|strategic|executive|overall)\s+)?(?:accountable\s+)?(?:leads?|owners?|sponsors?|officers?|sro|accountable)(?:\s*\((?:accountable|[^)]*lead[^)]*)\))?\s*[-–—:]\s*(.+)$/is.exec(
      text.trim(),
    );
  return match?.[1] === undefined || match[1].length > LONGEST_TITLE ? null : match[1].trim();
}

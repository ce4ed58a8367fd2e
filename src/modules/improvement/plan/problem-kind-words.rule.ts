/**
 * What each kind of problem is called where they are grouped, in the plural; a kind from elsewhere is said as it is. The
 * order is that in which they are shown: what may be lost or wrong first, how the page was set last.
 */
const WORDS: Readonly<Record<string, string>> = {
  // What could not be understood, so that something may be missing.
  'no-table-recognised': 'No table recognised',
  'table-passed-over': 'Tables that were passed over',
  'column-not-recognised': 'Columns not recognised',
  'row-not-understood': 'Rows not understood',
  // What cannot be as it is printed, or can be read two ways.
  'impossible-date': 'Days that do not exist',
  'range-turned-round': 'Ranges that end before they start',
  'ambiguous-date': 'Dates that can be read two ways',
  'year-missing': 'Dates without a year',
  'date-outside-plan': 'Dates outside the plan’s years',
  'reference-used-twice': 'References used twice',
  'hidden-character': 'Characters that cannot be seen',
  'duplicate-action': 'Actions that say the same',
  'cross-reference-missing': 'References to actions that are not there',
  'tag-unknown': 'Requirements the plan does not list',
  // What the plan lacks.
  'requirement-without-action': 'Requirements without an action',
  'outcome-without-action': 'Outcomes without an action',
  'reference-without-action': 'References without an action',
  'numbering-gap': 'Gaps in the numbering',
  'no-date': 'Rows without a date',
  'no-lead': 'Rows without a lead',
  'no-measure': 'Rows without a measure',
  'tag-on-outcome-only': 'Requirements on the outcome only',
  'lead-not-listed': 'Leads the plan does not introduce',
  // What was taken from what stands around it.
  'year-inferred': 'Years taken from the rest of the cell',
  'month-inferred': 'Months taken from the rest of the cell',
  'lead-inherited': 'Leads taken from the row above',
  'requirement-inherited': 'Requirements taken from the row above',
  'reference-inferred': 'References that are not printed',
  'level-inferred': 'Levels the plan does not print',
  // What was taken apart or put together.
  'several-periods': 'Several periods in one cell',
  'review-beside-start': 'Reviews printed beside a start',
  'timescale-in-words': 'Timescales in words',
  'lead-cut-apart': 'Leads that run together',
  'lead-note': 'Notes among the leads',
  'measures-run-together': 'Measures that run together',
  'joint-mark-in-words': 'Joint work said in words',
  'formula-in-cell': 'Formulas kept as text',
  // How the page is set.
  'row-cut-by-page-break': 'Rows cut by a page break',
  'row-shifted': 'Rows with cells in the wrong columns',
  'header-word-in-row': 'Headings inside a row',
  'tag-in-wrong-place': 'Requirements in the wrong place',
  'joint-mark-place': 'Joint marks in the wrong place',
  'reference-glued': 'References that run into the words',
  'reference-dotted': 'References with a full stop',
};

const ORDER = new Map(Object.keys(WORDS).map((kind, index) => [kind, index]));

/** Where a kind stands among the others: what needs a person's judgement most comes first. */
export function problemKindOrder(kind: string): number {
  return ORDER.get(kind) ?? ORDER.size;
}

/** The name of a kind of problem, as a heading has it. */
export function problemKindInWords(kind: string): string {
  const words = Object.hasOwn(WORDS, kind) ? WORDS[kind] : undefined;
  if (words !== undefined) return words;
  const spaced = kind.replaceAll('-', ' ').trim();
  return spaced === '' ? 'Other things' : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

/** What each kind of problem is called where they are grouped, in the plural; a kind from elsewhere is said as it is. */
const WORDS: Readonly<Record<string, string>> = {
  'no-table-recognised': 'No table recognised',
  'column-not-recognised': 'Columns not recognised',
  'level-inferred': 'Levels the plan does not print',
  'impossible-date': 'Days that do not exist',
  'ambiguous-date': 'Dates that can be read two ways',
  'year-inferred': 'Years taken from the rest of the cell',
  'month-inferred': 'Months taken from the rest of the cell',
  'year-missing': 'Dates without a year',
  'range-turned-round': 'Ranges that end before they start',
  'several-periods': 'Several periods in one cell',
  'timescale-in-words': 'Timescales in words',
  'date-outside-plan': 'Dates outside the plan’s years',
  'no-date': 'Rows without a date',
  'no-lead': 'Rows without a lead',
  'lead-inherited': 'Leads taken from the row above',
  'lead-cut-apart': 'Leads that run together',
  'lead-not-listed': 'Leads the plan does not introduce',
  'lead-note': 'Notes among the leads',
  'no-measure': 'Rows without a measure',
  'measures-run-together': 'Measures that run together',
  'tag-in-wrong-place': 'Requirements in the wrong place',
  'tag-on-outcome-only': 'Requirements on the outcome only',
  'tag-unknown': 'Requirements the plan does not list',
  'requirement-without-action': 'Requirements without an action',
  'joint-mark-in-words': 'Joint work said in words',
  'joint-mark-place': 'Joint marks in the wrong place',
  'cross-reference-missing': 'References to actions that are not there',
  'duplicate-action': 'Actions that say the same',
  'reference-used-twice': 'References used twice',
  'reference-inferred': 'References that are not printed',
  'reference-glued': 'References that run into the words',
  'reference-dotted': 'References with a full stop',
  'reference-without-action': 'References without an action',
  'numbering-gap': 'Gaps in the numbering',
  'row-cut-by-page-break': 'Rows cut by a page break',
  'row-shifted': 'Rows with cells in the wrong columns',
  'header-word-in-row': 'Headings inside a row',
  'row-not-understood': 'Rows not understood',
  'outcome-without-action': 'Outcomes without an action',
  'status-not-understood': 'Statuses not understood',
};

/** The name of a kind of problem, as a heading has it. */
export function problemKindInWords(kind: string): string {
  const words = Object.hasOwn(WORDS, kind) ? WORDS[kind] : undefined;
  if (words !== undefined) return words;
  const spaced = kind.replaceAll('-', ' ').trim();
  return spaced === '' ? 'Other things' : spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

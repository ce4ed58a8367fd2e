const RECURRENCE = new RegExp(
  [
    String.raw`\b(?:(?:bi|half|two|three|six|twice|once)[- ]?)?(?:daily|weekly|fortnightly|monthly|quarterly|termly|annual(?:ly)?|yearly)\b`,
    String.raw`\bevery\s+(?:other\s+)?(?:\w+\s+)?(?:day|week|fortnight|month|quarter|term|year)s?\b`,
    String.raw`\b(?:after|at|following)\s+(?:each|every)\s+\w+`,
    String.raw`\bas\s+per\s+[^,;()]*?schedule\b`,
    String.raw`\brolling(?:\s+program(?:me)?)?\b`,
    String.raw`\byear\s+on\s+year\b`,
    String.raw`\b(?:ongoing|on-going|continuous(?:ly)?)\b`,
  ].join('|'),
  'gi',
);

/**
 * How often something comes back, in the words of the cell: "monthly", "weekly and monthly", "after each audit".
 * Several ways that are not joined by "and" are parted by a semicolon. Null where the cell names none.
 */
export function readRecurrence(text: string): string | null {
  let found: string | null = null;
  let until = 0;
  for (const match of text.matchAll(RECURRENCE)) {
    const between = text.slice(until, match.index).trim();
    const words = match[0].replace(/\s+/g, ' ').toLowerCase();
    found = found === null ? words : `${found}${/^(?:and|&)$/i.test(between) ? ' and ' : '; '}${words}`;
    until = match.index + match[0].length;
  }
  return found;
}

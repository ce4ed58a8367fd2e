import { daysInMonth } from './calendar-day.rule.ts';

/** A date as somebody printed it: any of its pieces may be missing. */
export interface PrintedDate {
  /** Where it stands in the text. */
  readonly at: number;
  readonly until: number;
  readonly printed: string;
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
  /** Two months printed for one day ("1 March April 2011"): the second. */
  readonly otherMonth: number | null;
  /** A quarter or a year stands for a whole period and ends here. */
  readonly wholeUntil: { readonly year: number; readonly month: number; readonly day: number } | null;
  /** The year was printed with two figures, or a quarter's kind of year had to be assumed. */
  readonly yearAssumed: boolean;
}

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\b\\.?';
const DASH = '[-–—−‑‐]';
const ORDINAL = '(?:st|nd|rd|th)?';
const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The order matters: the longest and surest form first. */
const DATE = new RegExp(
  [
    String.raw`\b(?<isoY>\d{4})-(?<isoM>\d{2})-(?<isoD>\d{2})(?:T[\d:.]+Z?)?\b`,
    String.raw`\b(?<numD>\d{1,2})(?<sep>[/.-])(?<numM>\d{1,2})\k<sep>(?<numY>\d{4}|\d{2})\b`,
    String.raw`\bq(?:uarter|tr)?\s?(?<quarter>[1-4])[\s,]*(?:of\s+)?(?<quarterY>20\d\d)(?:\s*(?:/|${DASH})\s*(?<quarterNext>\d{4}|\d{2})\b)?`,
    String.raw`\b(?<yearFrom>(?:19|20)\d\d)\s*(?:/|${DASH})\s*(?<yearNext>(?:20)?\d\d)\b(?!\s*(?:${DASH}\s*\d|${ORDINAL}\s*${MONTH}))`,
    String.raw`\b(?<dayH>\d{1,2})-(?<dayHM>${MONTH})-(?<dayHY>\d{4}|\d{2})\b`,
    String.raw`\b(?<dayD>\d{1,2})${ORDINAL}[\s-]*(?:of\s+)?(?<dayM>${MONTH})(?:\s+(?<dayM2>${MONTH})(?=[\s,]*\d{4}))?(?:[\s,-]*(?<dayY>(?:19|20)\d\d)\b(?!/)|\s*['’](?<dayYY>\d\d)\b)?`,
    String.raw`\b(?<season>spring|summer|autumn|winter)\s+(?<term>term\s+)?(?<seasonY>20\d\d)\b`,
    String.raw`\b(?<monM>${MONTH})(?:[\s,-]*(?<monY>(?:19|20)\d\d)\b|\s*['’](?<monYY>\d\d)\b|[\s-](?<monHY>[1-4]\d)\b(?!${ORDINAL}\s*${MONTH}))?`,
    String.raw`\b(?<bareD>\d{1,2})${ORDINAL}(?=\s*(?:${DASH}|to\b|and\b|&)\s*\d{1,2}${ORDINAL}\s*(?:of\s+)?${MONTH})`,
    String.raw`(?<![\d.])\b(?<yearOnly>20\d\d)\b(?![\d.%])`,
  ].join('|'),
  'gi',
);

/**
 * Finds every date in a text, in order. Days come before months, as in Britain. A financial year ("2012-13") runs from
 * 1 April to 31 March, a quarter is a quarter of it. "may" and "march" in small letters, with neither day nor year,
 * are words and not months.
 */
export function findPrintedDates(text: string): readonly PrintedDate[] {
  const dates: PrintedDate[] = [];
  for (const match of text.matchAll(DATE)) {
    const date = fromMatch(match[0], match.groups ?? {});
    if (date !== null) {
      const printed = match[0].trim();
      dates.push({ at: match.index, until: match.index + match[0].trimEnd().length, printed, ...date });
    }
  }
  return dates;
}

/** Three figures that are put together as a date is. */
const NUMERIC = /(?<![\d/.-])(?:\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2})(?![\d/-])/g;

/** Words printed as a date in figures that no calendar has, such as the thirteenth month of "01/13/2024". */
export function findImpossibleDates(text: string): readonly string[] {
  return [...text.matchAll(NUMERIC)]
    .map(([printed]) => printed)
    .filter((printed) => {
      const [first, month, last] = printed.split(/[/.-]/);
      // The same three figures parted by full stops number a part of a document, and "1.2.10" is no date.
      if (printed.includes('.') && last?.length !== 4) return false;
      return numeric(first?.length === 4 ? last : first, month, first?.length === 4 ? first : last) === null;
    });
}

type Pieces = Omit<PrintedDate, 'at' | 'until' | 'printed'>;
const NOTHING: Pieces = {
  year: null,
  month: null,
  day: null,
  otherMonth: null,
  wholeUntil: null,
  yearAssumed: false,
};

function fromMatch(printed: string, g: Record<string, string | undefined>): Pieces | null {
  if (g['isoY'] !== undefined) return numeric(g['isoD'], g['isoM'], g['isoY']);
  if (g['numD'] !== undefined) return numeric(g['numD'], g['numM'], g['numY']);
  if (g['quarter'] !== undefined)
    return quarterOf(Number(g['quarter']), Number(g['quarterY']), g['quarterNext']);
  if (g['yearFrom'] !== undefined) return yearPair(Number(g['yearFrom']), g['yearNext'] ?? '');
  if (g['season'] !== undefined)
    return season(g['season'].toLowerCase(), g['term'] !== undefined, Number(g['seasonY']));
  if (g['dayH'] !== undefined) {
    return numeric(g['dayH'], String(monthNumber(g['dayHM'] ?? '')), g['dayHY']);
  }
  if (g['dayD'] !== undefined) {
    const day = Number(g['dayD']);
    if (day === 0) return null;
    const otherMonth = g['dayM2'] === undefined ? null : monthNumber(g['dayM2']);
    return {
      ...NOTHING,
      day,
      month: monthNumber(g['dayM'] ?? ''),
      otherMonth,
      ...yearOf(g['dayY'], g['dayYY']),
    };
  }
  if (g['monM'] !== undefined) {
    const year = yearOf(g['monY'], g['monYY'] ?? g['monHY']);
    if (year.year === null && !/^[A-Z]/.test(printed)) return null;
    return { ...NOTHING, month: monthNumber(g['monM']), ...year };
  }
  if (g['bareD'] !== undefined)
    return Number(g['bareD']) === 0 ? null : { ...NOTHING, day: Number(g['bareD']) };
  return g['yearOnly'] === undefined ? null : { ...NOTHING, year: Number(g['yearOnly']) };
}

function monthNumber(name: string): number {
  return MONTH_NAMES.indexOf(name.slice(0, 3).toLowerCase()) + 1;
}

function yearOf(
  full: string | undefined,
  short: string | undefined,
): { year: number | null; yearAssumed: boolean } {
  if (full !== undefined) return { year: Number(full), yearAssumed: false };
  return short === undefined
    ? { year: null, yearAssumed: false }
    : { year: 2000 + Number(short), yearAssumed: true };
}

function numeric(d: string | undefined, m: string | undefined, y: string | undefined): Pieces | null {
  const [day, month] = [Number(d), Number(m)];
  if (day === 0 || day > 31 || month === 0 || month > 12) return null;
  const short = y?.length === 2;
  return { ...NOTHING, day, month, year: short ? 2000 + Number(y) : Number(y), yearAssumed: short };
}

function quarterOf(quarter: number, year: number, next: string | undefined): Pieces {
  // Councils count quarters in their financial year, from April.
  const month = quarter === 4 ? 1 : 1 + quarter * 3;
  const inYear = quarter === 4 ? year + 1 : year;
  const last = month + 2;
  const wholeUntil = { year: inYear, month: last, day: last === 6 || last === 9 ? 30 : 31 };
  return { ...NOTHING, year: inYear, month, day: 1, wholeUntil, yearAssumed: next === undefined };
}

/** Seasons as a calendar has them; school terms as a school has them. Always an assumption. */
function season(name: string, term: boolean, year: number): Pieces {
  const months = (term ? TERMS : SEASONS)[name] ?? [1, 12];
  const [month, last] = months;
  const endYear = last < month ? year + 1 : year;
  const wholeUntil = { year: endYear, month: last, day: daysInMonth(endYear, last) };
  return { ...NOTHING, year, month, day: 1, wholeUntil, yearAssumed: true };
}

const SEASONS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [3, 5],
  summer: [6, 8],
  autumn: [9, 11],
  winter: [12, 2],
};
const TERMS: Readonly<Record<string, readonly [number, number]>> = {
  spring: [1, 4],
  summer: [4, 7],
  autumn: [9, 12],
  winter: [9, 12],
};

/** "2012-13" is a financial year; "2012-03" can only be a month. */
function yearPair(year: number, next: string): Pieces | null {
  const following = Number(next) % 100;
  if (following === (year + 1) % 100) {
    return { ...NOTHING, year, month: 4, day: 1, wholeUntil: { year: year + 1, month: 3, day: 31 } };
  }
  const month = Number(next);
  return next.length === 2 && month >= 1 && month <= 12 ? { ...NOTHING, year, month } : null;
}

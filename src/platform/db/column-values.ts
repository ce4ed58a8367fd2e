import { types, type CustomTypesConfig } from 'pg';

/** PostgreSQL's own numbers for its types (pg_type.oid), which never change between releases. */
const OID = {
  int8: 20,
  date: 1082,
  timestamp: 1114,
  interval: 1186,
  numeric: 1700,
  textArray: 1009,
  int8Array: 1016,
  timestampArray: 1115,
  dateArray: 1182,
  intervalArray: 1187,
  numericArray: 1231,
} as const;

type Parse = (text: string) => unknown;

/**
 * A bigint, count or numeric as a number. A whole number that JavaScript cannot hold exactly would be shown wrong
 * without a word, so it throws instead.
 */
function toNumber(text: string): number {
  const value = Number(text);
  if (Number.isNaN(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`The database gave ${text}, which is too large a number to read exactly.`);
  }
  return value;
}

/** The driver's own parsers, by number: its types list only those of single values, though it has the arrays' too. */
const ofDriver = types.getTypeParser as (oid: number, format?: 'text' | 'binary') => Parse;

const toStrings = ofDriver(OID.textArray) as (text: string) => (string | null)[];

function toNumbers(text: string): (number | null)[] {
  return toStrings(text).map((item) => (item === null ? null : toNumber(item)));
}

const same: Parse = (text) => text;

/**
 * How a value of the database reads in TypeScript where the driver's own way would lose something. A `date` is a day
 * and stays '2026-06-15': as a moment it would be the day before in British Summer Time.
 */
const parsers: ReadonlyMap<number, Parse> = new Map<number, Parse>([
  [OID.int8, toNumber],
  [OID.numeric, toNumber],
  [OID.int8Array, toNumbers],
  [OID.numericArray, toNumbers],
  [OID.date, same],
  [OID.dateArray, toStrings],
  [OID.timestamp, same],
  [OID.timestampArray, toStrings],
  [OID.interval, same],
  [OID.intervalArray, toStrings],
]);

/** The driver's table of parsers with ours in front, for a pool's `types`. */
export const columnValues: CustomTypesConfig = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ?? ofDriver(oid, format),
};

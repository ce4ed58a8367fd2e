import { monthNames } from '../time/plain-day.ts';

/**
 * A cell's value as the sheet prints it, in words that read the same in every country: 0.95 shown as a percentage is "95%",
 * 1.1 shown with two places is "1.10", a date is "31 March 2011", and a date shown without its day is "March 2011".
 * `format` is Excel's number format, empty for "General".
 */
export function printedValue(value: string | number | boolean | Date | null, format: string): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return printedNumber(value, format);
  return printedDate(value, format);
}

function printedNumber(value: number, format: string): string {
  const simple = /^([^0#?]*)([#0,]*[0#])(?:\.(0+))?([^0#?]*)$/.exec(withoutDecoration(format));
  // Excel itself shows 15 digits, which hides what binary fractions add (0.1 + 0.2).
  if (simple === null) return String(Number(value.toPrecision(15)));
  const [, before = '', whole = '', places = '', after = ''] = simple;
  const scaled = after.includes('%') ? value * 100 : value;
  const digits = scaled.toLocaleString('en-GB', {
    useGrouping: whole.includes(','),
    minimumIntegerDigits: Math.min(21, Math.max(1, whole.replaceAll(/[^0]/g, '').length)),
    minimumFractionDigits: places.length,
    maximumFractionDigits: places.length,
  });
  return `${before}${digits}${after}`.trim();
}

function printedDate(value: Date, format: string): string {
  if (Number.isNaN(value.getTime())) return '';
  // A time is a fraction of a day, and lands a little beside the second it stands for.
  const date = new Date(Math.round(value.getTime() / 1000) * 1000);
  const letters = withoutDecoration(format).toLowerCase();
  const showsDay = letters.includes('d');
  const showsYear = letters.includes('y');
  const time = `${String(date.getUTCHours()).padStart(2, '0')}:${String(date.getUTCMinutes()).padStart(2, '0')}`;
  const showsTime = /[hs]/.test(letters);
  if (showsTime && !showsDay && !showsYear) return time;

  const month = `${monthNames[date.getUTCMonth()]} ${date.getUTCFullYear()}`;
  if (letters !== '' && !showsDay) return month;
  const day = `${date.getUTCDate()} ${month}`;
  return showsTime && time !== '00:00' ? `${day} ${time}` : day;
}

/** The first section of a number format without colours, conditions, quotation marks and spacing. */
function withoutDecoration(format: string): string {
  return (format.split(';')[0] ?? '')
    .replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, '$1')
    .replaceAll(/\[[^\]]*\]/g, '')
    .replaceAll(/[_*]./g, '')
    .replaceAll(/["\\]/g, '');
}

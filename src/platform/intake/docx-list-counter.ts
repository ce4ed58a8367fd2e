import type { NumberedList, NumberLevel } from './docx-numbering.ts';

/** Counts the numbered paragraphs of a document in order, and says what Word prints before each. */
export class ListCounter {
  /** For each definition, the numbers reached at each level. */
  readonly #reached = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<NumberedList>();

  /** What is printed before the next paragraph of this list at this level; undefined where it is a bullet or nothing is known. */
  next(list: NumberedList, level: number): string | undefined {
    const definition = list.levels.get(level);
    if (definition === undefined || definition.format === 'bullet') return undefined;
    const reached = this.#reached.get(list.countsWith) ?? [];
    this.#reached.set(list.countsWith, reached);
    if (!this.#begun.has(list)) {
      this.#begun.add(list);
      for (const [anew, start] of list.startsAnew) reached[anew] = start - 1;
    }
    reached[level] = (reached[level] ?? definition.start - 1) + 1;
    reached.length = level + 1;
    return definition.text.replaceAll(/%([1-9])/g, (_, digit: string) => {
      const outer = Number(digit) - 1;
      const outerLevel = list.levels.get(outer);
      return printNumber(
        reached[outer] ?? outerLevel?.start ?? 1,
        definition.digitsOnly ? undefined : outerLevel,
      );
    });
  }
}

function printNumber(number: number, level: NumberLevel | undefined): string {
  switch (level?.format) {
    case 'none':
      return '';
    case 'lowerLetter':
      return letters(number);
    case 'upperLetter':
      return letters(number).toUpperCase();
    case 'lowerRoman':
      return roman(number);
    case 'upperRoman':
      return roman(number).toUpperCase();
    case 'decimalZero':
      return String(number).padStart(2, '0');
    default:
      return String(number);
  }
}

/** a to z, then aa to zz, then aaa: Word repeats the letter. */
function letters(number: number): string {
  if (number < 1 || number > 26 * 20) return String(number);
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

const ROMAN: readonly (readonly [value: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let left = number;
  let printed = '';
  for (const [value, symbol] of ROMAN) {
    while (left >= value) {
      printed += symbol;
      left -= value;
    }
  }
  return printed;
}

/**
 * Characters that cannot be seen and change what is read: marks that turn the reading direction (U+202A to 202E, 2066 to 2069,
 * 200E, 200F, 061C), spaces without width, soft hyphens, fillers, tags and control characters. A name with one of them looks
 * like another's, or reads backwards ("Trojan Source", CVE-2021-42574; Unicode Technical Report 36, section 2.5).
 *
 * Taken all the same, because a writing needs them: the joiners U+200C and U+200D between letters of the scripts in which they
 * shape words, or after a mark that takes a vowel away (Unicode Standard Annex 31, section 2.3; Persian, Hindi and Malayalam names
 * have them); a joiner or a variation selector after a picture, which makes one picture of several; what makes a key of a figure,
 * and the flag of Wales, England or Scotland of a flag. Arabic and Hebrew names need none of the rest: a page isolates what it
 * prints and the letters carry their direction themselves.
 */
const HIDDEN_POINTS: readonly (readonly [first: number, last: number])[] = [
  // Control characters, but for the tab and the ends of lines.
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0x9f],
  // Soft hyphen, joiners of graphemes, fillers, vowels and separators without a sign.
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x115f, 0x1160],
  [0x17b4, 0x17b5],
  [0x180b, 0x180f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xffa0, 0xffa0],
  // Direction, spaces without width, joiners, invisible operators, separators of lines and paragraphs.
  [0x61c, 0x61c],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  // Variation selectors; controls of shorthand and of music; tags.
  [0xfe00, 0xfe0f],
  [0x1bca0, 0x1bca3],
  [0x1d173, 0x1d17a],
  [0xe0000, 0xe0fff],
];

const HIDDEN = new RegExp(
  String.raw`[${HIDDEN_POINTS.map(([first, last]) => String.raw`\u{${first.toString(16)}}-\u{${last.toString(16)}}`).join('')}\p{Co}\p{Cs}]`,
  'u',
);

/** Letters and marks of the scripts in which joiners shape words, and marks that several of them share (Script_Extensions). */
const SHAPING = [
  'Arabic',
  'Syriac',
  'Mongolian',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Khmer',
  'Myanmar',
];
const SHAPES = `[${SHAPING.map((script) => String.raw`\p{Script_Extensions=${script}}`).join('')}]`;
/** The marks that take a letter's vowel away: a joiner after one shapes the letter before it, at a word's end too. */
const VIRAMAS = String.raw`[\u094d\u09cd\u0a4d\u0acd\u0b4d\u0bcd\u0c4d\u0ccd\u0d4d\u0dca]`;
const PICTURE = String.raw`\p{Extended_Pictographic}`;
/** A flag of a part of a country: the black flag, its letters as tags, and the tag that ends them (Unicode Technical Standard 51). */
const FLAG_TAGS = String.raw`(?<=\u{1f3f4})[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{1,6}\u{e007f}`;
const MEANT = new RegExp(
  [
    String.raw`(?<=${SHAPES})[\u200c\u200d](?=${SHAPES})`,
    String.raw`(?<=${SHAPES}${VIRAMAS})[\u200c\u200d]`,
    String.raw`(?<=${PICTURE}[\ufe0f\p{EMod}]?)\u200d(?=${PICTURE})`,
    String.raw`(?<=${PICTURE})[\ufe0e\ufe0f]`,
    String.raw`(?<=[0-9#*])\ufe0f(?=\u20e3)`,
    FLAG_TAGS,
  ].join('|'),
  'gu',
);

/** A character that cannot be seen, and where it is. */
export interface HiddenCharacter {
  /** What stands before it in its line, the last few letters of it; empty at the beginning. */
  readonly after: string;
  /** Its number as Unicode writes it: U+202E. */
  readonly code: string;
}

/** The first character of a text that cannot be seen and is not needed to write it; null where there is none. Line ends are no such. */
export function hiddenCharacterIn(text: string): HiddenCharacter | null {
  // What is meant is hidden under a letter of the same length, so that places stay what they are.
  const found = HIDDEN.exec(text.replaceAll(MEANT, (meant) => 'x'.repeat(meant.length)));
  if (found === null) return null;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const line = text.slice(0, found.index).split('\n').at(-1) ?? '';
  return { after: Array.from(line.trimEnd()).slice(-15).join(''), code: `U+${code}` };
}

/** What is wrong with a text that has such a character, for beside its field; null where it has none. */
export function hiddenCharacterInWords(text: string): string | null {
  const hidden = hiddenCharacterIn(text);
  if (hidden === null) return null;
  const where = hidden.after === '' ? 'at its beginning' : `after “${hidden.after}”`;
  return `There is a character that cannot be seen ${where} (${hidden.code}), which can make a name look like another. Delete it, or type the words anew instead of pasting them`;
}

/** The text without any such character. */
export function withoutHiddenCharacters(text: string): string {
  if (hiddenCharacterIn(text) === null) return text;
  const meant = new Set(
    [...text.matchAll(MEANT)].flatMap(({ index, 0: found }) =>
      Array.from({ length: found.length }, (_, at) => index + at),
    ),
  );
  let kept = '';
  let at = 0;
  for (const letter of text) {
    if (meant.has(at) || !HIDDEN.test(letter)) kept += letter;
    at += letter.length;
  }
  return kept;
}

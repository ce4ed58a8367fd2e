import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenCharacterIn, hiddenCharacterInWords, withoutHiddenCharacters } from './hidden-characters.ts';

const range = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, at) => first + at);
const DIRECTION = [...range(0x202a, 0x202e), ...range(0x2066, 0x2069), 0x200e, 0x200f, 0x061c];
const OTHERS = [
  0xad, 0x200b, 0x2060, 0xfeff, 0x3164, 0x2800, 0xe0041, 0x1b, 0x7f, 0x85, 0x2028, 0xe000, 0xfe0f,
];

describe('a character that cannot be seen', () => {
  it.each([...DIRECTION, ...OTHERS, 0x200c, 0x200d])('is found and named wherever it stands: %i', (point) => {
    const hidden = String.fromCodePoint(point);
    for (const [before, after] of [
      ['', 'Ada'],
      ['Ada ', 'Marsh'],
      ['Ada', ''],
    ]) {
      const text = `${before}${hidden}${after}`;
      expect(hiddenCharacterIn(text)).toEqual({
        after: before?.trimEnd(),
        code: `U+${point.toString(16).toUpperCase().padStart(4, '0')}`,
      });
      expect(withoutHiddenCharacters(text)).toBe(`${before}${after}`);
    }
  });

  it.each([
    'Zoë O’Brien-Łukasz',
    'Nguyễn Thị Minh Khai',
    'محمد بن عبد الله',
    'דוד בן־גוריון',
    'می‌خواهم',
    'क्‍ष',
    'ശ്രീകല',
    '李小龍',
    'a\tb\nc\r\nd',
    '👩‍💻 ❤️ 👩🏽‍🚒',
    // A letter without a vowel at a word's end, as Malayalam was written before its letters for it were encoded.
    'അവന്\u200d',
    'അവന്\u200d പറഞ്ഞു',
    // A joiner after an Arabic vowel mark, which several scripts share.
    'مِ\u200cم',
    'ک\u064e\u200cک',
    '\u{1f3f4}\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f} Cymru',
    '1\ufe0f\u20e3 #\ufe0f\u20e3 *\ufe0f\u20e3',
    'a\u00a0b',
    '٢٠١١ ۝',
    '',
  ])('is not in %s', (text) => {
    expect(hiddenCharacterIn(text)).toBeNull();
    expect(withoutHiddenCharacters(text)).toBe(text);
  });

  it('is no joiner where a script needs none', () => {
    expect(hiddenCharacterIn('Ada\u200cMarsh')).not.toBeNull();
    expect(hiddenCharacterIn('م\u200cAda')).not.toBeNull();
    expect(hiddenCharacterIn('م\u200c\u200cم')).not.toBeNull();
  });

  it('is a tag, a selector or a joiner that makes no flag, key or letter', () => {
    for (const text of [
      'Ada\u{e0067}\u{e0062}\u{e007f}',
      '\u{1f3f4}\u{e0067}\u{e0062}',
      '\u{1f3f4}\u{e0067}x\u{e007f}',
      '1\ufe0f',
      'a\ufe0f\u20e3',
      'അവ\u200d',
      '\u0301\u200d',
      'A\u0301\u200d',
    ])
      expect([text, hiddenCharacterIn(text) === null]).toEqual([text, false]);
  });

  it('is said with its place and what to do', () => {
    expect(hiddenCharacterInWords('Ada \u202eMarsh')).toBe(
      'There is a character that cannot be seen after “Ada” (U+202E), which can make a name look like another. Delete it, or type the words anew instead of pasting them',
    );
    expect(hiddenCharacterInWords('\u200bAda')).toContain('at its beginning (U+200B)');
    expect(hiddenCharacterInWords('Ada')).toBeNull();
  });

  it('is in no text once it was taken out, whatever it was', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.oneof(
            fc.constantFrom(
              ...[...DIRECTION, ...OTHERS, 0x200c, 0x200d].map((point) => String.fromCodePoint(point)),
            ),
            fc.constantFrom('م', 'क', 'A', '❤', '👩', ' '),
            fc.string({ unit: 'binary' }),
          ),
        ),
        (parts) => {
          let text = parts.join('');
          // What stood apart may come to stand together.
          for (let round = 0; hiddenCharacterIn(text) !== null && round < 20; round += 1)
            text = withoutHiddenCharacters(text);
          expect(hiddenCharacterIn(text)).toBeNull();
        },
      ),
    );
  });
});

import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText } from './decode-text.ts';

const SENTENCE = 'Cost: £5 – “agreed” by Zoë';

function utf16(text: string, order: 'le' | 'be', mark: boolean): Uint8Array {
  const bytes = Buffer.from(`${mark ? '\ufeff' : ''}${text}`, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('decodeText', () => {
  it.each([
    { what: 'UTF-8', bytes: Buffer.from(SENTENCE, 'utf8') },
    { what: 'UTF-8 with a mark', bytes: Buffer.from(`\ufeff${SENTENCE}`, 'utf8') },
    { what: 'UTF-16, little end first, with a mark', bytes: utf16(SENTENCE, 'le', true) },
    { what: 'UTF-16, big end first, with a mark', bytes: utf16(SENTENCE, 'be', true) },
    { what: 'UTF-16, little end first, unmarked', bytes: utf16(SENTENCE, 'le', false) },
    { what: 'UTF-16, big end first, unmarked', bytes: utf16(SENTENCE, 'be', false) },
  ])('reads $what without a word', ({ bytes }) => {
    expect(decodeText('plan.txt', bytes)).toEqual({ text: SENTENCE, remarks: [] });
  });

  it('reads Windows-1252 and says so', () => {
    const bytes = Buffer.from('Cost: \xa35 \x96 \x93agreed\x94 by Zo\xeb', 'latin1');
    const decoded = decodeText('plan.txt', bytes);
    expect(decoded.text).toBe(SENTENCE);
    expect(decoded.remarks).toEqual([expect.stringContaining('plan.txt was read as Windows-1252')]);
  });

  it('keeps UTF-8 with a broken byte and says where it is', () => {
    const bytes = Buffer.concat([Buffer.from('Zoë – “yes”\nCost: '), Buffer.from([0xc3]), Buffer.from(' 5')]);
    const decoded = decodeText('plan.txt', bytes);
    expect(decoded.text).toBe('Zoë – “yes”\nCost: \ufffd 5');
    expect(decoded.remarks).toEqual([
      expect.stringContaining(
        '1 letter of plan.txt could not be read and is shown as \ufffd, first on line 2.',
      ),
    ]);
  });

  it('gives every kind of line end as a line feed', () => {
    expect(decodeText('plan.txt', Buffer.from('a\r\nb\rc\nd')).text).toBe('a\nb\nc\nd');
  });

  it('gives back any text that was saved in UTF-8 or UTF-16', () => {
    const letters = string({ unit: 'grapheme', minLength: 1 }).filter(
      (text) => !/\p{Cc}|\ufeff/u.test(text) && text.trim() !== '',
    );
    assert(
      property(letters, constantFrom('utf8', 'le', 'be'), (text, encoding) => {
        const bytes =
          encoding === 'utf8' ? Buffer.from(text) : utf16(text, encoding === 'le' ? 'le' : 'be', true);
        expect(decodeText('plan.txt', bytes).text).toBe(text);
      }),
    );
  });
});

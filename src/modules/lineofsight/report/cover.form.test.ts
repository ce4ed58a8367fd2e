import { describe, expect, it } from 'vitest';
import { PLAIN_COVER, readCover } from './cover.form.ts';

const read = (query: Record<string, string>) => readCover(new URLSearchParams(query));

describe('the cover of a report', () => {
  it.each([{}, { by: '', to: ' \n ', classification: ' ', summary: '' }, { on: '2011-05-12' }])(
    'is the plain one where nothing is said: %j',
    (query) => {
      expect(read(query)).toEqual({ kind: 'ok', cover: PLAIN_COVER });
    },
  );

  it('names nobody of its own accord', () => {
    expect([...PLAIN_COVER.by, ...PLAIN_COVER.to]).toEqual([
      'Improvement programme manager',
      'Improvement Board',
    ]);
  });

  it('takes a line for each person and a paragraph for each line of the summary', () => {
    expect(
      read({ by: 'Ana Brook, Leader\r\nBo Field', to: 'Cabinet', summary: ' One.\n\nTwo. ' }),
    ).toMatchObject({
      cover: {
        by: ['Ana Brook, Leader', 'Bo Field'],
        to: ['Cabinet'],
        classification: 'Unrestricted',
        summary: ['One.', 'Two.'],
      },
    });
  });

  it.each([
    [{ by: 'A\n'.repeat(9) }, { by: '‘By’ must be 8 lines or fewer' }],
    [{ to: 'A'.repeat(201) }, { to: 'Each line of ‘To’ must be 200 characters or fewer' }],
    [
      { classification: 'A'.repeat(201) },
      { classification: 'Classification must be 200 characters or fewer' },
    ],
    [{ summary: 'A'.repeat(3001) }, { summary: 'Summary must be 3,000 characters or fewer' }],
  ])('says what is too long', (query, problems) => {
    expect(read(query)).toEqual({ kind: 'problems', problems });
  });
});

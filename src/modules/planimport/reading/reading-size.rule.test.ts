import { describe, expect, it } from 'vitest';
import { planAsCsv } from '../../../platform/intake/testing/plan-files.ts';
import { planInFile } from './read-plan-file.port.ts';
import { isOfTakenSize } from './reading-size.rule.ts';

describe('the size of a reading', () => {
  it('is its names, its values and its text, up to a limit for each', async () => {
    const found = await planInFile({ fileName: 'plan.csv', columns: {} }, Buffer.from(planAsCsv(',')));
    if (found.kind !== 'read') throw new Error(found.sentence);
    const { reading } = found;
    let values = 0;
    let textBytes = 0;
    const count = (text: string): void => {
      textBytes += Buffer.byteLength(text);
    };
    JSON.stringify(reading, (_name, value: unknown) => {
      values += 1;
      if (typeof value === 'string') count(value);
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        values += Object.keys(value).length;
        Object.keys(value).forEach(count);
      }
      return value;
    });
    expect(isOfTakenSize(reading, { values, textBytes })).toBe(true);
    expect(isOfTakenSize(reading, { values: values - 1, textBytes })).toBe(false);
    expect(isOfTakenSize(reading, { values, textBytes: textBytes - 1 })).toBe(false);
  });

  it('is told where it is too much, whatever kind of file it came in', async () => {
    const [head = '', ...rows] = planAsCsv(',').trim().split('\n');
    const long = 'The committee agreed to look at it again. '.repeat(10_000);
    const wide = rows.map((row) => row.replace(/[A-Za-z]{4,} /, (word) => `${word}${long}`));
    const found = await planInFile(
      { fileName: 'plan.csv', columns: {} },
      Buffer.from([head, ...wide, ...wide, ...wide].join('\n')),
    );
    expect(found).toEqual({
      kind: 'unreadable',
      sentence: expect.stringMatching(
        /^plan\.csv reads as a plan of more than 250,000 names and values or 6 MB of text, .* try again\.$/,
      ),
    });
  });
});

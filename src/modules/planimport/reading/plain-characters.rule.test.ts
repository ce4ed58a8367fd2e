import { describe, expect, it } from 'vitest';
import { hiddenCharacterIn } from '../../../platform/hidden-characters.ts';
import { planInFile } from './read-plan-file.port.ts';
import { PlanReading } from '../../improvement/index.ts';

async function read(text: string, fileName = 'plan.csv') {
  const found = await planInFile({ fileName, columns: {} }, Buffer.from(text));
  if (found.kind !== 'read') throw new Error(found.sentence);
  return found.reading;
}

const everyText = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(everyText)
      : [];

const PLAN =
  'Ref,Action,By when,Lead\n1.1.1,Write the plan,March 2027,Ada Marsh\n1.1.2,Read it,April 2027,Ben Hill\n';

describe('a plan with characters that cannot be seen', () => {
  it('is read without them, and each is told of with its place', async () => {
    const reading = await read(
      PLAN.replace('Ada Marsh', 'Ada \u202eMarsh').replace('Read it', 'Read\u200f it'),
    );
    expect(everyText(reading).filter((text) => hiddenCharacterIn(text) !== null)).toEqual([]);
    expect(reading.problems.filter(({ kind }) => kind === 'hidden-character')).toEqual([
      expect.objectContaining({ ref: '1.1.1', message: expect.stringContaining('(U+202E)') }),
      expect.objectContaining({ ref: '1.1.2', message: expect.stringContaining('after “Read” (U+200F)') }),
    ]);
    expect(PlanReading.safeParse(reading).success).toBe(true);
  });

  it('is read so from JSON too', async () => {
    const plain = await read(PLAN);
    expect(plain.problems.some(({ kind }) => kind === 'hidden-character')).toBe(false);
    const json = JSON.stringify(plain).replaceAll('Ben Hill', 'Ben\u00ad Hill');
    const reading = await read(json, 'plan.json');
    expect(everyText(reading).filter((text) => hiddenCharacterIn(text) !== null)).toEqual([]);
    expect(reading.problems.filter(({ kind }) => kind === 'hidden-character')).toHaveLength(1);
  });
});

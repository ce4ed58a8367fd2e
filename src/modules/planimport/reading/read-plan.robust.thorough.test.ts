import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { growth } from '../../../../test/support/growth.ts';
import { rounds } from '../../../../test/support/rounds.ts';
import type { Block, Cell, SourceDocument } from '../../../platform/intake/source-document.ts';
import { readTextFile } from '../../../platform/intake/read-text-file.ts';
import { compareReadings, PlanReading } from '../../improvement/index.ts';
import { readPlan } from './read-plan.rule.ts';

const WORDS = [
  'Ref',
  'Actions',
  'Timescale',
  'Lead',
  'Measures',
  'Priority 1',
  '1.1 Outcome - x',
  '1.1.1 Do it',
  '2.1.1.Do it',
  '1',
  'R4',
  '31 June 2030',
  'From 1 April',
  'Completed',
  'Jo Poole Sam Reed',
  'IN 3. O 2',
  '(*Joint with',
  'Health)',
  '(',
  '•',
  '2030',
  'A (IN 1. to IN 9.)',
  'Key Objectives:',
  'Leads and job titles',
  '1. First',
  '𝟙.𝟚',
  '\u0000',
  '<ul>',
  '   ',
];
const words = fc.oneof(
  fc.constantFrom(...WORDS),
  fc.string({ maxLength: 30 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }).map((list) => list.join(' ')),
);
const place = fc.record(
  {
    line: fc.integer({ min: 1, max: 999 }),
    row: fc.integer({ min: 1, max: 99 }),
    table: fc.integer({ min: 1, max: 3 }),
  },
  { requiredKeys: [] },
);
const parts = fc.array(
  fc.record({ kind: fc.constantFrom('text' as const, 'bullet' as const), text: words }),
  { maxLength: 3 },
);
const cell: fc.Arbitrary<Cell> = fc.record(
  { text: words, parts, span: fc.integer({ min: 0, max: 4 }) },
  { requiredKeys: ['text', 'parts'] },
);
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('heading' as const),
    level: fc.integer({ min: 1, max: 6 }),
    text: words,
    place,
  }),
  fc.record({ kind: fc.constant('paragraph' as const), text: words, parts, place }),
  fc.record({
    kind: fc.constant('row' as const),
    cells: fc.array(cell, { maxLength: 7 }),
    header: fc.boolean(),
    place,
  }),
);
const documents = fc
  .array(block, { maxLength: 40 })
  .map((blocks): SourceDocument => ({ fileName: 'any', format: 'docx', blocks, remarks: [] }));
const header: Block = {
  kind: 'row',
  header: true,
  place: { line: 1 },
  cells: ['Ref', 'Actions', 'Timescale', 'Lead', 'Measures'].map((text) => ({
    text,
    parts: [{ kind: 'text', text }],
  })),
};

describe('any document at all', () => {
  it('gives a reading of the published shape, and one that is like itself', () => {
    fc.assert(
      fc.property(documents, fc.boolean(), (document, headed) => {
        const reading = readPlan(headed ? { ...document, blocks: [header, ...document.blocks] } : document);
        expect(PlanReading.safeParse(reading).error?.issues).toBeUndefined();
        const { added, changed, gone, moved } = compareReadings(reading, reading);
        expect([added, changed, gone, moved].flat()).toEqual([]);
        const refs = reading.priorities.flatMap(({ outcomes }) =>
          outcomes.flatMap(({ actions }) => actions.map(({ ref }) => ref)),
        );
        expect(new Set(refs).size).toBe(refs.length);
      }),
      { numRuns: rounds(400) },
    );
  });

  it('without a table of actions is empty, and says which columns it found and what is needed', () => {
    const reading = readPlan(readTextFile('budget.txt', 'A report\n\nYear\tBudget\n2030\t200\n2031\t300\n'));
    expect(reading.priorities).toEqual([]);
    expect(reading.problems.map(({ kind }) => kind)).toEqual(['no-table-recognised']);
    expect(reading.problems[0]?.message).toContain('“Year”, “Budget”');
    expect(reading.problems[0]?.message).toContain('“Timescale”');
    const nothing = readPlan(readTextFile('words.txt', 'Only words here.'));
    expect(nothing.problems.map(({ message }) => message)[0]).toContain('holds no table');
  });

  it('of any size is read in a time that grows with it', () => {
    const row = (n: number) =>
      `\t${1 + Math.floor(n / 900)}.${1 + (Math.floor(n / 30) % 30)}.${1 + (n % 30)} Train the staff of team ${n} IN 3.\t1 March – 31 May 2031\tJo Poole Sam Reed\t<ul> Staff trained in the team Managers say so`;
    const plan = (rows: number) =>
      readTextFile(
        'big.txt',
        ['Ref\tAction\tTimescale\tLead\tMeasure', ...Array.from({ length: rows }, (_, n) => row(n))].join(
          '\n',
        ),
      );
    const [few, many] = [plan(1_000), plan(10_000)];
    const read = (document: ReturnType<typeof plan>, rows: number) =>
      expect(
        readPlan(document).priorities.flatMap(({ outcomes }) => outcomes.flatMap(({ actions }) => actions)),
      ).toHaveLength(rows);
    const grown = growth({ times: 10, small: () => read(few, 1_000), large: () => read(many, 10_000) });
    expect(grown).toBeLessThan(4);
  });
});

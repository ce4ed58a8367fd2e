import { describe, expect, it } from 'vitest';
import { planInDocument, readPlanApart } from './read-plan-apart.port.ts';
import { planInFile, readPlanFile } from './read-plan-file.port.ts';
import { PlanReading } from '../../improvement/index.ts';

const TEXT = 'Ref,Action,By when\n1.1.1,Write the plan,March 2027\n1.1.2,Read the plan,April 2027\n';
const file = { fileName: 'plan.csv', bytes: Buffer.from(TEXT) };
const EMPTY = { title: null, priorities: [], requirementSets: [], people: [], columns: [], problems: [] };

function json(value: unknown): Promise<{ kind: string; sentence?: string }> {
  return planInFile(
    { fileName: 'plan.json', columns: {} },
    Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)),
  );
}

describe('a plan that is read apart', () => {
  it('comes back with its document as it is kept, from which it is read again the same', async () => {
    const read = await readPlanFile(file);
    if (read.kind !== 'read' || read.document === null) throw new Error('not read');
    expect(PlanReading.parse(read.reading)).toEqual(read.reading);
    expect(JSON.parse(read.document)).toMatchObject({ fileName: 'plan.csv', format: 'csv' });
    const again = await readPlanApart({ fileName: 'plan.csv', document: read.document, columns: {} });
    expect(again).toEqual({ kind: 'read', reading: read.reading });
  });

  it('is read with the columns as they were said to be', async () => {
    const read = await readPlanFile(file);
    if (read.kind !== 'read' || read.document === null) throw new Error('not read');
    const columns = { 'By when': 'ignore' } as const;
    const again = planInDocument({ columns }, Buffer.from(read.document));
    expect(again.kind === 'read' && again.reading.columns).toContainEqual({
      heading: 'By when',
      role: 'ignore',
    });
    expect(await readPlanFile(file, columns)).toMatchObject(again);
  });

  it('is refused in a sentence where the file cannot be opened', async () => {
    expect(await readPlanFile({ fileName: 'a.txt', bytes: Buffer.alloc(0) })).toMatchObject({
      kind: 'unreadable',
      sentence: expect.stringContaining('a.txt is empty.'),
    });
    expect(await readPlanFile({ fileName: 'a.pdf', bytes: Buffer.from('%PDF-1.7') })).toMatchObject({
      kind: 'unreadable',
    });
  });
});

describe('a reading that is brought in as JSON', () => {
  it('comes back as it went out', async () => {
    expect(await json(EMPTY)).toEqual({
      kind: 'read',
      fileSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      document: null,
      reading: EMPTY,
    });
  });

  it.each([
    ['millions of objects', `[${'{},'.repeat(300_000)}{}]`, 'more than 250,000 names and values'],
    [
      'a long text',
      JSON.stringify({ ...EMPTY, title: 'x'.repeat(7 * 1024 * 1024) }),
      'more than 6 MB of text',
    ],
    ['deep lists', '['.repeat(100_000), 'more than 64 lists and objects inside one another'],
    ['a name twice', '{"title":null,"title":"b"}', 'says “title” twice in one object, on line 1'],
    ['no JSON', 'title: b', 'is not JSON that can be read'],
    ['another shape', '[]', 'is not a plan’s reading: 1 place does not fit'],
  ])('is refused in words where it has %s', async (_what, text, words) => {
    const read = await json(text);
    expect(read).toMatchObject({ kind: 'unreadable', sentence: expect.stringMatching(/^plan\.json /) });
    expect(read.sentence).toContain(words);
  });
});

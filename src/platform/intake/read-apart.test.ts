import { describe, expect, it } from 'vitest';
import { openApart } from './testing/open-in-child.ts';
import { planAsCsv } from './testing/plan-files.ts';

const plan = { fileName: 'plan.csv', bytes: Buffer.from(planAsCsv(',')) };

describe('a file that is read apart', () => {
  it('is read, and refused before anything is started where it is too large or empty', async () => {
    expect(await openApart(plan)).toMatchObject({ kind: 'opened', document: { format: 'csv' } });
    const large = await openApart({ fileName: 'a.txt', bytes: Buffer.alloc(30 * 1024 * 1024) });
    expect(large).toMatchObject({
      reason: 'too-large',
      sentence: expect.stringContaining('a.txt is 30 MB.'),
    });
    expect(await openApart({ fileName: 'a.txt', bytes: Buffer.alloc(0) })).toMatchObject({
      reason: 'empty',
    });
  });

  it('is answered when many come at once, and those are turned away that would wait too long', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => openApart(plan)));
    expect(answers.filter((answer) => answer.kind === 'opened')).toHaveLength(10);
    expect(answers.at(-1)).toMatchObject({
      reason: 'server-busy',
      sentence:
        'plan.csv was not read, because many other files are being read at the moment. Wait a minute, and choose it again.',
    });
    expect(await openApart(plan)).toMatchObject({ kind: 'opened' });
  });
});

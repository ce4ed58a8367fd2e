import { describe, expect, it } from 'vitest';
import { openFileSafely } from './open-file-safely.ts';
import { planAsCsv } from './testing/plan-files.ts';

const plan = { fileName: 'plan.csv', bytes: Buffer.from(planAsCsv(',')) };

describe('openFileSafely', () => {
  it('reads a file, and refuses one that is too large or empty before anything is started', async () => {
    expect(await openFileSafely(plan)).toMatchObject({ kind: 'opened', document: { format: 'csv' } });
    const large = await openFileSafely({ fileName: 'a.txt', bytes: Buffer.alloc(30 * 1024 * 1024) });
    expect(large).toMatchObject({
      reason: 'too-large',
      sentence: expect.stringContaining('a.txt is 30 MB.'),
    });
    expect(await openFileSafely({ fileName: 'a.txt', bytes: Buffer.alloc(0) })).toMatchObject({
      reason: 'empty',
    });
  });

  it('answers everybody when many come at once, and turns away those that would wait too long', async () => {
    const answers = await Promise.all(Array.from({ length: 14 }, () => openFileSafely(plan)));
    expect(answers.filter((answer) => answer.kind === 'opened')).toHaveLength(10);
    expect(answers.at(-1)).toMatchObject({
      reason: 'took-too-long',
      sentence:
        'plan.csv was not read, because many other files are being read at the moment. Wait a minute, and choose it again.',
    });
    expect(await openFileSafely(plan)).toMatchObject({ kind: 'opened' });
  });
});

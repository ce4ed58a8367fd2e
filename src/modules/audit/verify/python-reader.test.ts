import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ATrail, writeATrail } from '../../../../test/support/a-trail.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';

/** Whether the Python that people have is here. */
function hasPython(): boolean {
  try {
    execFileSync('python3', ['-c', 'import hashlib'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

describe.skipIf(!hasPython())(
  'the reader in Python of docs/audit.md (skipped where there is no python3)',
  () => {
    let database: TestDatabase;
    let trail: ATrail;
    let folder: string;
    beforeAll(async () => {
      database = await openTestDatabase();
      trail = await writeATrail(database.db);
      folder = await mkdtemp(path.join(tmpdir(), 'throughline-python-'));
      const page = await readFile(new URL('../../../../docs/audit.md', import.meta.url), 'utf8');
      const program = /```python\n(.*?)```/s.exec(page)?.[1] ?? '';
      await writeFile(path.join(folder, 'verify.py'), program);
    });
    afterAll(async () => {
      await trail.remove();
      await database.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** What it says; nothing where all is sound. */
    async function verdictOn(lines: readonly string[]): Promise<string> {
      const file = path.join(folder, 'trail.jsonl');
      await writeFile(file, `${lines.join('\n')}\n`);
      try {
        execFileSync('python3', [path.join(folder, 'verify.py'), file], { stdio: 'pipe' });
        return '';
      } catch (error) {
        return String((error as { stderr: Buffer }).stderr).trim();
      }
    }

    it('agrees that a trail is sound', async () => {
      expect(await verdictOn(trail.lines)).toBe('');
    });

    it.each([
      ['event 7 is not as it was recorded', (lines: readonly string[]) => lines.toSpliced(7, 1)],
      [
        'event 20 is not as it was recorded',
        (lines: readonly string[]) => lines.with(20, (lines[20] ?? '').replace('"type":"', '"type":"x')),
      ],
      [
        'the name beside event 2 is not the one recorded',
        (lines: readonly string[]) => lines.with(2, (lines[2] ?? '').replace('"name":"', '"name":"x')),
      ],
      ['the end is missing', (lines: readonly string[]) => lines.toSpliced(-2, 1)],
      ['the file is cut off', (lines: readonly string[]) => lines.slice(0, -1)],
    ])('says: %s', async (says, tamper) => {
      expect(await verdictOn(tamper(trail.lines))).toBe(says);
    });
  },
);

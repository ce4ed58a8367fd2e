import { printableFileName } from './file-name.ts';
import { type GivenFile, openFile, refuseSize } from './open-file.ts';
import { openFileInChild, type SafetyLimits } from './open-file-in-child.ts';
import { Refusal } from './refusal.ts';
import type { OpenedFile } from './source-document.ts';
import { QUEUE_FULL, takeTurns } from '../take-turns.ts';

/** What reading one file may cost: 9 seconds, so that the person has an answer within 10, and 512 MB. */
export const SAFETY_LIMITS: SafetyLimits = { milliseconds: 9_000, memoryBytes: 512 * 1024 * 1024 };

/** Files being read at once by this process; with the limits above, reading never takes more than 1 GB and two cores. */
const AT_ONCE = 2;

/** Files that may wait for their turn; each is held in memory meanwhile, up to 25 MB. */
const MOST_WAITING = 8;

const inTurn = takeTurns(AT_ONCE, MOST_WAITING);

/**
 * Reads a file from a stranger: what `openFile` does, in a process of its own, so that a hostile file can take neither this
 * process nor more time or memory than the limits. Never throws; a file that was stopped comes back as a sentence that says so.
 *
 * Text is read in the child too: starting it costs about a tenth of a second, and a text can be made to take long as well.
 */
export async function openFileSafely(
  file: GivenFile,
  limits: SafetyLimits = SAFETY_LIMITS,
): Promise<OpenedFile> {
  const name = printableFileName(file.fileName);
  try {
    refuseSize(name, file.bytes.length);
  } catch (error) {
    if (error instanceof Refusal) return error.file;
    throw error;
  }
  const entry = childEntry();
  const opened = await inTurn(() =>
    entry === undefined ? openFile(file) : openFileInChild(file, limits, entry),
  );
  if (opened !== QUEUE_FULL) return opened;
  return {
    kind: 'unreadable',
    reason: 'took-too-long',
    sentence: `${name} was not read, because many other files are being read at the moment. Wait a minute, and choose it again.`,
  };
}

/**
 * The child's program beside this file: compiled where this file is compiled; the source itself where Node runs TypeScript.
 * Where a test runner has loaded this source on a Node that cannot (20), there is none, and the file is read in the same
 * process, bounded by what `openFile` counts. What is installed is always compiled, so nothing that serves people comes here.
 */
function childEntry(): URL | undefined {
  const fromSource = import.meta.url.endsWith('.ts');
  const nodeRunsTypeScript = 'typescript' in process.features && process.features.typescript !== false;
  if (fromSource && !nodeRunsTypeScript) return undefined;
  return new URL(`./open-file-child.${fromSource ? 'ts' : 'js'}`, import.meta.url);
}

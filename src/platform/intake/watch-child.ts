import { residentBytes } from './resident-bytes.ts';
import { processorTime } from './processor-time.ts';

/** What reading one file may cost before it is stopped. */
export interface SafetyLimits {
  /** Processor time of the whole child process. */
  readonly processorMilliseconds: number;
  /** By the clock, however little of the processor it got: so long the person waits for an answer. */
  readonly waitMilliseconds: number;
  /** Memory of the whole child process, in bytes. */
  readonly memoryBytes: number;
}

export type Stopped =
  | { readonly why: 'took-too-long' | 'too-much-memory' }
  /** The machine had no time for it: how much processor time it got, in milliseconds, where that is known. */
  | { readonly why: 'server-busy'; readonly got: number | null };

/** Tells of a process what it has used; a test gives others. */
export interface Meters {
  readonly processorTime: (pid: number) => number | null;
  readonly residentBytes: (pid: number) => number;
}

const METERS: Meters = { processorTime, residentBytes };
const EVERY_MILLISECONDS = 25;

/**
 * Calls `stop` once when a process has used more than it may. The engine's own limit of memory covers only its heap, not the
 * buffers that unpacking fills; Linux tells of the whole, and of processor time. On other systems the heap's limit and the
 * clock stand alone.
 * @returns stops watching
 */
export function watchChild(
  pid: number | undefined,
  limits: SafetyLimits,
  stop: (stopped: Stopped) => void,
  meters: Meters = METERS,
): () => void {
  let isOver = false;
  let got: number | null = null;
  const end = (stopped: Stopped): void => {
    if (isOver) return;
    cease();
    stop(stopped);
  };
  const look = (child: number): void => {
    const bytes = meters.residentBytes(child);
    const used = meters.processorTime(child);
    got = used ?? got;
    if (bytes > limits.memoryBytes) end({ why: 'too-much-memory' });
    else if (used !== null && used > limits.processorMilliseconds) end({ why: 'took-too-long' });
  };
  const timer = setInterval(() => pid !== undefined && look(pid), EVERY_MILLISECONDS);
  const waited = setTimeout(() => end({ why: 'server-busy', got }), limits.waitMilliseconds);
  const cease = (): void => {
    isOver = true;
    clearInterval(timer);
    clearTimeout(waited);
  };
  return cease;
}

import type { Db } from '../../../platform/db/index.ts';
import type { Log } from '../../../platform/log.ts';
import { type Clock, systemClock } from '../../../platform/time/plain-day.ts';
import { writeCheckpoint } from './write-checkpoint.port.ts';

const MINUTE = 60_000;

export interface CheckpointKeeper {
  /** Writes a checkpoint where there are new events and the last one is a minute old; the timer calls it. */
  readonly tick: () => Promise<void>;
  /** Ends the timer and writes the last checkpoint. Before the database closes. */
  readonly stop: () => Promise<void>;
}

/**
 * Writes a checkpoint now, at most once a minute while there are new events, and when it is stopped. What goes wrong is
 * logged and tried again: a council's work does not stop because a disk is full.
 */
export async function keepCheckpoints(
  db: Db,
  folder: string,
  { log, clock = systemClock }: { readonly log: Log; readonly clock?: Clock },
): Promise<CheckpointKeeper> {
  let last = -Infinity;
  const write = async () => {
    try {
      const wrote = await writeCheckpoint(db, folder);
      if (wrote.kind === 'trail-differs') {
        log.error(
          { sequence: wrote.sequence },
          'The audit trail differs from its last checkpoint, so none was signed. Run: throughline audit verify',
        );
      }
      if (wrote.kind !== 'nothing-new') last = clock().getTime();
    } catch (err) {
      log.error({ err }, 'A checkpoint of the audit trail could not be written');
    }
  };
  // One at a time, so that stopping waits for the one under way.
  let writing = write();
  await writing;
  const tick = async () => {
    await writing;
    if (clock().getTime() - last < MINUTE) return;
    writing = write();
    await writing;
  };
  const timer = setInterval(() => void tick(), MINUTE / 4);
  timer.unref();
  return {
    tick,
    stop: async () => {
      clearInterval(timer);
      await writing;
      await write();
    },
  };
}

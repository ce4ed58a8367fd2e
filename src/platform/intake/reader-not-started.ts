import { channel } from 'node:diagnostics_channel';
import type { Log } from '../log.ts';

const notStarted = channel('throughline:reader-not-started');

/**
 * Says that no process could be had to read a file: of nobody's file, and the server's doing.
 * @param code the system's word for why (EMFILE, EAGAIN, ENOENT), or `not-loaded` where the process ran without its program
 */
export function tellNotStarted(code: string): void {
  notStarted.publish({ code });
}

/** Has it in the log from now on. @returns stops that */
export function logReadersNotStarted(log: Log): () => void {
  const write = (message: unknown): void => {
    log.error(message, 'A file could not be read, because no process to read it could be started');
  };
  notStarted.subscribe(write);
  return () => notStarted.unsubscribe(write);
}

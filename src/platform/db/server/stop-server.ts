import { setTimeout as wait } from 'node:timers/promises';
import { DatabaseProblemError } from '../database-problem.ts';
import { isServerOf } from './process-state.ts';
import type { RunningServer } from './postmaster-file.ts';

/**
 * Stops a server in order (PostgreSQL's "fast" shutdown: sessions are ended, everything is written). One that has not
 * stopped after 30 seconds is stopped at once, which loses nothing that was saved: it recovers at its next start.
 */
export async function stopServer(server: RunningServer, cluster: string): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (!isServerOf(server.pid, cluster)) return;
    process.kill(server.pid, signal);
    for (const deadline = Date.now() + patience; Date.now() < deadline; await wait(20)) {
      if (!isServerOf(server.pid, cluster)) return;
    }
  }
  throw new DatabaseProblemError(
    'server-stuck',
    `The database server (process ${server.pid}) does not stop. End that process, then start Throughline again; nothing saved is lost.`,
  );
}

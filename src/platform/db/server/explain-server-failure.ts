import { statfs } from 'node:fs/promises';
import { DatabaseProblemError } from '../database-problem.ts';
import type { ServerPlace } from './server-place.ts';

const MEBIBYTE = 1024 * 1024;

/**
 * Turns what initdb or the server said before it gave up into a sentence for the person who starts Throughline. The
 * words are PostgreSQL's own (English: see BARE_ENVIRONMENT); those that are not known are passed on with the log's path.
 *
 * @param doing what was being done
 */
export async function explainServerFailure(
  said: string,
  place: ServerPlace,
  doing: 'creating the database' | 'starting the database',
): Promise<DatabaseProblemError> {
  const folder = place.folder;
  if (/No space left on device|could not extend file|Check free disk space/i.test(said)) {
    return new DatabaseProblemError(
      'disk-full',
      `The disk that holds ${folder} is full (${await freeSpace(folder)} free) while ${doing}. Make room: a new database takes about 60 MB. Then start again; nothing saved is lost.`,
    );
  }
  if (/already in use|lock file ".*" already exists|Is another postmaster/i.test(said)) {
    return new DatabaseProblemError(
      'socket-taken',
      `Another PostgreSQL server is using ${folder}, and it is not this one. Stop it, or set THROUGHLINE_DATA to another folder.`,
    );
  }
  if (/initialized by PostgreSQL version|incompatible with server/i.test(said)) {
    return new DatabaseProblemError(
      'other-major-version',
      `The database in ${place.cluster} was made by another version of PostgreSQL than the one that runs here. Install that version, or move the folder away to start with a new database and restore a backup into it.`,
    );
  }
  if (/has wrong ownership|has invalid permissions|Permission denied/i.test(said)) {
    return new DatabaseProblemError(
      'folder-not-writable',
      `The account ${place.account.name}, which runs the database, may not use everything in ${folder}. Give the folder and all in it back to that account (chown -R ${place.account.name} "${folder}"), then start again.`,
    );
  }
  if (
    doing === 'starting the database' &&
    /could not (open|read|locate|find)|corrupt|invalid (primary )?checkpoint|PANIC/i.test(said)
  ) {
    return new DatabaseProblemError(
      'cluster-damaged',
      `The database's files in ${place.cluster} are damaged or incomplete, so it cannot start. Restore a backup, or ask whoever looks after the disk. PostgreSQL said: ${lastWords(said)} The whole log is ${place.logFile}.`,
    );
  }
  return new DatabaseProblemError(
    'server-failed',
    `PostgreSQL stopped while ${doing}. It said: ${lastWords(said)} The whole log is ${place.logFile}.`,
  );
}

async function freeSpace(folder: string): Promise<string> {
  const disk = await statfs(folder).catch(() => undefined);
  return disk === undefined ? 'none' : `${Math.floor((disk.bavail * disk.bsize) / MEBIBYTE)} MB`;
}

/** The lines that matter of a log, without its dates and numbers. */
function lastWords(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '');
  const telling = lines.filter((line) => /FATAL|PANIC|ERROR|error:/.test(line));
  const words = (telling.length > 0 ? telling : lines)
    .slice(-2)
    .map((line) => line.replace(/^.*?(FATAL|PANIC|ERROR): +/, ''));
  return words.length === 0 ? 'nothing.' : words.join(' ').replace(/\.?$/, '.');
}

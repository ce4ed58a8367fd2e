import { createHash } from 'node:crypto';
import { chmod, chown, readFile, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { makeFolder, WAY_THROUGH } from '../../make-folder.ts';
import { DatabaseProblemError } from '../database-problem.ts';
import { errorCode } from './error-code.ts';
import { explainFolderFailure } from './explain-folder-failure.ts';
import { run } from './run-as.ts';
import { chooseAccount, type ServerAccount } from './server-account.ts';

/** Where the server that Throughline runs keeps its things, and as whom it runs. */
export interface ServerPlace {
  /** Holds all the rest; closed to everyone but the server's account and root. */
  readonly folder: string;
  /** PostgreSQL's data folder. */
  readonly cluster: string;
  readonly logFile: string;
  readonly lockFile: string;
  /** Tells people and other programs where the server is; in the data folder, wherever the place lies. */
  readonly connectionFile: string;
  /** Throughline's data folder, its links resolved. */
  readonly dataFolder: string;
  /** Where copies of the server's programs go, when they cannot run from where npm put them. */
  readonly binariesFolder: string;
  readonly account: ServerAccount;
  /** True where the server's account cannot enter the project's data folder, so that the place lies outside it. */
  readonly elsewhere: boolean;
}

/** Outside the project: where the system keeps what lasts. */
const SYSTEM_FOLDER = '/var/lib/throughline';

/**
 * Finds the place of a data folder's database, or chooses one for a new database. Ordinarily that is `database` in the
 * data folder. Root's server runs as another account; where that account cannot enter the data folder (under /root,
 * say) the place is a folder of its own under /var/lib/throughline, named after the data folder.
 *
 * Makes the folder. Throws a DatabaseProblemError where it may not.
 *
 * @param systemFolder instead of /var/lib/throughline, for tests
 */
export async function findServerPlace(
  dataFolder: string,
  systemFolder = SYSTEM_FOLDER,
): Promise<ServerPlace> {
  makeOr(dataFolder);
  const data = await realpath(dataFolder);
  const known = await readKnownPlace(data);
  const inside = join(data, 'database');
  const folder = known ?? inside;
  const owner = await ownerOf(join(folder, 'cluster'));
  const account = await chooseAccount(owner);
  if (!account.switched) {
    await makePrivateFolder(inside, account);
    return describe(inside, data, account, join(data, 'binaries'));
  }
  const binariesFolder = join(systemFolder, 'binaries');
  if (known === undefined && (await canEnter(data, account)) && (await tryPrivateFolder(inside, account))) {
    return describe(inside, data, account, binariesFolder);
  }
  // Going elsewhere now would show an empty database, as if everything were lost.
  if (known === undefined && owner !== undefined) throw shutOut(inside, account);
  const outside = known ?? join(systemFolder, nameFor(data));
  await makePrivateFolder(outside, account);
  return describe(await realpath(outside), data, account, binariesFolder);
}

function describe(folder: string, data: string, account: ServerAccount, binariesFolder: string): ServerPlace {
  return {
    folder,
    cluster: join(folder, 'cluster'),
    logFile: join(folder, 'server.log'),
    lockFile: join(folder, 'lock'),
    connectionFile: join(data, 'connection.json'),
    dataFolder: data,
    binariesFolder,
    account,
    elsewhere: dirname(folder) !== data,
  };
}

/** `kent-3f2a9c01`: readable to the person who meets it in /var/lib, and one for each data folder. */
function nameFor(dataFolder: string): string {
  const word = basename(dirname(dataFolder))
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 40);
  return `${word}-${createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)}`;
}

const connectionFile = z.object({ dataFolder: z.string(), place: z.string() });

/**
 * The place written down in the data folder at an earlier start, if it lies outside it. It goes along when the project
 * is moved; but a project that was copied gets a database of its own, since its original still has the first.
 */
async function readKnownPlace(data: string): Promise<string | undefined> {
  const written = await readConnection(data);
  if (written === undefined || dirname(written.place) === written.dataFolder) return undefined;
  if (written.dataFolder === data) return written.place;
  const original = await readConnection(written.dataFolder);
  return original?.place === written.place ? undefined : written.place;
}

async function readConnection(dataFolder: string) {
  try {
    const text = await readFile(join(dataFolder, 'connection.json'), 'utf8');
    return connectionFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

async function ownerOf(path: string): Promise<number | undefined> {
  try {
    return (await stat(path)).uid;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new DatabaseProblemError(
      'belongs-to-another-account',
      `The database in ${dirname(path)} belongs to another account, which started Throughline before. Start it as that account (or as root, if root did), or set THROUGHLINE_DATA to another folder.`,
    );
  }
}

function shutOut(inside: string, account: ServerAccount): DatabaseProblemError {
  return new DatabaseProblemError(
    'folder-not-writable',
    `The database is in ${inside}, and the account ${account.name}, which runs its server, can no longer enter that folder. Let it through every folder above it (chmod o+x), then start again.`,
  );
}

async function canEnter(folder: string, account: ServerAccount): Promise<boolean> {
  return (await run('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], account)).status === 0;
}

async function tryPrivateFolder(folder: string, account: ServerAccount): Promise<boolean> {
  try {
    await makePrivateFolder(folder, account);
    return true;
  } catch (error) {
    // A file system without owners (a shared or removable disk) cannot hold a server's data.
    if (error instanceof DatabaseProblemError && error.problem.code === 'folder-not-writable') return false;
    throw error;
  }
}

async function makePrivateFolder(folder: string, account: ServerAccount): Promise<void> {
  // The server's account has to come through the folders above it.
  makeOr(folder, WAY_THROUGH);
  try {
    if (account.switched) await chown(folder, account.uid, account.gid);
    await chmod(folder, 0o700);
  } catch (error) {
    throw explainFolderFailure(error, folder) ?? error;
  }
}

/** Makes a folder and those above it, or says why not. */
function makeOr(folder: string, atLeast?: number): void {
  try {
    makeFolder(folder, atLeast);
  } catch (error) {
    throw explainFolderFailure(error, folder) ?? error;
  }
}

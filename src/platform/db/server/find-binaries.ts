import { access, constants, readdir, realpath } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { DatabaseProblemError } from '../database-problem.ts';
import {
  copyEmbeddedPackage,
  copyOf,
  findEmbeddedPackage,
  makeLibraryLinks,
  type EmbeddedPackage,
} from './embedded-binaries.ts';
import { run } from './run-as.ts';
import type { ServerPlace } from './server-place.ts';

/** PostgreSQL's programs, seen to run as the server's account. */
export interface Binaries {
  readonly folder: string;
  /** As PostgreSQL says it: '18.4'. */
  readonly version: string;
  readonly major: number;
  readonly origin: 'npm' | 'system';
}

/** Where programs are looked for. */
export interface BinarySources {
  /** The npm package; undefined where there is none. */
  readonly embedded: EmbeddedPackage | undefined;
  /** `bin` folders of the system, best first. */
  readonly system: readonly string[];
}

/** The oldest PostgreSQL that the migrations are written for. */
export const OLDEST_MAJOR = 15;

/**
 * Finds programs to run the server with: those of the npm package first, then the system's, newest first. Where there
 * is a database already, only programs of the major version that made it will do.
 *
 * @param clusterMajor major version of the database that is there
 * @throws DatabaseProblemError with everything that was tried
 */
export async function findBinaries(
  sources: BinarySources,
  place: ServerPlace,
  clusterMajor: number | undefined,
  onStep: (step: string) => void,
): Promise<Binaries> {
  const { found, rejected } = await lookForBinaries(sources, place, onStep, clusterMajor);
  const fitting = found.find(({ major }) => major === (clusterMajor ?? major));
  if (fitting !== undefined) return fitting;
  if (found.length > 0) {
    const have = found.map(({ version, folder }) => `${version} in ${folder}`).join(', ');
    throw new DatabaseProblemError(
      'other-major-version',
      `The database in ${place.cluster} was made by PostgreSQL ${clusterMajor}, and this machine has ${have}. Install PostgreSQL ${clusterMajor}, or move that folder away to start with a new database and restore a backup into it.`,
    );
  }
  throw new DatabaseProblemError(
    'no-binaries',
    `No PostgreSQL that runs on this machine (${process.platform} ${process.arch}) was found. Install PostgreSQL ${OLDEST_MAJOR} or later, or set DATABASE_URL to a server elsewhere. Tried: ${rejected.join('; ')}.`,
  );
}

/** Looks through the sources until programs of the wanted version are found; every rejection is a reason in words. */
async function lookForBinaries(
  sources: BinarySources,
  place: ServerPlace,
  onStep: (step: string) => void,
  wanted: number | undefined,
) {
  const found: Binaries[] = [];
  const rejected: string[] = [];
  const tries = [
    () => tryEmbedded(sources.embedded, place, onStep),
    ...sources.system.map((folder) => () => tryFolder(folder, 'system', place)),
  ];
  for (const attempt of tries) {
    const result = await attempt();
    if (typeof result === 'string') {
      rejected.push(result);
      continue;
    }
    found.push(result);
    if (result.major === (wanted ?? result.major)) break;
  }
  return { found, rejected };
}

async function tryEmbedded(
  embedded: EmbeddedPackage | undefined,
  place: ServerPlace,
  onStep: (step: string) => void,
): Promise<Binaries | string> {
  if (embedded === undefined)
    return `npm has no PostgreSQL for ${process.platform} ${process.arch}, or did not install it`;
  // Where the package's folder may not be written to, the copy gets its links instead.
  await makeLibraryLinks(embedded.native).catch(() => undefined);
  const inPlace = await tryFolder(join(embedded.native, 'bin'), 'npm', place);
  if (typeof inPlace !== 'string') return inPlace;
  const copied = join(copyOf(embedded, place.binariesFolder), 'bin');
  const inCopy = await tryFolder(copied, 'npm', place);
  if (typeof inCopy !== 'string') return inCopy;
  try {
    onStep(
      `Copying PostgreSQL's programs to ${place.binariesFolder}, where the account ${place.account.name} can run them`,
    );
    await copyEmbeddedPackage(embedded, place.binariesFolder);
    return await tryFolder(copied, 'npm', place);
  } catch (error) {
    return `${inPlace}; and they could not be copied to ${place.binariesFolder} (${String(error)})`;
  }
}

async function tryFolder(
  folder: string,
  origin: Binaries['origin'],
  place: ServerPlace,
): Promise<Binaries | string> {
  const said = await run(join(folder, 'postgres'), ['--version'], place.account);
  const version = /\(PostgreSQL\) ((\d+)\S*)/.exec(said.output);
  if (said.status !== 0 || version === null) {
    return `${folder} does not run as the account ${place.account.name} (${said.output.trim().split('\n')[0] ?? 'no answer'})`;
  }
  const major = Number(version[2]);
  if (major < OLDEST_MAJOR)
    return `${folder} is PostgreSQL ${version[1]}, and ${OLDEST_MAJOR} or later is needed`;
  const initdb = await run(join(folder, 'initdb'), ['--version'], place.account);
  if (initdb.status !== 0) return `${folder} has no initdb that runs`;
  return { folder, version: version[1] ?? '', major, origin };
}

/**
 * What this machine has: the npm package, the usual folders of Debian and Red Hat, and the folders where programs are
 * looked for.
 *
 * @param searchPath the environment's PATH
 */
export async function findBinarySources(searchPath: string | undefined): Promise<BinarySources> {
  const versioned = await Promise.all([
    versionFolders('/usr/lib/postgresql', /^(\d+)$/, 'bin'),
    versionFolders('/usr', /^pgsql-(\d+)$/, 'bin'),
  ]);
  const onPath = await Promise.all((searchPath ?? '').split(delimiter).map(resolveProgramFolder));
  return {
    embedded: await findEmbeddedPackage(),
    system: [...new Set([...versioned.flat(), ...onPath.filter((folder) => folder !== undefined)])],
  };
}

async function versionFolders(parent: string, name: RegExp, child: string): Promise<string[]> {
  const names = await readdir(parent).catch(() => []);
  return names
    .flatMap((entry) => {
      const major = Number(name.exec(entry)?.[1]);
      return Number.isNaN(major) ? [] : [{ major, folder: join(parent, entry, child) }];
    })
    .sort((a, b) => b.major - a.major)
    .map(({ folder }) => folder);
}

/** The true folder of a `postgres` on the search path, which is often a link to it. */
async function resolveProgramFolder(folder: string): Promise<string | undefined> {
  if (!folder.startsWith('/')) return undefined;
  try {
    await access(join(folder, 'postgres'), constants.X_OK);
    return join(await realpath(join(folder, 'postgres')), '..');
  } catch {
    return undefined;
  }
}

import { randomUUID } from 'node:crypto';
import { readFile, readdir, rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { errorCode } from './error-code.ts';
import { explainServerFailure } from './explain-server-failure.ts';
import type { Binaries } from './find-binaries.ts';
import { run } from './run-as.ts';
import { ROLE_ADMINISTRATOR } from './server-names.ts';
import type { ServerPlace } from './server-place.ts';

/** The major version that made the database of a place; undefined where there is none yet. */
export async function readClusterMajor(cluster: string): Promise<number | undefined> {
  try {
    const major = Number.parseInt(await readFile(join(cluster, 'PG_VERSION'), 'utf8'), 10);
    return Number.isNaN(major) ? undefined : major;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/**
 * Makes a new, empty PostgreSQL data folder. It is made beside and renamed when whole, so that a process killed half
 * way leaves nothing that looks like a database.
 *
 * Text is UTF-8 and sorts by code point (C.UTF-8): the order is the same on every machine and release, so an index
 * never goes bad when a system library is updated. Lists for people ask for British order where they sort
 * (`collate "en-GB-x-icu"`).
 */
export async function createCluster(binaries: Binaries, place: ServerPlace): Promise<void> {
  await removeHalfMade(place);
  // A name of its own, since an initdb whose Throughline was killed goes on for a moment, and would write into ours.
  const making = `${place.cluster}.new-${randomUUID()}`;
  const options = [`--username=${ROLE_ADMINISTRATOR}`, '--auth=peer', '--encoding=UTF8', '--data-checksums'];
  const made = await run(
    join(binaries.folder, 'initdb'),
    ['-D', making, ...options, ...localeOptions(binaries.major), '--no-instructions'],
    place.account,
  );
  if (made.status !== 0) {
    await rm(making, { recursive: true, force: true });
    throw await explainServerFailure(made.output, place, 'creating the database');
  }
  await rename(making, place.cluster);
}

async function removeHalfMade(place: ServerPlace): Promise<void> {
  const prefix = `${basename(place.cluster)}.new-`;
  const names = (await readdir(place.folder)).filter((name) => name.startsWith(prefix));
  for (const name of names)
    await rm(join(place.folder, name), { recursive: true, force: true, maxRetries: 5 });
}

/** PostgreSQL has C.UTF-8 within itself from 17 on; before that the system's is used, which macOS lacks. */
function localeOptions(major: number): readonly string[] {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return process.platform === 'darwin' ? ['--lc-collate=C', '--lc-ctype=en_GB.UTF-8'] : ['--locale=C.UTF-8'];
}

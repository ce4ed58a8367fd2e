import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/**
 * Compiles the child's program as the build does, into a folder inside `node_modules` (so that it finds the libraries).
 * @returns where it stands, and what removes it again
 */
export async function compileChild(): Promise<{ entry: URL; remove: () => Promise<void> }> {
  const cache = join(ROOT, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'intake-'));
  const project = {
    extends: join(ROOT, 'tsconfig.build.json'),
    compilerOptions: {
      rootDir: join(ROOT, 'src'),
      outDir: join(folder, 'dist'),
      incremental: false,
      tsBuildInfoFile: null,
    },
    files: [join(ROOT, 'src/platform/intake/open-file-child.ts')],
    include: [],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  return {
    entry: pathToFileURL(join(folder, 'dist/platform/intake/open-file-child.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

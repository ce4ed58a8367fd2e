import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export interface CompiledReaders {
  /** The child's program. */
  readonly program: URL;
  /** Where a file of the source stands compiled, by its `import.meta.url`. */
  readonly compiled: (source: string) => string;
  readonly remove: () => Promise<void>;
}

/**
 * Compiles the child's program, and files whose functions it is to call, as the build does, into a folder inside
 * `node_modules` (so that it finds the libraries).
 * @param sources the files, by their `import.meta.url`
 */
export async function compileReaders(sources: readonly string[]): Promise<CompiledReaders> {
  const cache = join(ROOT, 'node_modules', '.cache');
  await mkdir(cache, { recursive: true });
  const folder = await mkdtemp(join(cache, 'intake-'));
  const child = new URL('../read-apart-child.ts', import.meta.url).href;
  const project = {
    extends: join(ROOT, 'tsconfig.build.json'),
    compilerOptions: {
      rootDir: join(ROOT, 'src'),
      outDir: join(folder, 'dist'),
      incremental: false,
      tsBuildInfoFile: null,
    },
    files: [child, ...sources].map((url) => fileURLToPath(url)),
    include: [],
  };
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(project));
  await promisify(execFile)(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', folder]);
  const compiled = (source: string): string =>
    source
      .replace(pathToFileURL(join(ROOT, 'src/')).href, pathToFileURL(join(folder, 'dist/')).href)
      .replace(/\.tsx?$/, '.js');
  return {
    program: new URL(compiled(child)),
    compiled,
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

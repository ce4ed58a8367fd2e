import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';

export type Chosen =
  | { readonly kind: 'files'; readonly files: readonly string[] }
  | { readonly kind: 'problem'; readonly sentence: string };

/** The files that are named, or all within a folder that is named, from the root of the project. */
export function namedFiles(root: string, names: readonly string[]): Chosen {
  const missing = names.find((name) => !existsSync(path.resolve(root, name)));
  if (missing !== undefined) return { kind: 'problem', sentence: `There is no file or folder ${missing}` };
  const all = names.flatMap((name) => {
    const full = path.resolve(root, name);
    return statSync(full).isDirectory()
      ? readdirSync(full, { recursive: true, encoding: 'utf8' }).map((one) => path.join(full, one))
      : [full];
  });
  return {
    kind: 'files',
    files: all
      .map((one) => path.relative(root, one))
      .filter(isProgram)
      .toSorted(),
  };
}

/** The files of the program that differ from a commit, with what is not committed yet. */
export function filesChangedSince(root: string, commit: string): Chosen {
  const git = (args: readonly string[]) => spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  const changed = git(['diff', '--name-only', '--relative', '--diff-filter=d', '-z', commit, '--']);
  const added = git(['ls-files', '--others', '--exclude-standard', '-z']);
  if (changed.status !== 0)
    return { kind: 'problem', sentence: `Git knows no commit ${commit}: ${changed.stderr.trim()}` };
  const files = `${changed.stdout}${added.stdout}`.split('\0').filter(isProgram);
  return { kind: 'files', files: [...new Set(files)].toSorted() };
}

/** What people run: not a test, not what only tests use, not what is generated. */
function isProgram(file: string): boolean {
  return (
    /^src\/.*\.tsx?$/.test(file) &&
    !/(\.test\.tsx?|\.d\.ts|\.generated\.ts)$|\/(testing|story|fixtures)\//.test(file)
  );
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import path from 'node:path';
import { type Place, placeOf } from './place.ts';
import { type Import, type ReadFile, readImports } from './read-imports.ts';
import type { EdgeTable } from './table.ts';

/** What an import leads to. A `file` is a path from the project's folder. */
export type Target =
  | { readonly kind: 'file'; readonly file: string }
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'node'; readonly name: string }
  | { readonly kind: 'nowhere' };

export interface Edge extends Import {
  readonly to: Target;
}

export interface SourceFile extends ReadFile {
  readonly file: string;
  readonly place: Place;
  readonly edges: readonly Edge[];
}

export interface Tree {
  readonly files: ReadonlyMap<string, SourceFile>;
  /** Packages of package.json: of the program, and those for building and testing beside them. */
  readonly packages: { readonly program: ReadonlySet<string>; readonly all: ReadonlySet<string> };
}

const FOLDERS = ['src', 'bench', 'bin', 'samples', 'test', 'tools'];

/** Reads every source file of a project, and where its imports lead. */
export function readTree(root: string, table: EdgeTable): Tree {
  const names = FOLDERS.flatMap((folder) => sourcesUnder(root, folder));
  const known = new Set(names);
  const files = new Map(
    names.map((file) => {
      const read = readImports(file, readFileSync(path.join(root, file), 'utf8'));
      const edges = read.imports.flatMap((one) => {
        const to = leadsTo(root, file, one, known);
        return to === null ? [] : [{ ...one, to }];
      });
      return [file, { ...read, file, place: placeOf(file, table), edges }];
    }),
  );
  return { files, packages: packagesOf(root) };
}

function sourcesUnder(root: string, folder: string): string[] {
  const whole = path.join(root, folder);
  if (!existsSync(whole)) return [];
  return readdirSync(whole, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts'))
    .map((name) => `${folder}/${name.split(path.sep).join('/')}`);
}

/** Null for a path that names no source file: a folder, a style sheet, a text. */
function leadsTo(
  root: string,
  file: string,
  { specifier, by }: Import,
  known: ReadonlySet<string>,
): Target | null {
  if (specifier === null) return { kind: 'nowhere' };
  if (isBuiltin(specifier)) return { kind: 'node', name: specifier };
  if (/^[a-z][a-z0-9+.-]*:/.test(specifier)) return by === 'path' ? null : { kind: 'nowhere' };
  if (by !== 'path' && /^[^./#]/.test(specifier)) {
    const parts = specifier.split('/');
    return { kind: 'package', name: parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/') };
  }
  // What is built stands for what it is built from.
  const target = path.posix.join(path.posix.dirname(file), specifier).replace(/^dist\//, 'src/');
  const source = [target, target.replace(/\.js$/, '.ts'), target.replace(/\.js$/, '.tsx')].find((one) =>
    known.has(one),
  );
  if (source !== undefined) return { kind: 'file', file: source };
  if (by === 'path' || by === 'require') return null;
  // A file all the same, such as package.json or a list of facts: no rule asks what it imports.
  return existsSync(path.join(root, target)) && /\.\w+$/.test(target)
    ? { kind: 'file', file: target }
    : { kind: 'nowhere' };
}

function packagesOf(root: string): Tree['packages'] {
  const stated = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies?: Record<string, string>;
    devDependencies?: Record<string, string>;
  };
  const program = Object.keys(stated.dependencies ?? {});
  return {
    program: new Set(program),
    all: new Set([...program, ...Object.keys(stated.devDependencies ?? {})]),
  };
}

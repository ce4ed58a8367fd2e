import type { EdgeTable, Kind } from './table.ts';

/** Where a file lies, as the rules see it. */
export interface Place {
  readonly area: 'platform' | 'module' | 'app' | 'beside';
  /** The folder under src/platform, or the module; '' elsewhere. */
  readonly name: string;
  /** The folders between the module and the file (`reading/times`), '' for a file of the module itself. */
  readonly folder: string;
  readonly base: string;
  /** Whether it is part of the program; tests and what only tests use are not (as in tsconfig.build.json). */
  readonly built: boolean;
  /** By its suffix; null where no rule of kinds holds. */
  readonly kind: Kind | null;
}

/** Where the file of this path lies. */
export function placeOf(file: string, table: EdgeTable): Place {
  const parts = file.split('/');
  const base = parts.at(-1) ?? '';
  const built =
    parts[0] === 'src' &&
    !/\.test\.tsx?$/.test(base) &&
    !parts.includes('story') &&
    !parts.includes('testing') &&
    !file.startsWith('src/platform/govuk/fixtures/');
  const [top, second = '', name = ''] = parts;
  if (top !== 'src') return { area: 'beside', name: '', folder: '', base, built, kind: null };
  if (second === 'platform')
    return { area: 'platform', name, folder: parts.slice(3, -1).join('/'), base, built, kind: null };
  if (second !== 'modules' || parts.length < 4)
    return { area: 'app', name: '', folder: '', base, built, kind: null };
  const folder = parts.slice(3, -1).join('/');
  return {
    area: 'module',
    name,
    folder,
    base,
    built,
    kind: built ? kindOf(folder, base, table) : null,
  };
}

function kindOf(folder: string, base: string, table: EdgeTable): Kind | null {
  if (folder === '') return null;
  const [, suffix = ''] = /^[^.]+(\..*)?\.tsx?$/.exec(base) ?? [];
  const ending = base.slice(base.indexOf('.'));
  for (const [kind, { suffixes }] of Object.entries(table.kinds) as [Kind, { suffixes: readonly string[] }][])
    if (suffixes.includes(ending)) return kind;
  return suffix === '' && base.endsWith('.ts') ? 'command' : null;
}

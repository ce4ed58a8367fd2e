import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * What a test needs, and so how it is run:
 * - pure: no database can be reached through what it imports. Files share what they import, in an order shuffled anew each day.
 * - database: a database of its own on the run's one server. Files share what they import, the server and its templates.
 * - thorough: starts programs, kills them, takes a browser, or tries so much that it does not belong in the everyday run.
 * - journeys: a real browser in front of the whole program.
 */
export const LANES = ['pure', 'database', 'thorough', 'journeys'] as const;
export type Lane = (typeof LANES)[number];

/** Folders that tests stand in, beside what they test or by themselves. */
const PLACES = ['src', 'test', 'samples', 'tools', 'bench'];

const TEST = /\.test\.tsx?$/;
const THOROUGH = /\.(browser|processes|thorough)\.test\.tsx?$|^test\/thorough\//;
const JOURNEY = /^test\/journeys\//;

/**
 * Every test file under a folder with its lane, found by its name and place and else by what it imports, so that no list
 * is kept by hand. Paths are relative to the folder, with forward slashes, in the order of the alphabet.
 */
export function lanesUnder(root: string): ReadonlyMap<string, Lane> {
  const reader = new ImportReader(root);
  const files = PLACES.filter((place) => existsSync(path.join(root, place)))
    .flatMap((place) =>
      readdirSync(path.join(root, place), { recursive: true, encoding: 'utf8' }).map((name) =>
        path.posix.join(place, name.split(path.sep).join('/')),
      ),
    )
    .filter((file) => TEST.test(file))
    .sort();
  return new Map(files.map((file) => [file, laneOf(file, reader)]));
}

function laneOf(file: string, reader: ImportReader): Lane {
  if (JOURNEY.test(file)) return 'journeys';
  if (THOROUGH.test(file)) return 'thorough';
  return reader.reachesDatabase(file) ? 'database' : 'pure';
}

/** The package by which everything that speaks to a database speaks to it. */
const DRIVER = /from 'pg'/;

/**
 * Imports that are there when the program runs: `import type` is not, and a type named among others is, since its file is
 * loaded all the same. Each stands at the beginning of a line, as the formatter writes them, or is awaited.
 */
const IMPORT = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

/** Follows the relative imports of files, each file read once. */
class ImportReader {
  readonly #root: string;
  readonly #read = new Map<string, { readonly imports: readonly string[]; readonly isDriver: boolean }>();

  constructor(root: string) {
    this.#root = root;
  }

  reachesDatabase(file: string): boolean {
    const seen = new Set([file]);
    for (const next of seen) {
      const { imports, isDriver } = this.#importsOf(next);
      if (isDriver) return true;
      for (const found of imports) seen.add(found);
    }
    return false;
  }

  #importsOf(file: string) {
    const known = this.#read.get(file);
    if (known !== undefined) return known;
    const text = readFileSync(path.join(this.#root, file), 'utf8');
    const named = [...text.matchAll(IMPORT)].map(([whole, still, awaited]) => ({
      whole,
      from: still ?? awaited ?? '',
    }));
    const read = {
      isDriver: named.some(({ whole }) => DRIVER.test(whole)),
      imports: named
        .filter(({ from }) => from.startsWith('.') && /\.[cm]?[jt]sx?$/.test(from))
        .map(({ from }) => path.posix.join(path.posix.dirname(file), from))
        .filter((found) => existsSync(path.join(this.#root, found))),
    };
    this.#read.set(file, read);
    return read;
  }
}

#!/usr/bin/env node
// Moves files and rewrites what names them: relative imports and exports, dynamic imports, `new URL('./x', import.meta.url)`
// and paths written out in documents. Usage: node tools/move-files/move-files.mjs MAP.tsv (old path, tab, new path; a line each).
//
// An import that comes to cross from one module of src/modules into another goes by that module's index.ts, which gains
// the names it lacks. Nothing else of a file changes, so that its history follows (`git log --follow`).
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
const read = (file) => readFileSync(path.join(root, file), 'utf8');

const moves = readMap(process.argv[2]);
const tracked = new Set(git('ls-files', '-z').split('\0').filter(Boolean));
for (const [from, to] of moves) {
  if (!tracked.has(from)) moves.delete(from);
  else if (from !== to && tracked.has(to) && !moves.has(to)) throw new Error(`${to} is there already`);
}
const placeOf = (file) => moves.get(file) ?? file;

/** What each index.ts has to open besides: index -> name -> { from, isType }. */
const wanted = new Map();
/** What an index.ts of today opens: index -> name as exported -> file and name there. */
const doors = new Map();

const code = [...tracked].filter(
  (file) => /\.(tsx?|mts|mjs)$/.test(file) && existsSync(path.join(root, file)),
);
const written = new Map();
for (const file of code) {
  const before = read(file);
  const after = rewriteCode(file, before);
  if (after !== before) written.set(file, after);
}
for (const file of tracked)
  if (/\.(md|json|yml|css)$/.test(file) && !/package-lock|tables\.generated/.test(file)) {
    const before = read(file);
    const after = rewriteMentions(file, rewriteLinks(file, before));
    if (after !== before) written.set(file, after);
  }

for (const [from, to] of moves)
  if (from !== to) {
    mkdirSync(path.join(root, path.dirname(to)), { recursive: true });
    git('mv', from, to);
  }
for (const [file, text] of written) writeFileSync(path.join(root, placeOf(file)), text);
for (const [index, names] of wanted) openDoor(index, names);
removeEmptyFolders(path.join(root, 'src'));
const touched = [...new Set([...written.keys()].map(placeOf).concat([...wanted.keys()]))].filter((file) =>
  /\.(tsx?|mts|mjs)$/.test(file),
);
for (let start = 0; start < touched.length; start += 200)
  execFileSync(path.join(root, 'node_modules/.bin/oxfmt'), touched.slice(start, start + 200), { cwd: root });
process.stdout.write(
  `${[...moves].filter(([from, to]) => from !== to).length} files moved, ${written.size} rewritten, ${wanted.size} doors opened\n`,
);

function readMap(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split('\t').slice(0, 2)));
}

function moduleOf(file) {
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1];
}

function relative(fromFile, to) {
  const found = path.posix.relative(path.posix.dirname(fromFile), to);
  return found.startsWith('.') ? found : `./${found}`;
}

/** The tracked file a relative specifier of a file means; undefined where it means none. */
function targetOf(file, specifier) {
  if (!specifier.startsWith('.')) return undefined;
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
  if (tracked.has(target)) return target;
  return undefined;
}

function rewriteCode(file, text) {
  const home = placeOf(file);
  const doors = new Set();
  const statement = /^(import|export)( type)? (\{[^}]*\}|\* as \w+|\*|\w+) from '(\.[^']+)';$/gm;
  let out = text.replaceAll(statement, (whole, verb, typeOnly, names, specifier) => {
    const target = targetOf(file, specifier);
    if (target === undefined) return whole;
    if (verb === 'export' || !names.startsWith('{')) {
      const to = placeOf(target);
      // An index.ts that opened what now is another module's no longer does.
      if (verb === 'export' && moduleOf(home) !== undefined && moduleOf(to) !== moduleOf(home)) {
        for (const one of namesIn(names, typeOnly)) wantFrom(to, one);
        return '';
      }
      return whole.replace(specifier, relative(home, to));
    }
    const bySpecifier = new Map();
    for (const one of namesIn(names, typeOnly)) {
      const [to, name] = whereIs(file, target, one);
      const place = doorFor(home, to, { ...one, name });
      const text = `${one.isType && !typeOnly ? 'type ' : ''}${name === one.as ? name : `${name} as ${one.as}`}`;
      bySpecifier.set(place, [...(bySpecifier.get(place) ?? []), text]);
    }
    for (const place of bySpecifier.keys())
      if (/^src\/modules\/[^/]+\/index\.ts$/.test(place) || bySpecifier.size > 1)
        doors.add(relative(home, place));
    return [...bySpecifier]
      .map(
        ([place, kept]) => `import${typeOnly ?? ''} { ${kept.join(', ')} } from '${relative(home, place)}';`,
      )
      .join('\n');
  });
  out = out.replaceAll(/(\bimport\(\s*|new URL\(\s*|^import )'(\.[^']+)'/gm, (whole, before, specifier) => {
    const target = targetOf(file, specifier);
    if (target !== undefined) return `${before}'${relative(home, placeOf(target))}'`;
    // A folder, or a file that is made later: it stays where it is, and the one who names it has moved.
    if (home === file) return whole;
    const place = path.posix.normalize(path.posix.join(path.posix.dirname(file), specifier));
    return `${before}'${relative(home, place)}${specifier.endsWith('/') ? '/' : ''}'`;
  });
  return rewriteMentions(file, mergeImports(out, doors));
}

function namesIn(braces, typeOnly) {
  if (!braces.startsWith('{')) return [];
  return braces
    .slice(1, -1)
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const isType = part.startsWith('type ') || typeOnly !== undefined;
      const [name, as = name] = part.replace(/^type /, '').split(' as ');
      return { name, as, isType };
    });
}

/** The file a name is of: behind an index.ts whose own files part, the one that holds it. */
function whereIs(file, target, { name }) {
  if (!/^src\/modules\/[^/]+\/index\.ts$/.test(target)) return [placeOf(target), name];
  const behind = doorOf(target).get(name);
  if (behind === undefined) return [placeOf(target), name];
  const to = placeOf(behind.file);
  return moduleOf(to) === moduleOf(placeOf(target)) ? [placeOf(target), name] : [to, behind.name];
}

function doorOf(index) {
  const known = doors.get(index);
  if (known !== undefined) return known;
  const names = new Map();
  for (const [, typeOnly, braces, specifier] of read(index).matchAll(
    /^export( type)? (\{[^}]*\}) from '(\.[^']+)';$/gm,
  )) {
    const target = targetOf(index, specifier);
    if (target !== undefined)
      for (const { name, as, isType } of namesIn(braces, typeOnly))
        names.set(as, { file: target, name, isType });
  }
  doors.set(index, names);
  return names;
}

/** Where an import goes: the file itself within a module and from tests and tools, else its module's index.ts. */
function doorFor(home, to, one) {
  const [here, there] = [moduleOf(home), moduleOf(to)];
  const isFree = there === undefined || here === there || !home.startsWith('src/');
  if (isFree || to.endsWith('/index.ts')) return to;
  wantFrom(to, one);
  return `src/modules/${there}/index.ts`;
}

function wantFrom(to, { name, isType }) {
  const index = `src/modules/${moduleOf(to)}/index.ts`;
  const names = wanted.get(index) ?? new Map();
  const before = names.get(name);
  names.set(name, { from: to, isType: isType && (before?.isType ?? true) });
  wanted.set(index, names);
}

function openDoor(index, names) {
  const full = path.join(root, index);
  let text = existsSync(full) ? readFileSync(full, 'utf8') : '';
  const open = new Set(
    [...text.matchAll(/^export(?: type)? (\{[^}]*\}) from/gm)].flatMap(([, braces]) =>
      namesIn(braces).map(({ as }) => as),
    ),
  );
  const byFile = new Map();
  for (const [name, { from, isType }] of names)
    if (!open.has(name)) byFile.set(from, [...(byFile.get(from) ?? []), `${isType ? 'type ' : ''}${name}`]);
  for (const [from, list] of [...byFile].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const every = list.every((name) => name.startsWith('type '));
    const words = every ? list.map((name) => name.slice(5)) : list;
    text += `export ${every ? 'type ' : ''}{ ${words.join(', ')} } from '${relative(index, from)}';\n`;
  }
  writeFileSync(full, text);
}

/** Two imports of one file, where splitting and joining made them, become one. */
function mergeImports(text, places) {
  const pattern = /^import( type)? \{([^}]*)\} from '(\.[^']+)';\n/gm;
  const found = new Map();
  for (const [whole, typeOnly, names, specifier] of text.matchAll(pattern))
    found.set(specifier, [...(found.get(specifier) ?? []), { whole, typeOnly, names }]);
  let out = text;
  for (const [specifier, all] of found) {
    if (all.length < 2 || !places.has(specifier)) continue;
    const typeOnly = all.every((one) => one.typeOnly !== undefined);
    const names = all.flatMap((one) =>
      namesIn(`{${one.names}}`, one.typeOnly).map(
        ({ name, as, isType }) =>
          `${isType && !typeOnly ? 'type ' : ''}${name === as ? name : `${name} as ${as}`}`,
      ),
    );
    out = out.replace(
      all[0].whole,
      () => `import${typeOnly ? ' type' : ''} { ${[...new Set(names)].join(', ')} } from '${specifier}';\n`,
    );
    for (const one of all.slice(1)) out = out.replace(one.whole, '');
  }
  return out;
}

/** Paths written out: whole from the project's root, as compiled, or from the module in whose files they stand. */
function rewriteMentions(file, text) {
  const home = moduleOf(file);
  return text
    .replaceAll(/\bsrc\/modules\/[\w./-]+\.(?:tsx?|md)\b/g, (mention) => placeOf(mention))
    .replaceAll(/(?<!src\/)\bmodules\/[\w./-]+\.js\b/g, (mention) => {
      const source = ['.ts', '.tsx']
        .map((end) => `src/${mention.replace(/\.js$/, end)}`)
        .find((one) => moves.has(one));
      return source === undefined
        ? mention
        : placeOf(source)
            .replace(/^src\//, '')
            .replace(/\.tsx?$/, '.js');
    })
    .replaceAll(/(?<=[`(])[a-z]+\/[\w/-]+\.tsx?\b/g, (mention) => {
      const source = `src/modules/${home}/${mention}`;
      if (home === undefined || !moves.has(source)) return mention;
      return placeOf(source).replace(new RegExp(`^src/modules/${moduleOf(placeOf(file)) ?? home}/`), '');
    });
}

function rewriteLinks(file, text) {
  if (!file.endsWith('.md')) return text;
  return text.replaceAll(/\]\((\.{1,2}\/[^)#\s]+)/g, (whole, link) => {
    const target = targetOf(file, link);
    if (target === undefined && placeOf(file) === file) return whole;
    const place = target === undefined ? path.posix.join(path.posix.dirname(file), link) : placeOf(target);
    return `](${relative(placeOf(file), place)}`;
  });
}

function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name));
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

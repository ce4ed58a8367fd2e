import type { Breach } from './breach.ts';
import type { Edge, SourceFile, Tree } from './read-tree.ts';
import type { EdgeTable, RuleName } from './table.ts';

/** Who may import whom between modules, platform, program, tests and packages. */
export function moduleBreaches(tree: Tree, table: EdgeTable): Breach[] {
  return [...rowsThatRunUp(table), ...[...tree.files.values()].flatMap((file) => ofFile(file, tree, table))];
}

function rowsThatRunUp(table: EdgeTable): Breach[] {
  const order = Object.keys(table.modules);
  return Object.entries(table.modules).flatMap(([name, row]) =>
    row
      .filter((other) => !order.slice(0, order.indexOf(name)).includes(other))
      .map((other) => ({
        rule: 'rows-run-down',
        file: 'tools/edges/edge-table.ts',
        line: 1,
        what: `lets ${name} import ${other}`,
        why: 'a module may only import those above it in the table',
      })),
  );
}

function ofFile(file: SourceFile, tree: Tree, table: EdgeTable): Breach[] {
  const { place } = file;
  const found: Breach[] = [];
  if (place.area === 'module' && table.modules[place.name] === undefined)
    found.push({
      rule: 'a-module-has-a-row',
      file: file.file,
      line: 1,
      what: `lies in the module ${place.name}`,
      why: 'every module stands in the edge table',
    });
  for (const edge of file.edges) {
    const broken = ofEdge(file, edge, tree, table);
    if (broken !== null)
      found.push({ ...broken, file: file.file, line: edge.line, what: `imports ${named(edge)}` });
  }
  return found;
}

/** What an import leads to, for a reader. */
export function named({ to, specifier }: Edge): string {
  if (to.kind === 'file') return to.file;
  return to.kind === 'nowhere' ? (specifier ?? 'what is worked out at run time') : to.name;
}

function ofEdge(
  { place }: SourceFile,
  { to, specifier }: Edge,
  { files, packages }: Tree,
  table: EdgeTable,
): { rule: RuleName; why: string } | null {
  if (to.kind === 'nowhere') {
    if (specifier === null && place.area === 'beside') return null;
    const why =
      specifier === null
        ? 'an import says which file, in one string'
        : 'an import names a file that is there';
    return { rule: 'imports-lead-somewhere', why };
  }
  if (to.kind === 'package') {
    if ((place.built ? packages.program : packages.all).has(to.name)) return null;
    const list = place.built ? 'dependencies' : 'dependencies or devDependencies';
    return { rule: 'packages-are-listed', why: `every package stands among the ${list} of package.json` };
  }
  const target = to.kind === 'file' ? files.get(to.file) : undefined;
  if (target === undefined) return null;
  if (place.built && !target.place.built)
    return {
      rule: 'tests-stay-outside',
      why: 'the program imports no test, nor what only tests and tools use',
    };
  if (place.area === 'platform' && (target.place.area === 'module' || target.place.area === 'app'))
    return { rule: 'platform-knows-no-council', why: 'the platform imports the platform alone' };
  if (target.place.area !== 'module') {
    const above = place.area === 'module' && place.built && /^src\/(app|main|cli\/)/.test(target.file);
    return above
      ? { rule: 'module-edges', why: 'a module does not know the program that it is part of' }
      : null;
  }
  const byDoor = target.place.folder === '';
  if (place.area === 'app')
    return byDoor && table.doors.includes(target.place.base)
      ? null
      : { rule: 'doors-only', why: `the program and the command line come in by ${table.doors.join(', ')}` };
  if (place.area !== 'module' || place.name === target.place.name) return null;
  const row = table.modules[place.name] ?? [];
  if (!row.includes(target.place.name))
    return {
      rule: 'module-edges',
      why: `${place.name} may import the platform and ${row.length === 0 ? 'no module' : row.join(', ')}`,
    };
  return byDoor && ['index.ts', table.doorOfShapes].includes(target.place.base)
    ? null
    : { rule: 'module-edges', why: 'another module is entered by its index.ts alone' };
}

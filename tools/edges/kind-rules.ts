import type { Breach } from './breach.ts';
import { named } from './module-rules.ts';
import { originsOf } from './origins.ts';
import type { Edge, SourceFile, Tree } from './read-tree.ts';
import type { EdgeTable, KindRules, Targets } from './table.ts';

/** What a file may import, and must hold, for what it is, as its suffix says. */
export function kindBreaches(tree: Tree, table: EdgeTable): Breach[] {
  const inModules = [...tree.files.values()].filter(({ place }) => place.area === 'module' && place.built);
  return [...inModules.flatMap((file) => bySuffix(file, tree, table)), ...fullRooms(inModules, table)];
}

function bySuffix(file: SourceFile, tree: Tree, table: EdgeTable): Breach[] {
  const { place } = file;
  if (place.folder === '') {
    if (place.base === table.doorOfShapes) return doorOfShapes(file, tree);
    if (table.atTheModule.includes(place.base)) return [];
    return [
      whole(
        'one-suffix',
        file,
        `a module itself holds ${table.atTheModule.join(', ')}; all else lies in a room`,
      ),
    ];
  }
  const found: Breach[] = [];
  if (place.folder.split('/').length > 2)
    found.push(whole('one-suffix', file, 'rooms lie in a module, or one floor deeper, and no deeper'));
  if (place.kind === null) {
    const known = Object.values(table.kinds).flatMap(({ suffixes }) => suffixes);
    found.push(
      whole('one-suffix', file, `a file has one suffix of ${known.join(' ')}, or none and is a command`),
    );
    return found;
  }
  const rules = table.kinds[place.kind];
  const { rule = '' } = rules;
  if (rules.takes !== undefined && !takesFirst(file, rules.takes)) found.push(whole('by-suffix', file, rule));
  for (const edge of file.edges)
    if (isForbidden(edge, rules, tree, table)) found.push(breach(file, edge, rule));
  return found;
}

/** Whoever comes in by it must be able to go anywhere with what they get. */
function doorOfShapes(file: SourceFile, tree: Tree): Breach[] {
  return file.edges
    .filter(({ to }) => !matches({ to }, { kinds: ['shape', 'rule'] }, tree))
    .map((edge) => breach(file, edge, 'this door opens shapes and rules alone'));
}

function takesFirst({ functions }: SourceFile, names: readonly string[]): boolean {
  return functions().some((parameters) => names.every((name, at) => parameters[at] === name));
}

function isForbidden(edge: Edge, rules: KindRules, tree: Tree, table: EdgeTable): boolean {
  const { mayNot, mayNotCall = [], only, typesOf } = rules;
  if (leadsInto(edge, mayNot, tree, false)) return true;
  if (mayNotCall.some((targets) => leadsInto(edge, targets, tree, true))) return true;
  if (only === undefined) return false;
  if (edge.to.kind === 'node') {
    const pure = table.pureNames[edge.to.name] ?? [];
    return (
      edge.names.length === 0 || !edge.names.every(({ name, typeOnly }) => typeOnly || pure.includes(name))
    );
  }
  return originsOf(edge, tree).some(
    (origin) =>
      !matches(origin, only, tree) &&
      !(origin.typeOnly && typesOf !== undefined && matches(origin, typesOf, tree)),
  );
}

/** Whether an import takes anything (any value, if `valuesOnly`) of these. */
function leadsInto(edge: Edge, targets: Targets | undefined, tree: Tree, valuesOnly: boolean): boolean {
  if (targets === undefined) return false;
  return originsOf(edge, tree).some(
    (origin) => !(valuesOnly && origin.typeOnly) && matches(origin, targets, tree),
  );
}

function matches({ to }: Pick<Edge, 'to'>, targets: Targets, { files }: Tree): boolean {
  if (to.kind === 'package') return targets.packages?.includes(to.name) === true;
  const place = to.kind === 'file' ? files.get(to.file)?.place : undefined;
  if (place === undefined) return false;
  if (place.area === 'platform')
    return targets.platform?.some((name) => name === '*' || name === place.name) === true;
  if (place.area !== 'module') return false;
  if (place.folder === '') return targets.atTheModule?.includes(place.base) === true;
  return place.kind !== null && targets.kinds?.includes(place.kind) === true;
}

function fullRooms(files: readonly SourceFile[], table: EdgeTable): Breach[] {
  const rooms = new Map<string, SourceFile[]>();
  for (const file of files) {
    if (file.place.folder === '') continue;
    const room = `${file.place.name}/${file.place.folder}`;
    rooms.set(room, [...(rooms.get(room) ?? []), file]);
  }
  return [...rooms].flatMap(([room, [first, ...rest]]): Breach[] =>
    first === undefined || rest.length < table.filesInARoom
      ? []
      : [
          {
            rule: 'room-size',
            file: first.file,
            line: 1,
            what: `is one of ${rest.length + 1} files in ${room}`,
            why: `past ${table.filesInARoom} files a room is split along its meaning`,
          },
        ],
  );
}

function breach({ file }: SourceFile, edge: Edge, why: string): Breach {
  return { rule: 'by-suffix', file, line: edge.line, what: `imports ${named(edge)}`, why };
}

function whole(rule: 'one-suffix' | 'by-suffix', { file, place }: SourceFile, why: string): Breach {
  return { rule, file, line: 1, what: `is called ${place.base}`, why };
}

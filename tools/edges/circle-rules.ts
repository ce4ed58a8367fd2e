import type { Breach } from './breach.ts';
import { circlesIn, type Graph } from './circles.ts';
import { named } from './module-rules.ts';
import type { Edge, SourceFile, Tree } from './read-tree.ts';
import type { EdgeTable } from './table.ts';

/** Files that lead back to themselves, types counted too, and rooms of a module that import one another both ways. */
export function circleBreaches({ files }: Tree, table: EdgeTable): Breach[] {
  const all = [...files.values()];
  const betweenFiles = circles(all, ({ file }) => file).map(({ round, first }) => ({
    rule: 'no-circles' as const,
    ...first,
    why: `there are no circles between files (${round})`,
  }));
  const modules = Object.keys(table.modules).filter((name) => !table.laidOutByKind.includes(name));
  const betweenRooms = modules.flatMap((module) => {
    const built = all.filter(({ place }) => place.built && place.area === 'module' && place.name === module);
    // What lies in the module itself is no room, but a way from one room to another may lead through it.
    return circles(built, ({ place }) => (place.folder === '' ? place.base : place.folder)).map(
      ({ round, first }) => ({
        rule: 'rooms-in-one-direction' as const,
        ...first,
        why: `rooms of one module import one another in one direction (${round})`,
      }),
    );
  });
  return [...betweenFiles, ...betweenRooms];
}

interface Circle {
  readonly round: string;
  /** The first import on the way. */
  readonly first: { readonly file: string; readonly line: number; readonly what: string };
}

/** Circles between the groups that `groupOf` names; files of one group may import one another unless each is its own. */
function circles(all: readonly SourceFile[], groupOf: (file: SourceFile) => string): Circle[] {
  const byFile = new Map(all.map((one) => [one.file, one]));
  const graph = new Map<string, Set<string>>();
  const edges = new Map<string, { file: string; edge: Edge }>();
  for (const one of all) {
    const from = groupOf(one);
    const leads = graph.get(from) ?? new Set();
    graph.set(from, leads);
    for (const edge of one.edges) {
      // What is named by its path is a program of its own, in a thread: it cannot meet a half-loaded file.
      if (edge.by === 'path') continue;
      const target = edge.to.kind === 'file' ? byFile.get(edge.to.file) : undefined;
      if (target === undefined) continue;
      const to = groupOf(target);
      if (to === from && target !== one) continue;
      leads.add(to);
      const known = `${from}\n${to}`;
      if (!edges.has(known)) edges.set(known, { file: one.file, edge });
    }
  }
  return circlesIn(graph satisfies Graph).flatMap((way) => {
    const round = [...way, way[0] ?? ''];
    const first = edges.get(`${round[0]}\n${round[1]}`);
    if (first === undefined) return [];
    const { file, edge } = first;
    return [{ round: round.join(' -> '), first: { file, line: edge.line, what: `imports ${named(edge)}` } }];
  });
}

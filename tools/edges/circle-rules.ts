import type { Breach } from './breach.ts';
import { circlesIn } from './circles.ts';
import { named } from './module-rules.ts';
import type { Edge, SourceFile, Tree } from './read-tree.ts';
import type { EdgeTable } from './table.ts';

/** Files that lead back to themselves, types counted too, and rooms of a module that import one another both ways. */
export function circleBreaches({ files }: Tree, table: EdgeTable): Breach[] {
  const all = [...files.values()];
  const betweenFiles = circles(ways(all, ({ file }) => file)).map(({ round, first }) => ({
    rule: 'no-circles' as const,
    ...first,
    why: `there are no circles between files (${round})`,
  }));
  const modules = Object.keys(table.modules);
  const betweenRooms = modules.flatMap((module) => {
    const built = all.filter(({ place }) => place.built && place.area === 'module' && place.name === module);
    const roomOf = ({ place }: SourceFile) => (place.folder === '' ? place.base : place.folder);
    return circles(withoutHalls(ways(built, roomOf))).map(({ round, first }) => ({
      rule: 'rooms-in-one-direction' as const,
      ...first,
      why: `rooms of one module import one another in one direction (${round})`,
    }));
  });
  return [...betweenFiles, ...betweenRooms];
}

/** From each group to the groups it imports, with the first import that leads there. */
type Ways = Map<string, Map<string, { readonly file: string; readonly edge: Edge }>>;

interface Circle {
  readonly round: string;
  /** The first import on the way. */
  readonly first: { readonly file: string; readonly line: number; readonly what: string };
}

function ways(all: readonly SourceFile[], groupOf: (file: SourceFile) => string): Ways {
  const byFile = new Map(all.map((one) => [one.file, one]));
  const found: Ways = new Map();
  for (const one of all) {
    const from = groupOf(one);
    const leads = found.get(from) ?? new Map<string, { file: string; edge: Edge }>();
    found.set(from, leads);
    for (const edge of one.edges) {
      // What is named by its path is a program of its own, in a thread: it cannot meet a half-loaded file.
      const target = edge.to.kind === 'file' && edge.by !== 'path' ? byFile.get(edge.to.file) : undefined;
      if (target === undefined) continue;
      const to = groupOf(target);
      // Files of one room may import one another.
      if ((to !== from || target === one) && !leads.has(to)) leads.set(to, { file: one.file, edge });
    }
  }
  return found;
}

/**
 * The ways between rooms alone. A file of the module itself is a hall: what leads into it leads to wherever it leads,
 * but from a room through a hall back into the same room is no circle of rooms.
 */
function withoutHalls(all: Ways): Ways {
  const isHall = (name: string) => name.endsWith('.ts') || name.endsWith('.tsx');
  const found: Ways = new Map();
  for (const [room, leads] of all) {
    if (isHall(room)) continue;
    const direct: typeof leads = new Map();
    found.set(room, direct);
    const queue = [...leads];
    const seen = new Set<string>();
    for (const [to, way] of queue) {
      if (seen.has(to)) continue;
      seen.add(to);
      if (!isHall(to)) direct.set(to, way);
      else queue.push(...[...(all.get(to) ?? [])].map(([next]): [string, typeof way] => [next, way]));
    }
    direct.delete(room);
  }
  return found;
}

function circles(all: Ways): Circle[] {
  const graph = new Map([...all].map(([from, leads]) => [from, new Set(leads.keys())]));
  return circlesIn(graph).flatMap((way) => {
    const round = [...way, way[0] ?? ''];
    const first = all.get(round[0] ?? '')?.get(round[1] ?? '');
    if (first === undefined) return [];
    const { file, edge } = first;
    return [{ round: round.join(' -> '), first: { file, line: edge.line, what: `imports ${named(edge)}` } }];
  });
}

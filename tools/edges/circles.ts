/** A graph by name: what leads where. */
export type Graph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * The circles of a graph: for each set of nodes that all lead to one another, the shortest way round from its first
 * node (by name) back to it. The first is not repeated at the end.
 */
export function circlesIn(graph: Graph): string[][] {
  const found: string[][] = [];
  for (const knot of knotsIn(graph)) {
    const [first] = [...knot].sort();
    if (first !== undefined) found.push(wayRound(graph, first));
  }
  return found.sort((one, other) => ((one[0] ?? '') < (other[0] ?? '') ? -1 : 1));
}

/** Sets of nodes that lead to one another, by Tarjan's algorithm, walked without recursion. */
function knotsIn(graph: Graph): Set<string>[] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const knots: Set<string>[] = [];
  for (const start of graph.keys()) {
    if (index.has(start)) continue;
    const path = [{ node: start, next: enter(start) }];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const { node, next } = here;
      const step = next.next();
      if (step.done !== true) {
        if (!index.has(step.value)) path.push({ node: step.value, next: enter(step.value) });
        else if (isOpen.has(step.value)) lower(node, index.get(step.value));
        continue;
      }
      path.pop();
      const above = path.at(-1);
      if (above !== undefined) lower(above.node, low.get(node));
      if (low.get(node) === index.get(node)) close(node);
    }
  }
  return knots;

  function enter(node: string): IterableIterator<string> {
    index.set(node, index.size);
    low.set(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    return (graph.get(node) ?? new Set<string>()).values();
  }
  function lower(node: string, to: number | undefined): void {
    low.set(node, Math.min(low.get(node) ?? Infinity, to ?? Infinity));
  }
  function close(node: string): void {
    const knot = new Set(open.splice(open.lastIndexOf(node)));
    for (const one of knot) isOpen.delete(one);
    if (knot.size > 1 || graph.get(node)?.has(node) === true) knots.push(knot);
  }
}

function wayRound(graph: Graph, start: string): string[] {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const node of queue)
    for (const next of graph.get(node) ?? []) {
      if (next === start) {
        const way = [node];
        for (let at = node; at !== start; way.unshift(at)) at = cameFrom.get(at) ?? start;
        return way;
      }
      if (cameFrom.has(next)) continue;
      cameFrom.set(next, node);
      queue.push(next);
    }
  return [start];
}

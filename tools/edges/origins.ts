import type { Edge, Target, Tree } from './read-tree.ts';

/** Where a taken name comes from in the end. */
export interface Origin {
  readonly to: Target;
  readonly typeOnly: boolean;
}

/**
 * What an import takes, with names that a door (an index.ts) or any other file merely hands on followed to where they
 * are made.
 */
export function originsOf({ to, names, typeOnly }: Edge, tree: Tree): Origin[] {
  if (to.kind !== 'file' || names.length === 0) return [{ to, typeOnly }];
  return names.flatMap((name) =>
    [...follow(to.file, name.name, tree, new Set())].map((origin) => ({
      to: origin,
      typeOnly: name.typeOnly,
    })),
  );
}

function follow(file: string, name: string, tree: Tree, seen: Set<string>): Target[] {
  const here: Target = { kind: 'file', file };
  const known = `${file}\n${name}`;
  const source = tree.files.get(file);
  if (source === undefined || seen.has(known)) return [here];
  seen.add(known);
  const all = name === '*';
  const handed = source.handsOn.filter((one) => all || one.name === name || one.name === '*');
  // A name that is not handed on by itself may be one that `export *` hands on, or one made here.
  const exact = handed.filter((one) => one.name === name);
  const ways = all || exact.length === 0 ? handed : exact;
  const origins = ways.flatMap(({ from, as }) => {
    const edge = source.edges.find(({ specifier }) => specifier === from);
    if (edge === undefined) return [];
    return edge.to.kind === 'file' ? follow(edge.to.file, as === '*' ? name : as, tree, seen) : [edge.to];
  });
  return all || exact.length === 0 ? [here, ...origins] : origins;
}

import { covers, type RouteFact } from '../../../src/platform/web/route.ts';
import type { World } from './world.ts';

/** An address of this world; the same text in both but for what a label stands for. */
type Address = (world: World) => string;

interface Addresses {
  readonly of: readonly Address[];
  /** A file that takes long to make: only its bytes are compared, not HEAD and 304 as well for every persona. */
  readonly isDear: boolean;
}

const all = new Map<string, Addresses>();

/** What every route is asked with: things there are, things of one world alone, and things that are nowhere. */
export const addresses = {
  /** Adds addresses of a route, by its path as `listRoutes()` has it. A route with none fails the test. */
  add(path: string, of: readonly (string | Address)[], { isDear = false } = {}): void {
    const given = of.map((one): Address => (typeof one === 'string' ? () => one : one));
    const before = all.get(path)?.of ?? [];
    all.set(path, { of: [...before, ...given], isDear });
  },
  /** The addresses of a route. */
  of(path: string): Addresses {
    return all.get(path) ?? { of: [], isDear: false };
  },
};

/** Routes without an address, and addresses that are of no route any more or of another. */
export function addressesAmiss(routes: readonly RouteFact[], world: World): readonly string[] {
  const missing = routes.filter(({ path }) => addresses.of(path).of.length === 0);
  const paths = new Set(routes.map(({ path }) => path));
  return [
    ...missing.map(({ method, path }) => `${method} ${path} has no address in test/support/two-worlds`),
    ...[...all.keys()].filter((path) => !paths.has(path)).map((path) => `${path} is no route`),
    ...[...all].flatMap(([path, { of }]) =>
      of
        .map((one) => one(world).split('?')[0] ?? '')
        .filter((address) => !covers(path, address))
        .map((address) => `${address} is no address of ${path}`),
    ),
  ];
}

/** For routes without a part that varies. */
export function addPlain(...paths: readonly string[]): void {
  for (const path of paths) addresses.add(path, [path]);
}

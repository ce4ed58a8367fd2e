import type { Access } from './access.ts';
import type { Answer } from './answer.ts';
import type { Visit } from './visit.ts';

export type Method = 'GET' | 'POST';

type NamesOf<Path extends string> = Path extends `${string}:${infer Name}/${infer Rest}`
  ? Name | NamesOf<Rest>
  : Path extends `${string}:${infer Name}`
    ? Name
    : never;

/** The named parts of a path: `/plan/:plan/actions/:action` gives `plan` and `action`. */
export type ParamsOf<Path extends string> = { readonly [Name in NamesOf<Path>]: string };

export interface Route<Path extends string = string> {
  method: Method;
  path: Path;
  access: Access;
  handler: (visit: Visit<ParamsOf<Path>>) => Answer | Promise<Answer>;
  /** Answers a program rather than a person: problems are JSON. */
  machine?: boolean | undefined;
  /** Is about one person though nobody is signed in, as a link that opens the way in is: kept by no cache. */
  ofOnePerson?: boolean | undefined;
  /** Says how the server is at this moment, of which a moment ago says nothing: kept by no cache. */
  ofThisMoment?: boolean | undefined;
}

/** A route as the list of routes has it, for the test of who may use what. */
export interface RouteFact {
  method: Method;
  path: string;
  access: Access;
}

/** Whether a path of the form `/plan/:plan` covers an address. */
export function covers(path: string, address: string): boolean {
  const wanted = path.split('/');
  const given = address.split('/');
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}

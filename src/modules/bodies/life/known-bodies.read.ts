import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { readBodies } from './read-bodies.read.ts';

export interface NamedBody {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
}

/** A body by its name in addresses, as it is called on a day; null where there is none for whoever asks. */
export async function bodyNamed(db: Db, slug: string, day: PlainDay): Promise<NamedBody | null> {
  const [body] = await readBodies(db, { slug });
  return body === undefined ? null : { id: body.id, slug: body.slug, name: nameOnDay(body.facts, day) };
}

/** Every body but one, by name, to choose from. */
export async function otherBodies(db: Db, but: string, day: PlainDay): Promise<readonly NamedBody[]> {
  return (await readBodies(db, { on: day }))
    .filter(({ slug }) => slug !== but)
    .map(({ id, slug, facts }) => ({ id, slug, name: nameOnDay(facts, day) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

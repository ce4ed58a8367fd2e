import type { Db } from '../../../src/platform/db/index.ts';
import type { World } from './world.ts';

/** Something that unprivileged readers may not see, and how to make two worlds differ in it. */
export interface Secret {
  readonly name: string;
  /** What differs between the worlds, an attribute each: "file name", "how many there are". */
  readonly differs: readonly string[];
  /** Plants it in one world, otherwise in A than in B: more of it, another text, or in one of them alone. */
  readonly plant: (world: World, db: Db) => Promise<void>;
}

const all: Secret[] = [];

/** Every secret that the two worlds differ in, in the order in which they are planted. */
export const secrets = {
  add(secret: Secret): void {
    if (all.some(({ name }) => name === secret.name)) throw new Error(`There are two secrets ${secret.name}`);
    all.push(secret);
  },
  list(): readonly Secret[] {
    return all;
  },
};

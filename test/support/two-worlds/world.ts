import { randomBytes, randomUUID } from 'node:crypto';
import type { Db } from '../../../src/platform/db/index.ts';
import type { Seal } from '../../../src/platform/secrets/seal.ts';

export type WorldName = 'A' | 'B';

/** A word that stands in a secret and nowhere else. */
export interface PlantedWord {
  readonly word: string;
  /** Which secret it stands in, for whoever reads that it got out. */
  readonly what: string;
  /** Whether it is also kept from an auditor, who reads the trail but nothing that is in a draft. */
  readonly alsoFromAuditors: boolean;
}

/** What everybody may know, the same in both worlds: made before any secret, so that even its numbers are alike. */
export interface PublicFacts {
  readonly plan: string;
  readonly people: readonly number[];
  readonly posts: readonly number[];
  /** A post that is held by somebody who cannot sign in. */
  readonly postOfNobodyWhoSignsIn: number;
  /** Personas by role. */
  readonly personas: ReadonlyMap<string, PersonaInWorld>;
  /** Higher than every number of a person, post or grant that is there before the secrets. */
  readonly nextPerson: number;
}

export interface PersonaInWorld {
  readonly personId: number;
  /** A Cookie header. */
  readonly cookie: string;
  /** The number of their session, which they see themselves. */
  readonly session: string;
}

/** One of two databases that differ only in what an unprivileged reader may not see. */
export class World {
  readonly name: WorldName;
  /** Sees every row, to plant secrets with. */
  readonly db: Db;
  readonly seal: Seal;
  readonly facts: PublicFacts;
  readonly #words = new Map<string, PlantedWord>();
  readonly #hidden = new Map<string, string>();

  constructor(given: { name: WorldName; db: Db; seal: Seal; facts: PublicFacts }) {
    this.name = given.name;
    this.db = given.db;
    this.seal = given.seal;
    this.facts = given.facts;
    for (const [role, { session, personId }] of given.facts.personas) {
      this.stands(`session of ${role}`, session);
      this.stands(`person of ${role}`, String(personId));
      // Their own number again, as a passkey to be made would hold it.
      this.stands(`handle of ${role}`, Buffer.from(`throughline ${personId}`).toString('base64url'));
    }
    // Whoever is added has the moment as a number, which is another in each world.
    for (const [index, personId] of given.facts.people.entries())
      this.stands(`public person ${index + 1}`, String(personId));
  }

  /** A word of 128 random bits for a secret text: it must turn up in no answer to an unprivileged reader and in no log. */
  word(what: string, { alsoFromAuditors = false } = {}): string {
    const known = this.#words.get(what);
    if (known !== undefined) return known.word;
    const word = `w${randomBytes(16).toString('hex')}`;
    this.#words.set(what, { word, what, alsoFromAuditors });
    return word;
  }

  /**
   * Says which number or name of this world a label stands for, so that both worlds are asked for "the first draft" by its
   * own number, and the two numbers count as the same text in an answer.
   */
  stands(label: string, text: string): void {
    if (this.#hidden.has(label)) throw new Error(`Two things of world ${this.name} are called ${label}`);
    this.#hidden.set(label, text);
  }

  /** What stands for a label here; a number that is nobody's where this world has no such thing. */
  of(label: string, otherwise: () => string = randomUUID): string {
    const text = this.#hidden.get(label) ?? otherwise();
    this.#hidden.set(label, text);
    return text;
  }

  get words(): readonly PlantedWord[] {
    return [...this.#words.values()];
  }

  /** Labels with what stands for them, to be put back in answers. */
  get labels(): ReadonlyMap<string, string> {
    return this.#hidden;
  }
}

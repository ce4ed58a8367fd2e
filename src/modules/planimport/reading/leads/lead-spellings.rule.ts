import { type LeadDirectory, leadKey } from './lead-directory.rule.ts';

/**
 * One spelling for each name or post: of "Partners" and "partners", the one the plan prints first. Where the plan has a
 * list of its leads, a name that is not on it stays as printed: who is meant by it is a question for a person.
 */
export class LeadSpellings {
  readonly #first = new Map<string, string>();
  readonly #directory: LeadDirectory;

  constructor(directory: LeadDirectory) {
    this.#directory = directory;
  }

  /** The names as first spelt, each once; capitals and spacing alone make no other name. */
  spell(names: readonly string[]): readonly string[] {
    return [...new Set(names.map((name) => this.#spell(name)))];
  }

  #spell(name: string): string {
    if (this.#directory.hasList && !this.#directory.isListed(name)) return name;
    const key = leadKey(name);
    const known = this.#first.get(key);
    if (known === undefined) this.#first.set(key, name);
    return known ?? name;
  }
}

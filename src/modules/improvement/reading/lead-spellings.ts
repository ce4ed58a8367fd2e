import { leadKey } from './lead-directory.ts';

/** One spelling for each name or post: of "Partners" and "partners", the one the plan prints first. */
export class LeadSpellings {
  readonly #first = new Map<string, string>();

  /** The names as first spelt, each once; capitals and spacing alone make no other name. */
  spell(names: readonly string[]): readonly string[] {
    return [
      ...new Set(
        names.map((name) => {
          const key = leadKey(name);
          const known = this.#first.get(key);
          if (known === undefined) this.#first.set(key, name);
          return known ?? name;
        }),
      ),
    ];
  }
}

/** A tag as read, and as printed. */
export interface PrintedTag {
  /** Normalised: the code, a space, the number. */
  readonly tag: string;
  readonly asPrinted: string;
}

export interface TagsTaken {
  /** The words that are left. */
  readonly text: string;
  readonly tags: readonly PrintedTag[];
}

/** Finds the tags of the requirement sets whose codes are known ("IN", "O", "CT"). */
export class TagReader {
  readonly #run: RegExp | null;
  readonly #one: RegExp | null;
  readonly codes: ReadonlySet<string>;

  constructor(codes: Iterable<string>) {
    this.codes = new Set(codes);
    // Longest first, so that "CT" is never read as "C" and a "T".
    const any = [...this.codes]
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|');
    const one = String.raw`(?:${any})\s?\.?\s?\d{1,3}\b`;
    const between = String.raw`\s*[.,;/&]?\s*(?:and\s+)?`;
    this.#one = any === '' ? null : new RegExp(String.raw`\b(${any})\s?\.?\s?(\d{1,3})\b\.?`, 'g');
    this.#run =
      any === ''
        ? null
        : new RegExp(String.raw`(?:^|(?<=[\s.)]))[([]?\s*${one}(?:${between}${one})*\s*[.,;]?\s*[)\]]?$`);
  }

  /** Takes the run of tags from the end of some words: "… are met IN 3. CT1." gives IN 3, CT 1 and the words before. */
  take(text: string): TagsTaken {
    const run = this.#run?.exec(text);
    if (run === null || run === undefined || this.#one === null) return { text, tags: [] };
    const tags = [...run[0].matchAll(this.#one)].map((match): PrintedTag => ({
      tag: `${match[1]} ${Number(match[2])}`,
      asPrinted: match[0],
    }));
    return { text: text.slice(0, run.index).trimEnd(), tags };
  }

  /** The tags of a cell that holds nothing else, or null. */
  takeWhole(text: string): readonly PrintedTag[] | null {
    if (text.trim() === '') return null;
    const taken = this.take(text.trim());
    return taken.text === '' && taken.tags.length > 0 ? taken.tags : null;
  }
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

const TRAILING = /(?:\b[A-Z]{1,4}\s?\d{1,2}\b[.,;/&\s]*)+$/;

/**
 * The codes a plan uses for tags where it prints no key to them: capitals and a number at the end of at least three
 * cells, or alone in one. Fewer could be chance ("… at KS2").
 */
export function guessTagCodes(cells: Iterable<string>): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const cell of cells) {
    const run = TRAILING.exec(cell)?.[0];
    if (run === undefined) continue;
    const alone = run.trim() === cell.trim();
    for (const [, code = ''] of run.matchAll(/([A-Z]{1,4})\s?\d/g))
      seen.set(code, (seen.get(code) ?? 0) + (alone ? 3 : 1));
  }
  return new Set([...seen].filter(([, times]) => times >= 3).map(([code]) => code));
}

/**
 * Which runs of capitalised words a document uses as names, learnt from the document itself: "Managing Director" is
 * one if it stands somewhere as a run of its own. It is what tells "Managing Director | Commissioning framework
 * implemented" (two bullets run together) from one long name.
 */
export class ProperNames {
  readonly #times = new Map<string, number>();
  readonly #texts = new Set<string>();

  /** Learns from one printed text; the same text printed twice teaches nothing more. */
  learn(text: string): void {
    if (this.#texts.has(text)) return;
    this.#texts.add(text);
    for (const run of new Set(capitalRuns(text))) this.#times.set(run, (this.#times.get(run) ?? 0) + 1);
  }

  /** In how many different texts these words stand as a whole run of capitals. */
  times(words: readonly string[]): number {
    return this.#times.get(words.join(' ')) ?? 0;
  }
}

const CAPITAL = /^[("'“‘]*[A-Z]/;

/** Whether a word begins with a capital, quotation marks and brackets apart. */
export function isCapitalised(word: string): boolean {
  return CAPITAL.test(word);
}

/** A word without the punctuation around it. */
export function bareWord(word: string): string {
  return word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
}

function* capitalRuns(text: string): Generator<string> {
  let run: string[] = [];
  for (const word of text.split(/\s+/)) {
    const opens = /^["'“‘(]/.test(word);
    if (opens && run.length > 0) {
      yield run.join(' ');
      run = [];
    }
    if (isCapitalised(word)) run.push(bareWord(word));
    const closes = !isCapitalised(word) || /[.,;:)"'”’]$/.test(word);
    if (closes && run.length > 0) {
      yield run.join(' ');
      run = [];
    }
  }
  if (run.length > 0) yield run.join(' ');
}

/** What a name in a leads column is, as far as the plan itself can tell. */
export type LeadNature = 'person' | 'post' | 'partners' | 'other';

/** Words that only stand in the title of a post. */
const POST =
  /\b(?:heads?|directors?|managers?|chairs?|chairman|chairwoman|chairperson|officers?|leads?|chief|executives?|co-?ordinators?|commissioners?|principals?|consultants?|supervisors?|leaders?|members?|secretary|treasurer|advis[eo]rs?|analysts?|deput(?:y|ies)|DCS|AD|SRO|IRO|IROs|LADO)\b/i;
/** Words that only stand in the name of a body or a firm. */
const BODY =
  /\b(?:board|trust|team|group|committee|panel|council|partnership|agency|agencies|service|services|unit|police|health|nhs|ccg|pct|schools?|ltd|limited|llp|plc|associates|resources?|academy|college|university|department|probation|icb)\b/i;
const PARTNERS =
  /^(?:\w+\s+)?(?:partners?|partner (?:reps?|representatives|agencies|organisations)|partnership|others|all)$/i;
const PERSON =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Cllr|Councillor|Sir|Dame|Supt|DCI|DI|Rev)\.?\s+)?[A-Z][\p{L}'’.-]*(?:\s+(?:de|van|von|der|le|la|O['’]))?(?:\s+[A-Z][\p{L}'’-]+){1,2}$/u;

/**
 * The names and posts a plan uses, learnt from its table of leads and job titles and from cells that hold one name
 * alone, so that names run together can be told apart.
 */
export class LeadDirectory {
  readonly #listed = new Set<string>();
  readonly #known = new Map<string, string>();
  #longest = 1;

  /** A name or post that the plan's own table of leads gives. */
  list(name: string): void {
    this.#listed.add(leadKey(name));
    this.learn(name);
  }

  /** A name or post seen somewhere as a whole. */
  learn(name: string): void {
    const words = name.trim().split(/\s+/);
    if (words.length < 2 || words.length > 6) return;
    this.#known.set(leadKey(name), name.trim());
    this.#longest = Math.max(this.#longest, words.length);
  }

  /** Whether the plan gives a table of its leads at all. */
  get hasList(): boolean {
    return this.#listed.size > 0;
  }

  isListed(name: string): boolean {
    return this.#listed.has(leadKey(name));
  }

  isKnown(name: string): boolean {
    return this.#known.has(leadKey(name));
  }

  /** Cuts words at the names known in them: "Jo Poole Heads of Service" is two. Null where none is known. */
  cut(text: string): readonly string[] | null {
    const words = text.split(/\s+/);
    const pieces: string[] = [];
    let loose: string[] = [];
    let found = false;
    for (let i = 0; i < words.length;) {
      const length = this.#lengthAt(words, i);
      if (length === 0) {
        loose.push(words[i] ?? '');
        i += 1;
        continue;
      }
      found = true;
      if (loose.length > 0) pieces.push(loose.join(' '));
      loose = [];
      pieces.push(words.slice(i, i + length).join(' '));
      i += length;
    }
    if (loose.length > 0) pieces.push(loose.join(' '));
    return found ? pieces : null;
  }

  #lengthAt(words: readonly string[], at: number): number {
    for (let length = Math.min(this.#longest, words.length - at); length >= 2; length -= 1) {
      if (this.#known.has(leadKey(words.slice(at, at + length).join(' ')))) return length;
    }
    return 0;
  }
}

/** What a name is known by: capitals, spacing and the kind of apostrophe aside. */
export function leadKey(name: string): string {
  return name.replace(/\s+/g, ' ').replaceAll('’', "'").trim().toLowerCase();
}

/** What a name is, judged by its words alone. */
export function natureOfLead(name: string): LeadNature {
  if (PARTNERS.test(name)) return 'partners';
  if (POST.test(name)) return 'post';
  if (BODY.test(name)) return 'other';
  return PERSON.test(name) ? 'person' : 'other';
}

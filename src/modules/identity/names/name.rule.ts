/** The parts of a name, as one paper prints it or one record has it. */
export interface PersonName {
  /** Mr, Cllr, Cllr Mrs; null where none is printed. */
  readonly title: string | null;
  /** Each a whole name or one letter, in order: ['Anthony', 'J']. None where only a surname is printed. */
  readonly forenames: readonly string[];
  /** What they are called where that is none of their forenames: Liz. */
  readonly knownAs: string | null;
  /** With its particles and both its barrels: van der Berg, Nutbourne-Hay. */
  readonly surname: string;
  /** Jr, Sr, II. */
  readonly suffix: string | null;
  /** Letters after the name, in order. */
  readonly honours: readonly string[];
}

/** Whether a forename is known by its letter alone. */
export function isInitial(forename: string): boolean {
  return Array.from(forename).length === 1;
}

/**
 * A name in small letters with neither accents nor apostrophes, its hyphens as spaces: what two spellings of one name
 * share. "O’Neill-Ågren" and "ONEILL AGREN" are one.
 */
export function foldName(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/ø/giu, 'o')
    .replaceAll(/ł/giu, 'l')
    .replaceAll(/ß/gu, 'ss')
    .replaceAll(/æ/giu, 'ae')
    .replaceAll(/[‐‑–—-]/g, ' ')
    .replaceAll(/['’‘`´.]/g, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/**
 * Names on record that a misspelt one may mean, the likeliest first: those whose letters differ in few places, or that have
 * every word of it. Proposes only.
 */
export function likelyNames<Named extends { readonly names: readonly string[] }>(
  typed: string,
  among: readonly Named[],
  most = 4,
): readonly Named[] {
  const wanted = plain(typed);
  if (wanted === '') return [];
  const words = wanted.split(' ');
  return among
    .map((one) => ({
      one,
      far: Math.min(
        ...one.names.map((name) => {
          const given = plain(name);
          const hasAll = words.every((word) => given.split(' ').includes(word));
          return hasAll ? 1 : distance(wanted, given);
        }),
      ),
    }))
    .filter(({ far }) => far <= Math.max(2, Math.floor(wanted.length / 5)))
    .toSorted((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ one }) => one);
}

/** Whether two spellings are of one name but for capitals, punctuation and "the". */
export function isSameName(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .replaceAll(/\bthe\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Letters to change, add or take away (Levenshtein), counted no further than names go. */
function distance(one: string, other: string): number {
  const [a, b] = [one.slice(0, 120), other.slice(0, 120)];
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

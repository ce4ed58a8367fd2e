const LONGEST = 80;

/**
 * The file's name as it may stand in a sentence: without its folders, without control characters or marks that turn the
 * reading direction (both are used to disguise a name), and short.
 */
export function printableFileName(fileName: string): string {
  const bare = fileName.split(/[\\/]/).at(-1) ?? '';
  const clean = bare
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (clean === '') return 'The file';
  const letters = Array.from(clean);
  if (letters.length <= LONGEST) return clean;
  return `${letters.slice(0, LONGEST - 20).join('')}…${letters.slice(-19).join('')}`;
}

/** What follows the last dot of the name, in small letters, without the dot; empty where there is none. */
export function fileEnding(fileName: string): string {
  return /\.([A-Za-z0-9]{1,8})$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
}

import { isInitial, type PersonName } from './name.rule.ts';
import { isHonour, isParticle, looksLikeHonour, suffixOf, titleOf } from './name-words.rule.ts';
import { inMixedCase, isShouted } from './shouted-name.rule.ts';

/** As many letters as somebody's initials run to without dots or spaces between them: "AHT Bowles". */
const MOST_JOINED_INITIALS = 4;

/**
 * Reads a name the ways papers print it: "Mr A J King, MBE", "A.J. King MBE", "Cllr Mrs Whittle", "KING, Anthony J",
 * "King A J", "ANN VAN DER BERG", "Elizabeth (Liz) Totman". Words in brackets after the name, such as "(Chairman)",
 * are not of it. Null for a text without a letter. Never throws; what cannot be told apart is taken as the surname.
 */
export function parseName(printed: string): PersonName | null {
  const text = printed
    .normalize('NFC')
    .replaceAll(/[‘`´]/g, '’')
    .replaceAll("'", '’')
    .replaceAll(/\s+/g, ' ')
    .trim();
  const { rest, knownAs } = takeKnownAs(text);
  const [first = '', ...after] = rest.split(/\s*,\s*/).map((piece) => piece.trim());
  const honours: string[] = [];
  let suffix: string | null = null;
  const others: string[] = [];
  for (const piece of after.filter((one) => one !== '')) {
    const words = piece.split(' ');
    const only = words.length === 1 ? suffixOf(piece) : undefined;
    if (only !== undefined) suffix = only;
    else if (words.every(isHonour) || (others.length > 0 && words.every(looksLikeHonour)))
      honours.push(...words.map(undotted));
    else if (words.every(looksLikeHonour) && first.includes(' ')) honours.push(...words.map(undotted));
    else others.push(piece);
  }
  const whole = others.length === 0 ? first : `${others.join(' ')}\u0000${first}`;
  const words = wordsOf(whole, others.length > 0);
  if (words === null) return null;
  return { ...words, knownAs, suffix: words.suffix ?? suffix, honours: [...words.honours, ...honours] };
}

/** The same, and what cannot be read as a name is taken as the surname, so that it is kept as printed. */
export function parsePrintedName(printed: string): PersonName {
  return (
    parseName(printed) ?? {
      title: null,
      forenames: [],
      knownAs: null,
      surname: printed,
      suffix: null,
      honours: [],
    }
  );
}

/** Elizabeth (Liz) Totman, Elizabeth "Liz" Totman: only between other words; brackets at the end are an office. */
function takeKnownAs(text: string): { rest: string; knownAs: string | null } {
  const between = /^(.*\S)\s+[("“]\s*(\p{Lu}[\p{L}’-]+)\s*[)"”]\s+(\S.*)$/u.exec(text);
  if (between !== null && between[3]?.startsWith('(') === false)
    return {
      rest: `${between[1]} ${between[3]}`.replaceAll(/\s*\([^)]*\)/g, ''),
      knownAs: between[2] ?? null,
    };
  return { rest: text.replaceAll(/\s*\([^)]*\)?/g, ''), knownAs: null };
}

type Words = Omit<PersonName, 'knownAs'>;

/** @param turned whether the surname stands apart, after the mark of the comma */
function wordsOf(text: string, turned: boolean): Words | null {
  const [before = '', apart = ''] = turned ? text.split('\u0000') : [text];
  const { title, words: named } = takeTitle(splitWords(before));
  const { suffix, honours, words } = takeAfter(named);
  if (turned) {
    const head = takeTitle(splitWords(apart));
    const ending = head.words.length > 1 ? suffixOf(head.words.at(-1) ?? '') : undefined;
    const surname = surnameOf(ending === undefined ? head.words : head.words.slice(0, -1));
    if (surname === '') return null;
    return {
      title: joined(head.title, title),
      forenames: words.flatMap((word) => forenamesOf(word, 'initials')),
      surname,
      suffix: ending ?? suffix,
      honours,
    };
  }
  if (words.length === 0) return null;
  const at = surnameStart(words, title !== null);
  const isTurned = at < 0;
  const surname = isTurned ? words.slice(0, -at) : words.slice(at);
  const forenames = isTurned ? words.slice(-at) : words.slice(0, at);
  // Two capitals in a name that shouts may be a name, Jo; beside a name that does not they are initials.
  const shouts = words.every((word) => isShouted(word) || isInitial(undotted(word)));
  return {
    title,
    forenames: forenames.flatMap((word) =>
      forenamesOf(word, shouts && word.length > 2 ? 'name' : 'initials'),
    ),
    surname: surnameOf(surname),
    suffix,
    honours,
  };
}

/** Where the surname starts; a negative number where it comes first, and then how many words it has. */
function surnameStart(words: readonly string[], hasTitle: boolean): number {
  const last = words.length - 1;
  if (last === 0) return 0;
  // "King A J": nothing but initials after the first name.
  const initialsFrom = words.findIndex(isInitials);
  if (initialsFrom > 0 && words.slice(initialsFrom).every(isInitials)) return -initialsFrom;
  // "KING Anthony": the surname shouts and the forenames do not.
  const quietFrom = words.findIndex((word) => !isShouted(word) && !isParticle(word));
  const [head, tail] = [words.slice(0, quietFrom), words.slice(quietFrom)];
  if (quietFrom > 0 && head.some(isShoutedSurname) && !tail.some(isShouted)) return -quietFrom;
  // A particle begins the surname; as the first word only in small letters or after a title: St John Rivers is called so.
  const particle = words.findIndex(
    (word, index) =>
      isParticle(word) && index < last && (index > 0 || hasTitle || word === word.toLowerCase()),
  );
  return particle === -1 ? last : particle;
}

/** "LEE Ann" is a surname first, "AJ Lee" and "AHT Lee" are initials: short surnames have a vowel after their first letter. */
function isShoutedSurname(word: string): boolean {
  return isShouted(word) && !isInitials(word) && (word.length > 3 || /^..[AEIOUY]|^.[AEIOUY]./.test(word));
}

function isInitials(word: string): boolean {
  const letters = undotted(word);
  return isInitial(letters) ? /\p{L}/u.test(letters) : /^(?:\p{Lu}\.)+\p{Lu}?\.?$/u.test(word);
}

/** "AJ" and "A.J." are two forenames, "J-P" is one; a name that shouts is put in mixed case. */
function forenamesOf(word: string, capitals: 'initials' | 'name'): readonly string[] {
  const bare = undotted(word);
  if (/^(?:\p{Lu}\.){2,}$/u.test(`${word.replace(/\.$/, '')}.`)) return Array.from(bare);
  if (capitals === 'initials' && /^\p{Lu}+$/u.test(bare) && bare.length <= MOST_JOINED_INITIALS)
    return Array.from(bare);
  return [inMixedCase(bare)];
}

function takeTitle(words: readonly string[]): { title: string | null; words: readonly string[] } {
  const titles: string[] = [];
  let from = 0;
  const start = words.map(undotted).join(' ');
  if (/^(?:the )?rt hon\b/i.test(start)) {
    titles.push('Rt Hon');
    from = start.toLowerCase().startsWith('the') ? 3 : 2;
  }
  for (; from < words.length - 1; from += 1) {
    const title = titleOf(words[from] ?? '');
    if (title === undefined) break;
    titles.push(title);
  }
  return { title: titles.length === 0 ? null : titles.join(' '), words: words.slice(from) };
}

/** What stands after the surname without a comma: Jr, MBE. A word always stays, and two before letters such as MA. */
function takeAfter(all: readonly string[]): {
  suffix: string | null;
  honours: readonly string[];
  words: readonly string[];
} {
  const words = [...all];
  const honours: string[] = [];
  let suffix: string | null = null;
  while (words.length > 1) {
    const word = words.at(-1) ?? '';
    const found = suffixOf(word);
    // Senior and Junior are surnames too.
    const mayEnd = words.length > 2 || !/^(?:seni|juni)or$/i.test(word);
    if (found !== undefined && suffix === null && mayEnd) suffix = found;
    else if (isHonour(word) && words.length > 2) honours.unshift(undotted(word));
    else break;
    words.pop();
  }
  return { suffix, honours, words };
}

function surnameOf(words: readonly string[]): string {
  return words.map((word) => (isParticle(word) && !isShouted(word) ? word : inMixedCase(word))).join(' ');
}

function splitWords(text: string): readonly string[] {
  return text
    .replaceAll(/\.(?=\p{Lu}\p{Ll})/gu, '. ')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word));
}

function undotted(word: string): string {
  return word.replaceAll('.', '');
}

function joined(one: string | null, other: string | null): string | null {
  return one === null || other === null ? (one ?? other) : `${one} ${other}`;
}

/** Words round a name, in the small letters and without the dots by which they are looked up. */

/** Forms of address, as they are printed in full. A councillor's come before another: "Cllr Mrs". */
const TITLES: Readonly<Record<string, string>> = {
  mr: 'Mr',
  mrs: 'Mrs',
  ms: 'Ms',
  miss: 'Miss',
  mx: 'Mx',
  dr: 'Dr',
  doctor: 'Dr',
  prof: 'Professor',
  professor: 'Professor',
  sir: 'Sir',
  dame: 'Dame',
  lord: 'Lord',
  lady: 'Lady',
  baroness: 'Baroness',
  baron: 'Baron',
  cllr: 'Cllr',
  clr: 'Cllr',
  councillor: 'Cllr',
  alderman: 'Alderman',
  rev: 'Revd',
  revd: 'Revd',
  reverend: 'Revd',
  canon: 'Canon',
  father: 'Father',
  rabbi: 'Rabbi',
  imam: 'Imam',
  captain: 'Captain',
  capt: 'Captain',
  major: 'Major',
  colonel: 'Colonel',
  col: 'Colonel',
};

/** The title a word is, as it is printed; undefined where it is none. */
export function titleOf(word: string): string | undefined {
  return TITLES[bare(word)];
}

const MEN: ReadonlySet<string> = new Set(['Mr', 'Sir', 'Lord', 'Baron', 'Father']);
const WOMEN: ReadonlySet<string> = new Set(['Mrs', 'Ms', 'Miss', 'Dame', 'Lady', 'Baroness']);

/** What a title says of its bearer, which is all that two titles can disagree about; undefined where it says nothing. */
export function saidByTitle(title: string | null): 'man' | 'woman' | undefined {
  const words = title?.split(' ') ?? [];
  if (words.some((word) => WOMEN.has(word))) return 'woman';
  return words.some((word) => MEN.has(word)) ? 'man' : undefined;
}

/** Letters after a name: orders, decorations, offices of the peace and the law, and the degrees papers print. */
const HONOURS: ReadonlySet<string> = new Set(
  'KG KT KCB KCMG KBE DBE GBE CB CMG CVO CBE OBE MBE BEM RRC GC GM MC DSO DFC DSC QPM KPM QFSM KFSM QVRM TD VR RD DL JP QC KC MP MEP MSP AM PC FRS FRSA FCA FCCA CPFA CIPFA FCIPD MCIPD FRICS MRICS MA BA BSC MSC PHD MBA LLB RGN RMN CQSW FLS'.split(
    ' ',
  ),
);

/** Whether a word is one of the letters that papers print after names. */
export function isHonour(word: string): boolean {
  return HONOURS.has(word.replaceAll('.', '').toUpperCase()) && /^[A-Z]/.test(word);
}

/** Letters after a name that are in no list: all capitals, as stand after a comma. */
export function looksLikeHonour(word: string): boolean {
  return isHonour(word) || /^[A-Z]{2,6}$/.test(word.replaceAll('.', ''));
}

const SUFFIXES: Readonly<Record<string, string>> = {
  jr: 'Jr',
  jnr: 'Jr',
  junior: 'Jr',
  sr: 'Sr',
  snr: 'Sr',
  senior: 'Sr',
  ii: 'II',
  iii: 'III',
};

/** What tells a son from his father, as it is printed; undefined where a word is none. */
export function suffixOf(word: string): string | undefined {
  return SUFFIXES[bare(word)];
}

const PARTICLES: ReadonlySet<string> = new Set(
  'de la le du des di da dal del della der den ter ten van von zu bin ibn al el ap ab st saint dos das'.split(
    ' ',
  ),
);

/** Whether a word belongs to the surname after it: van, de, St. */
export function isParticle(word: string): boolean {
  return PARTICLES.has(bare(word));
}

function bare(word: string): string {
  return word.replaceAll('.', '').toLowerCase();
}

import { foldName, type PersonName } from './name.rule.ts';

/** The ways a paper prints a name. */
export type NameForm =
  /** Mr Anthony John King, MBE */
  | 'full'
  /** Anthony John King */
  | 'plain'
  /** Mr A J King, MBE */
  | 'initials'
  /** Mr A King */
  | 'one-initial'
  /** Mr King */
  | 'no-initial'
  /** King, Mr Anthony John, MBE */
  | 'surname-first'
  /** KING, Anthony John */
  | 'capitals';

/** A name in one of the forms papers use. */
export function printName(name: PersonName, form: NameForm): string {
  return PRINT[form](name);
}

const PRINT: Readonly<Record<NameForm, (name: PersonName) => string>> = {
  full: (name) => withHonours(name, join(name.title, ...withKnownAs(name), last(name))),
  plain: (name) => join(...name.forenames, last(name)),
  initials: (name) => withHonours(name, join(name.title, ...letters(name), last(name))),
  'one-initial': (name) => join(name.title, letters(name)[0], last(name)),
  'no-initial': (name) => join(name.title, last(name)),
  'surname-first': (name) => withHonours(name, turned(last(name), join(name.title, ...name.forenames))),
  capitals: (name) => turned(name.surname.toUpperCase(), join(...name.forenames, name.suffix)),
};

/** Every way a paper may print a name, once each, the fullest first. */
export function printedForms(name: PersonName): readonly string[] {
  const forms: readonly NameForm[] = [
    'full',
    'plain',
    'initials',
    'one-initial',
    'no-initial',
    'surname-first',
    'capitals',
  ];
  return [...new Set(forms.map((form) => printName(name, form)))];
}

/** The words by which a name is found: all its parts, folded. */
export function searchWords(name: PersonName): string {
  return foldName(join(name.title, ...name.forenames, name.knownAs, name.surname, ...name.honours));
}

function last({ surname, suffix }: PersonName): string {
  return join(surname, suffix);
}

function letters({ forenames }: PersonName): readonly string[] {
  return forenames.map((one) => Array.from(one)[0] ?? '');
}

function withHonours({ honours }: PersonName, words: string): string {
  return [words, ...honours].join(', ');
}

function turned(surname: string, rest: string): string {
  return rest === '' ? surname : `${surname}, ${rest}`;
}

function withKnownAs({ forenames, knownAs }: PersonName): readonly string[] {
  return knownAs === null || forenames.includes(knownAs) ? forenames : [...forenames, `(${knownAs})`];
}

function join(...words: readonly (string | null | undefined)[]): string {
  return words.filter((word) => word !== null && word !== undefined && word !== '').join(' ');
}

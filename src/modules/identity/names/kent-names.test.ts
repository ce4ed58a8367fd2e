import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { isInitial } from './name.rule.ts';
import { matchNames } from './match-names.rule.ts';
import { parseName } from './parse-name.rule.ts';

const sources = new URL('../../../../../shared/sources/', import.meta.url);
const present = existsSync(sources);

/** A name as the minutes print it: a title, initials or a forename, a surname, and letters after a comma. */
const PRINTED =
  /\b(?:Mrs?|Ms|Miss|Dr)\.? (?:[A-Z] ){0,4}(?:[A-Z][a-z]+ )?[A-Z][a-zA-Z’'-]{2,}(?:, (?:MBE|OBE|CBE|TD))?/g;

function printedNames(): readonly string[] {
  const text = readdirSync(sources)
    .map((file) => readFileSync(new URL(file, sources), 'utf8'))
    .join('\n');
  return [...new Set(text.match(PRINTED))];
}

it.skipIf(!present)('reads every name the Kent papers print with a title, and prints nothing else', () => {
  const names = printedNames();
  expect(names.length).toBeGreaterThan(120);
  for (const printed of names) {
    const name = parseName(printed);
    expect(name?.title).toMatch(/^(Mr|Mrs|Ms|Miss|Dr)$/);
    expect(name?.surname).toMatch(/^[A-Z][\p{L}’-]{2,}$/u);
    expect(printed.replaceAll("'", '’')).toContain(name?.surname);
  }
});

it.skipIf(!present)('reads initials and honours of the members as printed', () => {
  expect(parseName('Mr K A Ferrin, MBE')).toMatchObject({
    forenames: ['K', 'A'],
    surname: 'Ferrin',
    honours: ['MBE'],
  });
  expect(parseName('Mr W Fauve-Walker')).toMatchObject({ forenames: ['W'], surname: 'Fauve-Walker' });
});

it.skipIf(!present)('proposes one initial with two, and never two members with other initials', () => {
  const byInitials = new Map<string, string>();
  for (const printed of printedNames()) {
    const name = parseName(printed);
    if (name === null || name.forenames.length < 2 || !name.forenames.every(isInitial)) continue;
    byInitials.set(`${name.forenames.join(' ')} ${name.surname}`, printed);
  }
  const full = [...byInitials.values()].map((printed) => ({ printed, name: parseName(printed) }));
  expect(full.length).toBeGreaterThan(50);
  const proposed = full.flatMap((one, index) =>
    full
      .slice(index + 1)
      .filter(
        (other) => one.name !== null && other.name !== null && matchNames(one.name, other.name) !== null,
      )
      .map((other) => `${one.printed} = ${other.printed}`),
  );
  // Members print with all their initials in one list: none of them is another.
  expect(proposed).toEqual([]);
  const short = parseName('Mr P Carter');
  const long = parseName('Mr P B Carter');
  if (short === null || long === null) throw new Error('no name');
  expect(matchNames(short, long)?.strength).toBe('weak');
});

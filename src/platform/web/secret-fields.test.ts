import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { holdsSecret, isSecretField } from './secret-fields.ts';

const SOURCE = fileURLToPath(new URL('../../', import.meta.url));

/** Ways in which a box says that what is typed into it is a secret. */
const FOR_A_SECRET =
  /type="password"|autocomplete="(?:one-time-code|current-password|new-password)"|(?:type|autocomplete)[=:]\s*\{?'(?:password|one-time-code|current-password|new-password)'/;

/** Every element, as it stands in the source: from its `<` to the `>` that ends it, arrows apart. */
const ELEMENT = /<(?:[A-Z]\w*|input)\b(?:=>|[^>])*>/g;

/** The names of the boxes of a page that are for secrets; null for one that does not say its name in letters. */
function boxesForSecrets(text: string): readonly (string | null)[] {
  return (text.match(ELEMENT) ?? [])
    .filter((element) => FOR_A_SECRET.test(element))
    .map((element) => /\bname="([^"]+)"/.exec(element)?.[1] ?? null);
}

const pages = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.tsx') && !/\.test\.|\/fixtures\//.test(file))
  .map((file) => ({ file, text: readFileSync(`${SOURCE}${file}`, 'utf8') }));

describe('fields for secrets', () => {
  it('are all on the list, wherever there is a box for a password or a code', () => {
    const boxes = pages.flatMap(({ file, text }) => boxesForSecrets(text).map((name) => ({ file, name })));
    expect(boxes.length).toBeGreaterThan(5);
    expect(boxes.filter(({ name }) => name === null || !isSecretField(name))).toEqual([]);
    // None is written in a way that this reading does not see: the only ones besides hand a type or a word on.
    const marks = pages.flatMap(({ file, text }) =>
      [
        ...text.matchAll(/(?:type|autocomplete)="(?:password|one-time-code|current-password|new-password)"/g),
      ].map(() => file),
    );
    expect(new Set(marks)).toEqual(new Set(boxes.map(({ file }) => file)));
  });

  it.each([
    ['<TextBox name="pin" type="password" />', ['pin']],
    ['<Input\n name="six"\n autocomplete="one-time-code" />', ['six']],
    ["<input name={name} type={'password'}>", [null]],
    ['<Input name="surname" autocomplete="family-name" />', []],
  ])('are found in %s', (text, names) => {
    expect(boxesForSecrets(text)).toEqual(names);
  });

  it('hold one where something was typed into any of them', () => {
    expect(holdsSecret({ name: 'ada', clientSecret: '', code: ['', ''] })).toBe(false);
    expect(holdsSecret({ name: 'ada', code: ['', '1'] })).toBe(true);
    expect(holdsSecret({ current: ' ' })).toBe(true);
  });
});

import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const modules = fileURLToPath(new URL('../src/modules', import.meta.url));
const files = readdirSync(modules, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /(\/forms\/[^/]+|\.form)\.ts$/.test(file) && !file.endsWith('.test.ts'),
);

/** Every form that people send, by what it is called in the program. */
const forms: readonly (readonly [string, z.ZodObject])[] = (
  await Promise.all(
    files.map(async (file) => (await import(path.join(modules, file))) as Readonly<Record<string, unknown>>),
  )
)
  .flatMap((file) => Object.entries(file))
  .flatMap(([name, form]) => (form instanceof z.ZodObject ? [[name, form] as const] : []));

/** What a form says of one field, where nothing else is filled in. */
function saidOf(form: z.ZodObject, field: string, value: string): string | undefined {
  const { error } = form.safeParse({ [field]: value });
  return error?.issues.find(({ path }) => path[0] === field)?.message;
}

const LONGER_THAN_ANY = 'x'.repeat(100_000);

/** Characters of a new password are counted by a rule of their own, which has tests of its own: the form only stops floods. */
const COUNTED_ELSEWHERE = 'NewPasswordForm password';

/** Each field that says how long it may be, with what it says. */
const limited = forms.flatMap(([name, form]) =>
  Object.keys(form.shape).flatMap((field) => {
    const sentence = saidOf(form, field, LONGER_THAN_ANY) ?? '';
    const [, most] = /\b([\d,]+) characters or fewer/.exec(sentence) ?? [];
    return most === undefined || `${name} ${field}` === COUNTED_ELSEWHERE
      ? []
      : [{ name, form, field, sentence, most: Number(most.replaceAll(',', '')) }];
  }),
);

describe('every field of a form that says how long it may be', () => {
  it('is found', () => {
    expect(limited.length).toBeGreaterThan(30);
  });

  it.each(limited)('$name, $field: $most characters and not one more', ({ form, field, sentence, most }) => {
    expect(saidOf(form, field, 'x'.repeat(most + 1))).toBe(sentence);
    expect(saidOf(form, field, 'x'.repeat(most))).not.toBe(sentence);
  });
});

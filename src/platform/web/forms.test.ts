import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formOf, readFormText, valueOf, valuesOf, withoutToken } from './form-body.ts';
import { dayField, formProblem, readForm, textField, typedDay } from './forms.ts';

const DueForm = z.strictObject({
  name: textField('Enter a name', { length: 5, message: 'The name must be 5 characters or fewer' }),
  due: dayField(
    'Enter the date it is due, like 31 March 2027',
    'The date it is due must be a real date, like 31 March 2027',
  ),
});
const read = (text: string) =>
  readForm(DueForm, readFormText(text).form, { days: ['due'], ids: { name: 'the-name' } });

describe('a form', () => {
  it('that is right gives its values, with a day out of three boxes', () => {
    expect(read('name= Ann &due-day=1&due-month=march&due-year=2027')).toEqual({
      ok: true,
      value: { name: 'Ann', due: '2027-03-01' },
    });
  });

  it.each([
    [
      'name=&due-day=&due-month=&due-year=',
      [
        ['Enter a name', '#the-name'],
        ['Enter the date it is due, like 31 March 2027', '#due-day'],
      ],
    ],
    [
      '',
      [
        ['Enter a name', '#the-name'],
        ['Enter the date it is due, like 31 March 2027', '#due-day'],
      ],
    ],
    [
      'name=Annabel&due-day=31&due-month=6&due-year=2027',
      [
        ['The name must be 5 characters or fewer', '#the-name'],
        ['The date it is due must be a real date, like 31 March 2027', '#due-day'],
      ],
    ],
    [
      'name=Ann&due-day=1&due-month=3',
      [['The date it is due must be a real date, like 31 March 2027', '#due-day']],
    ],
    ['name=a&name=b&due-day=1&due-month=3&due-year=2027', [['Enter a name', '#the-name']]],
  ])('%j says what is wrong with each field once, and where', (text, expected) => {
    const result = read(text);
    expect(result.ok ? [] : result.problems.summary.map(({ text, href }) => [text, href])).toEqual(expected);
  });

  it('says beside a field what it says at the top', () => {
    const result = read('name=Ann&due-day=x');
    expect(!result.ok && [result.problems.of('due'), result.problems.of('name')]).toEqual([
      'The date it is due must be a real date, like 31 March 2027',
      undefined,
    ]);
  });

  it('refuses fields it does not know', () => {
    expect(read('name=Ann&due-day=1&due-month=3&due-year=2027&is_admin=1').ok).toBe(false);
  });

  it('keeps what was typed into the three boxes', () => {
    expect(typedDay(readFormText('due-day=31&due-month=Jum').form, 'due')).toEqual({
      day: '31',
      month: 'Jum',
      year: '',
    });
  });

  it('can have a problem of its own', () => {
    const problems = formProblem('Someone else has accepted this import', 'plan');
    expect(problems.summary).toEqual([{ text: 'Someone else has accepted this import', href: '#plan' }]);
    expect([problems.of('plan'), problems.of('name')]).toEqual([
      'Someone else has accepted this import',
      undefined,
    ]);
  });
});

describe('reading what was sent', () => {
  it('gives back every value, in order, under any name', () => {
    const pairs = fc.array(
      fc.tuple(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'constructor', 'a')), fc.string()),
    );
    fc.assert(
      fc.property(pairs, (fields) => {
        const form = formOf(fields);
        for (const [name] of fields) {
          expect(valuesOf(form, name)).toEqual(
            fields.filter(([other]) => other === name).map(([, value]) => value),
          );
        }
        expect(Object.keys(form)).toHaveLength(new Set(fields.map(([name]) => name)).size);
      }),
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(readFormText(text).files).toEqual([]);
      }),
    );
  });

  it('leaves the token out', () => {
    expect({ ...withoutToken(readFormText('_csrf=x&a=1&a=2').form) }).toEqual({ a: ['1', '2'] });
    expect(valueOf(readFormText('a=1&a=2').form, 'b')).toBe('');
  });
});

describe('a field of a form', () => {
  const Named = z.object({
    name: textField('Enter it', { length: 80, message: 'Too long' }),
    note: z.string().optional(),
  });

  it.each(['\u202e', '\u2066', '\u200e', '\u061c', '\u200b', '\u00ad', '\u0007'])(
    'takes no character that cannot be seen, whatever its schema (%j)',
    (hidden) => {
      for (const field of ['name', 'note']) {
        const read = readForm(Named, { name: 'Ada', [field]: `Ada${hidden} Marsh` });
        expect(read).toMatchObject({ ok: false });
        if (read.ok) continue;
        expect(read.problems.of(field)).toContain('There is a character that cannot be seen after “Ada”');
        expect(read.problems.summary).toEqual([{ text: read.problems.of(field), href: `#${field}` }]);
      }
    },
  );

  it('says all the same what else is wrong', () => {
    const read = readForm(Named, { name: '', note: 'a\u202eb' });
    expect(read.ok ? [] : read.problems.summary.map(({ href }) => href)).toEqual(['#note', '#name']);
  });

  const SECRETS = ['password', 'current', 'code', 'authenticator', 'answer', 'clientSecret'];
  it.each(SECRETS)(
    'takes any signs where it is for a secret, in its schema or not, and quotes none (%s)',
    (field) => {
      const hidden = { [field]: 'orchard\u00advio\u202elin\u200b' };
      const Secret = z.object({ [field]: z.string(), name: z.string().min(1, { error: 'Enter it' }) });
      expect(readForm(Secret, { ...hidden, name: 'Ada' })).toMatchObject({ ok: true });
      expect(readForm(Named, { ...hidden, name: 'Ada' })).toMatchObject({ ok: true });
      const read = readForm(Secret, { ...hidden, name: 'A\u202eda' });
      expect(JSON.stringify(read.ok ? 'taken' : read.problems.summary)).not.toContain('orchard');
      expect(read.ok ? [] : read.problems.summary.map(({ href }) => href)).toEqual(['#name']);
    },
  );

  const Other = z.object({ kind: z.literal('other'), note: z.string() });
  it.each<[string, z.ZodType]>([
    ['an object', Other],
    ['a strict object', z.strictObject(Other.shape)],
    ['refined', Other.refine(() => true)],
    ['made into something else', Other.transform(({ note }) => note)],
    ['made into something else twice', Other.transform(({ note }) => note).pipe(z.string())],
    ['one of several', z.union([Other.transform(({ note }) => note), z.object({ kind: z.literal('b') })])],
    ['one of several by a field', z.discriminatedUnion('kind', [Other, z.object({ kind: z.literal('b') })])],
    ['two joined', z.intersection(z.object({ kind: z.literal('other') }), z.object({ note: z.string() }))],
    ['any', z.looseObject({ kind: z.literal('other') })],
    ['any of a kind', z.record(z.string(), z.string())],
  ])('is looked at wherever its schema names it: %s', (_name, schema) => {
    const typed = { kind: 'other', note: 'a\u202eb' };
    const read = readForm(schema, typed);
    expect(read.ok ? [] : read.problems.summary.map(({ href }) => href)).toEqual(['#note']);
    expect(readForm(schema, { ...typed, note: 'ab' })).toMatchObject({ ok: true });
  });

  it('is not asked for its signs where its schema has it not', () => {
    expect(readForm(Named, { name: 'Ada', username: 'a\u00adb' })).toMatchObject({ ok: true });
  });
});

import { z } from 'zod';
import { parsePlainDay, parseTypedDay, type PlainDay } from '../time/plain-day.ts';
import type { ErrorSummaryItem } from '../govuk/index.ts';
import { hiddenCharacterInWords } from '../hidden-characters.ts';
import { fieldsOfSchema } from './fields-of-schema.ts';
import { type Form, valueOf, valuesOf } from './form-body.ts';
import { isSecretField } from './secret-fields.ts';

/** A form that was read: what it says, or what is wrong with it and what was typed. */
export type ReadForm<Value> = { ok: true; value: Value } | { ok: false; problems: FormProblems };

/** What a form needs to be shown again: its problems at the top and beside each field, and what was typed. */
export interface FormProblems {
  /** For `<ErrorSummary items={...}>`, in the order of the schema; each a link to its field. */
  summary: readonly ErrorSummaryItem[];
  /** The sentence about a field, for its `error`; undefined where it is right. */
  of: (field: string) => string | undefined;
}

export interface ReadFormOptions {
  /** Fields asked for as three boxes: `due` is sent as `due-day`, `due-month` and `due-year`. */
  days?: readonly string[] | undefined;
  /** Where a field's first box has another id than the field's name. */
  ids?: Readonly<Record<string, string>> | undefined;
}

/**
 * Reads a form by a schema whose messages are the sentences people see: "Enter the date the action is due, like 31
 * March 2027". Only the first problem of each field is told, since the rest often follow from it.
 *
 * No field of a schema takes a character that cannot be seen, but one for a secret (`secret-fields.ts`): names that look like
 * others begin here.
 */
export function readForm<Schema extends z.ZodType>(
  schema: Schema,
  form: Form,
  options: ReadFormOptions = {},
): ReadForm<z.output<Schema>> {
  const days = options.days ?? [];
  const whole = withWholeDays(form, days);
  const sentences = hiddenIn(whole, fieldsOfSchema(schema));
  const parsed = schema.safeParse(whole);
  if (parsed.success && sentences.size === 0) return { ok: true, value: parsed.data };
  for (const issue of parsed.error?.issues ?? []) {
    const field = issue.path.map(String).join('.');
    if (!sentences.has(field)) sentences.set(field, issue.message);
  }
  const idOf = (field: string): string =>
    options.ids?.[field] ?? (days.includes(field) ? `${field}-day` : field);
  const summary = [...sentences].map(([field, text]) =>
    field === '' ? { text } : { text, href: `#${idOf(field)}` },
  );
  return { ok: false, problems: { summary, of: (field) => sentences.get(field) } };
}

/** The problems of a form that was read well but cannot be done: "Someone else has accepted this import". */
export function formProblem(sentence: string, field?: string): FormProblems {
  return {
    summary: [field === undefined ? { text: sentence } : { text: sentence, href: `#${field}` }],
    of: (name) => (name === field ? sentence : undefined),
  };
}

/** A form that was read well but cannot be done because of a day; the link at the top leads to its first box. */
export function dayProblem(sentence: string, field: string): FormProblems {
  return {
    summary: [{ text: sentence, href: `#${field}-day` }],
    of: (name) => (name === field ? sentence : undefined),
  };
}

/** What was typed into the three boxes of a day, to show it again as it was typed. */
export function typedDay(form: Form, field: string): { day: string; month: string; year: string } {
  return {
    day: valueOf(form, `${field}-day`),
    month: valueOf(form, `${field}-month`),
    year: valueOf(form, `${field}-year`),
  };
}

/**
 * A day in a schema, sent as three boxes or as one.
 * @param missing the sentence where nothing was typed: "Enter the date the action is due, like 31 March 2027"
 * @param notReal the sentence where what was typed is no day: "The date the action is due must be a real date, like 31 March 2027"
 */
export function dayField(missing: string, notReal: string): z.ZodType<PlainDay> {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .transform((text, context) => {
      const day = parsePlainDay(text) ?? parseTypedDay(text);
      if (day === null) context.addIssue({ code: 'custom', message: notReal });
      return day ?? z.NEVER;
    });
}

/**
 * A day that may be left out, sent as three boxes or as one: null for nothing.
 * @param notReal the sentence where what was typed is no day
 */
export function dayOrNoneField(notReal: string): z.ZodType<PlainDay | null> {
  return z
    .string()
    .trim()
    .default('')
    .transform((text, context) => {
      if (text === '') return null;
      const day = parsePlainDay(text) ?? parseTypedDay(text);
      if (day === null) context.addIssue({ code: 'custom', message: notReal });
      return day ?? z.NEVER;
    });
}

/** Text that must be there, trimmed, with a sentence for when it is not and for when it is too long. */
export function textField(missing: string, most: { length: number; message: string }): z.ZodType<string> {
  return z
    .string({ error: missing })
    .trim()
    .min(1, { error: missing, abort: true })
    .max(most.length, { error: most.message });
}

/**
 * The sentence about each field of the schema that has a character that cannot be seen. It quotes what stands before the
 * character, so that it is never of a secret; a field that the schema has not is nowhere shown and nowhere kept.
 */
function hiddenIn(form: Form, ofSchema: ReadonlySet<string> | undefined): Map<string, string> {
  const sentences = new Map<string, string>();
  for (const field of Object.keys(form)) {
    if (isSecretField(field) || ofSchema?.has(field) === false) continue;
    const sentence = hiddenCharacterInWords(valuesOf(form, field).join('\n'));
    if (sentence !== null) sentences.set(field, sentence);
  }
  return sentences;
}

function withWholeDays(form: Form, days: readonly string[]): Form {
  const whole: Record<string, string | readonly string[]> = { ...form };
  for (const field of days) {
    const { day, month, year } = typedDay(form, field);
    whole[field] = `${day} ${month} ${year}`.trim();
    for (const part of ['day', 'month', 'year']) delete whole[`${field}-${part}`];
  }
  return whole;
}

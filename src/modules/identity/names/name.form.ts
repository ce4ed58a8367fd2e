import { z } from 'zod';
import { dayField, textField } from '../../../platform/web/forms.ts';
import type { Form } from '../../../platform/web/form-body.ts';
import type { PersonName } from './name.rule.ts';
import { optionalText, reasonField, sourceField } from '../sources/source.form.ts';

const parts = {
  title: optionalText(40, 'The title must be 40 characters or fewer'),
  forenames: optionalText(120, 'The forenames must be 120 characters or fewer'),
  surname: textField('Enter the surname', {
    length: 80,
    message: 'The surname must be 80 characters or fewer',
  }),
  knownAs: optionalText(40, 'What they are called must be 40 characters or fewer'),
  suffix: optionalText(10, 'The words after the surname must be 10 characters or fewer'),
  honours: optionalText(80, 'The letters after the name must be 80 characters or fewer'),
  source: sourceField,
};

/** A new person's name. */
export const AddPersonForm = z.object(parts).transform(nameAndSource);

/** Another name from a day, or a correction of the one there is. */
export const NameForm = z.discriminatedUnion(
  'change',
  [
    z.object({
      ...parts,
      change: z.literal('from-a-day'),
      from: dayField(
        'Enter the day from which this is their name, like 12 May 2011',
        'The day from which this is their name must be a real day, like 12 May 2011',
      ),
    }),
    z.object({ ...parts, change: z.literal('correction'), reason: reasonField }),
  ],
  { error: 'Choose whether the name changed or was recorded wrongly' },
);

type Parts = z.output<z.ZodObject<typeof parts>>;

/** What was typed as a name in its parts. */
export function nameAndSource(typed: Parts): { readonly name: PersonName; readonly source: string } {
  const { title, forenames, surname, knownAs, suffix, honours, source } = typed;
  return {
    name: {
      title,
      forenames: wordsOf(forenames),
      knownAs,
      surname: wordsOf(surname).join(' '),
      suffix,
      honours: wordsOf(honours?.replaceAll(',', ' ') ?? null),
    },
    source,
  };
}

/** A form that opens with a name that is there. */
export function formOfName(name: PersonName): Form {
  return {
    title: name.title ?? '',
    forenames: name.forenames.join(' '),
    surname: name.surname,
    knownAs: name.knownAs ?? '',
    suffix: name.suffix ?? '',
    honours: name.honours.join(' '),
  };
}

function wordsOf(text: string | null): readonly string[] {
  return text?.split(/\s+/).filter(Boolean) ?? [];
}

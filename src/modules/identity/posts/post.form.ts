import { z } from 'zod';
import { textField } from '../../../platform/web/forms.ts';
import { optionalText } from '../sources/source.form.ts';

export const holdersField = z.enum(['one', 'several'], {
  error: 'Choose how many may hold the post at once',
});

export const AddPostForm = z.object({
  title: textField('Enter what the post is called, like Head of Safeguarding', {
    length: 200,
    message: 'What the post is called must be 200 characters or fewer',
  }),
  organisation: optionalText(200, 'The organisation must be 200 characters or fewer'),
  holders: holdersField,
});

export const HoldersForm = z.object({ holders: holdersField });

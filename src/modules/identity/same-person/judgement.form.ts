import { z } from 'zod';
import { reasonField } from '../sources/source.form.ts';

export const JudgementForm = z.object({
  verdict: z.enum(['same', 'different', 'open'], {
    error: 'Choose whether the two records are of one person or of two',
  }),
  reason: reasonField,
});

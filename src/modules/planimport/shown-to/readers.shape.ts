import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import type { DraftReaders } from './draft-readers.read.ts';

/** Who may see a draft, with the forms that change it. */
export interface ImportReadersProps {
  readonly frame: Frame;
  readonly token: string;
  readonly draft: { readonly id: string; readonly fileName: string; readonly readingKey: string };
  readonly today: PlainDay;
  readonly readers: DraftReaders;
  readonly state: FormState;
}

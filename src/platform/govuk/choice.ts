import type { Attributes, Content } from './content.ts';
import type { HintOption } from './hint.tsx';

/** One radio button or checkbox, or a word such as "or" between two. */
export interface ChoiceItem {
  value?: string | number | undefined;
  text?: Content;
  id?: string | undefined;
  hint?: HintOption;
  checked?: boolean | undefined;
  disabled?: boolean | undefined;
  /** Shown, with JavaScript, only while this choice is made; without JavaScript always. */
  conditional?: Content;
  /** Words printed between two choices; the other properties are then not used. */
  divider?: string | undefined;
  label?: { class?: string | undefined; attributes?: Attributes | undefined } | undefined;
  attributes?: Attributes | undefined;
}

/** The id of the nth choice (from 0): the first has no number, so an error summary can link to it. */
export function choiceId(idPrefix: string, item: ChoiceItem, index: number): string {
  return item.id ?? (index === 0 ? idPrefix : `${idPrefix}-${index + 1}`);
}

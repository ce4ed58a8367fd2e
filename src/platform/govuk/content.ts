import type { VNode } from 'preact';

/** What may be printed inside a component: text, a number, elements, or several of them. Text is always escaped. */
export type Content = VNode | string | number | false | null | undefined | readonly Content[];

/** Further HTML attributes for a component's outermost element, printed as given. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined>>;

/** Words with choices about how they are printed, such as a label that is also the page's heading. */
export interface Part {
  text: Content;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/**
 * Reads an option that may be bare words or words with choices.
 * @returns the option as a part, or undefined where there is nothing to print.
 */
export function partOf<P extends Part>(option: Content | P): P | Part | undefined {
  if (option === undefined || option === null || option === false || option === '') return undefined;
  return isPart<P>(option) ? option : { text: option };
}

function isPart<P extends Part>(option: Content | P): option is P {
  return typeof option === 'object' && option !== null && !Array.isArray(option) && 'text' in option;
}

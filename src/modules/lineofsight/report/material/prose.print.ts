import type { Inline, Text } from '../../../../platform/print/document.ts';

/** Things named one after another as a sentence has them: "A, B and C". Beyond `most`, the rest are counted. */
export function listed<Thing extends Inline>(
  things: readonly Thing[],
  most = Infinity,
): ReadonlyArray<Thing | string> {
  const named: ReadonlyArray<Thing | string> = things.length > most ? things.slice(0, most) : things;
  const rest = things.length - named.length;
  const all = rest === 0 ? named : [...named, `${rest.toLocaleString('en-GB')} more`];
  return all.flatMap((thing, index) =>
    index === 0 ? [thing] : [index === all.length - 1 ? ' and ' : ', ', thing],
  );
}

/** Things set side by side in a cell, with a comma between. */
export function sideBySide(things: readonly Inline[]): Text {
  return things.flatMap((thing, index): Inline[] => (index === 0 ? [thing] : [', ', thing]));
}

/** The form of a verb that agrees with a number. */
export function verb(n: number, one: string, many: string): string {
  return n === 1 ? one : many;
}

/** Sentences of one paragraph, with a space between. */
export function paragraph(...sentences: readonly Text[]): Text {
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index): Text => (index === 0 ? sentence : [' ', ...sentence]));
}

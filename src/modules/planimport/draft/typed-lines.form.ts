import { z } from 'zod';

/** What was typed into a box, with its ends trimmed; nothing where the box was not sent, or sent twice. */
export const typedText = z
  .string()
  .catch('')
  .transform((text) => text.replaceAll('\r\n', '\n').trim());

/** A box that holds one thing a line: empty lines are nothing, and a thing said twice is said once. */
export const typedLines = typedText.transform((text) => [...new Set(linesOf(text))]);

function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

import type { UnreadableFile } from './source-document.ts';

/**
 * Leaves the depths of a parser when a file cannot be read. The libraries call us back from deep inside (a row of a CSV,
 * an element of HTML), where a returned value would be lost, so this one error carries the answer up. It never leaves this
 * folder: `openFile` turns it into the `UnreadableFile` it holds.
 */
export class Refusal extends Error {
  readonly file: UnreadableFile;

  constructor(reason: UnreadableFile['reason'], sentence: string) {
    super(sentence);
    this.name = 'Refusal';
    this.file = { kind: 'unreadable', reason, sentence };
  }
}

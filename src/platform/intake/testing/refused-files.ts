import { openFile } from '../open-file.ts';
import type { UnreadableFile } from '../source-document.ts';

/** A file made to be refused, and what the person must then be told. */
export interface RefusedFile {
  readonly what: string;
  readonly fileName: string;
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly reason: UnreadableFile['reason'];
  readonly says: string;
}

/** XML that defines ten entities, each ten times the one before. */
export const BILLION_LAUGHS = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 9 }, (_, level) => `<!ENTITY ${'bcdefghij'[level]} "${`&${'abcdefghi'[level]};`.repeat(10)}">`).join('')}]>`;

/** A file of this text in UTF-8. */
export function text(content: string): () => Uint8Array {
  return () => Buffer.from(content, 'utf8');
}

/** The first half of a file. */
export async function half(bytes: Uint8Array | Promise<Uint8Array>): Promise<Uint8Array> {
  const whole = await bytes;
  return whole.subarray(0, Math.floor(whole.length / 2));
}

/** What happened, then a sentence that says what to do. */
export const SAYS_WHAT_TO_DO = /^(?!.*(?:invalid|please)).*\. [A-Z][^.]+.*\.$/i;

/** Opens the file and gives back how it was refused; a file that was read after all has no reason and no sentence. */
export async function refusalOf({
  fileName,
  bytes,
}: RefusedFile): Promise<{ reason: string; sentence: string }> {
  const opened = await openFile({ fileName, bytes: await bytes() });
  return opened.kind === 'unreadable' ? opened : { reason: 'none', sentence: '' };
}

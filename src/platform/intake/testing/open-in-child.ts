import { openFile } from '../open-file.ts';
import { type ReadApart, readApart, type ToReadApart } from '../read-apart.ts';
import type { GivenFile } from '../open-file.ts';
import type { OpenedFile } from '../source-document.ts';

/** What a test lets a child do: open the file and say all that stands in it. */
export function openWhole(
  { fileName }: { readonly fileName: string },
  bytes: Uint8Array,
): Promise<OpenedFile> {
  return openFile({ fileName, bytes });
}

/** Opens a file apart, as those do who take files from strangers. */
export async function openApart(
  file: GivenFile,
  more: Partial<ToReadApart<{ readonly fileName: string }, OpenedFile>> = {},
): Promise<OpenedFile> {
  const read: ReadApart<OpenedFile> = await readApart({
    from: import.meta.url,
    work: openWhole,
    job: { fileName: file.fileName },
    file,
    keepLess: 'Keep only what is needed, and try again.',
    ...more,
  });
  return read.kind === 'answered' ? read.answer : read;
}

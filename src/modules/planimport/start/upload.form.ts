import type { UploadedFile } from '../../../platform/web/form-body.ts';

/** The field of the file to read. */
export const FILE_FIELD = 'file';

/** What a person may bring in, for the browser to offer first; the file itself is looked at whatever it is called. */
export const FILE_ENDINGS = '.docx,.xlsx,.csv,.pdf,.html,.htm,.txt,.json';

/** The file that was sent, or the sentence to say where there is none. */
export function chosenFile(files: readonly UploadedFile[]): UploadedFile | string {
  const sent = files.filter(({ field }) => field === FILE_FIELD);
  const [file] = sent;
  if (file === undefined) return 'Choose the file that holds the plan';
  return sent.length > 1 ? 'Choose one file: each plan is read on its own' : file;
}

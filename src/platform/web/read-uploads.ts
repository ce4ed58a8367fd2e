import type { FastifyRequest } from 'fastify';
import { withoutHiddenCharacters } from '../hidden-characters.ts';
import { type Body, formOf, type UploadedFile } from './form-body.ts';
import { LARGEST_FILE, LARGEST_FORM } from './problem.ts';

/** What of a form with files was too much, or its content. */
export type ReadUploads =
  | { kind: 'read'; body: Body }
  | { kind: 'file-too-large' }
  | { kind: 'too-many-parts' }
  | { kind: 'not-read' };

const MOST_FILES = 10;
const MOST_PARTS = 2000;

/**
 * Reads a form with files into memory. What is too much is still read to its end, though not kept: a server that stops
 * listening half way leaves the sender with a broken connection instead of a sentence.
 */
export async function readUploads(request: FastifyRequest): Promise<ReadUploads> {
  const fields: [string, string][] = [];
  const files: UploadedFile[] = [];
  let tooLarge = false;
  let total = 0;
  try {
    const parts = request.parts({
      limits: {
        fileSize: LARGEST_FILE + 1,
        fieldSize: LARGEST_FORM,
        files: MOST_FILES,
        parts: MOST_PARTS,
        fieldNameSize: 200,
      },
    });
    for await (const part of parts) {
      if (part.type === 'field') {
        tooLarge ||= part.valueTruncated;
        fields.push([part.fieldname, typeof part.value === 'string' ? part.value : '']);
        continue;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of part.file as AsyncIterable<Buffer>) {
        total += chunk.length;
        if (total > LARGEST_FILE) chunks.length = 0;
        else chunks.push(chunk);
      }
      tooLarge ||= total > LARGEST_FILE || part.file.truncated;
      const bytes = Buffer.concat(chunks);
      // A browser sends an unnamed, empty file for a box that was left empty.
      if (part.filename || bytes.length > 0) {
        files.push({
          field: part.fieldname,
          fileName: withoutHiddenCharacters(part.filename ?? ''),
          mediaType: part.mimetype,
          bytes,
        });
      }
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    const tooMany = code === 'FST_PARTS_LIMIT' || code === 'FST_FILES_LIMIT' || code === 'FST_FIELDS_LIMIT';
    // Nothing but the parser runs above, so whatever else it throws is about what was sent.
    return tooMany ? { kind: 'too-many-parts' } : { kind: 'not-read' };
  }
  return tooLarge ? { kind: 'file-too-large' } : { kind: 'read', body: { form: formOf(fields), files } };
}

import type { FastifyRequest } from 'fastify';
import { withoutHiddenCharacters } from '../hidden-characters.ts';
import { type Body, formOf, type UploadedFile } from './form-body.ts';
import { LARGEST_FILE, LARGEST_FORM } from './problem.ts';

/** What of a form with files was too much, or its content. */
export type ReadUploads =
  | { kind: 'read'; body: Body }
  | { kind: 'file-too-large' }
  | { kind: 'form-too-large' }
  | { kind: 'too-many-parts' }
  | { kind: 'not-read' };

const MOST_FILES = 10;
const MOST_PARTS = 2000;
/** Of one part, in bytes: its names and kind. A file's name has 255 letters at most on any system. */
const LONGEST_HEADERS = 4096;

/**
 * Reads a form with files into memory. What is too much is still read to its end, though not kept: a server that stops
 * listening half way leaves the sender with a broken connection instead of a sentence.
 *
 * The parser is told that every part is a file. A field that it made itself it would hold whole, parse where the sender calls
 * it JSON, and bound one at a time; read here, a field is text whatever it is called, and all of them together are bounded as
 * a form without files is.
 */
export async function readUploads(request: FastifyRequest): Promise<ReadUploads> {
  const fields: [string, string][] = [];
  const files: UploadedFile[] = [];
  const ofFields = upTo(LARGEST_FORM);
  const ofFiles = upTo(LARGEST_FILE);
  let fileParts = 0;
  try {
    const parts = request.parts({
      isPartAFile: () => true,
      limits: {
        fileSize: LARGEST_FILE + 1,
        parts: MOST_PARTS,
        headerSize: LONGEST_HEADERS,
      },
    });
    for await (const part of parts) {
      if (part.type === 'field') throw new Error('The parser made a field by itself');
      const isFile = isNamed(part);
      if (isFile) fileParts += 1;
      else ofFields.add(Buffer.byteLength(part.fieldname));
      const bytes = await bytesOf(part.file as AsyncIterable<Buffer>, isFile ? ofFiles : ofFields);
      if (!isFile) {
        if (!ofFields.isOver()) fields.push([part.fieldname, bytes.toString('utf8')]);
        continue;
      }
      if (fileParts > MOST_FILES) continue;
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
    // Nothing but the parser runs above, so whatever else it throws is about what was sent.
    return code === 'FST_PARTS_LIMIT' ? { kind: 'too-many-parts' } : { kind: 'not-read' };
  }
  if (fileParts > MOST_FILES) return { kind: 'too-many-parts' };
  if (ofFiles.isOver()) return { kind: 'file-too-large' };
  return ofFields.isOver()
    ? { kind: 'form-too-large' }
    : { kind: 'read', body: { form: formOf(fields), files } };
}

/** Whether a part is a file: it has a file's name, be it empty, or is of the kind that a file without one is sent as. */
function isNamed(part: { readonly filename: string | undefined; readonly mimetype: string }): boolean {
  return part.filename !== undefined || part.mimetype === 'application/octet-stream';
}

/** A running total of bytes. */
interface Total {
  add: (bytes: number) => void;
  isOver: () => boolean;
}

function upTo(most: number): Total {
  let total = 0;
  return {
    add: (bytes) => (total += bytes),
    isOver: () => total > most,
  };
}

/** Reads a part to its end, and keeps it as long as it and what came before are no more than they may be together. */
async function bytesOf(part: AsyncIterable<Buffer>, total: Total): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of part) {
    total.add(chunk.length);
    if (total.isOver()) chunks.length = 0;
    else chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

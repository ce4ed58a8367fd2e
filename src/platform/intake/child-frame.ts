import type { GivenFile } from './open-file.ts';

const LENGTH = 4;

/** A file and its name as one run of bytes: the length of the name, the name, the file. */
export function frame(file: GivenFile): Uint8Array[] {
  const name = Buffer.from(file.fileName, 'utf8');
  const length = Buffer.alloc(LENGTH);
  length.writeUInt32BE(name.length);
  return [length, name, file.bytes];
}

/** The file and its name out of what `frame` made. */
export function unframe(bytes: Buffer): GivenFile {
  const end = LENGTH + bytes.readUInt32BE(0);
  return { fileName: bytes.toString('utf8', LENGTH, end), bytes: bytes.subarray(end) };
}

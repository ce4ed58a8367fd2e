import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { partsOf, type PlainDay } from './time/plain-day.ts';

/** One file in a zip file. */
export interface ZippedPart {
  readonly name: string;
  readonly content: Buffer;
}

/** The files in a zip file, in order. */
export async function partsOfZip(file: Buffer): Promise<readonly ZippedPart[]> {
  const opened = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (error, zipFile) =>
      error === null ? resolve(zipFile) : reject(error),
    );
  });
  const parts: ZippedPart[] = [];
  await new Promise<void>((resolve, reject) => {
    opened.on('error', reject);
    opened.on('end', resolve);
    opened.on('entry', (entry: Entry) => {
      contentOf(opened, entry).then((content) => {
        parts.push({ name: entry.fileName, content });
        opened.readEntry();
      }, reject);
    });
    opened.readEntry();
  });
  return parts;
}

async function contentOf(zipFile: ZipFile, entry: Entry): Promise<Buffer> {
  const stream = await new Promise<Readable>((resolve, reject) => {
    zipFile.openReadStream(entry, (error, readable) => (error === null ? resolve(readable) : reject(error)));
  });
  return buffer(stream);
}

/**
 * The parts as a zip file (PKWARE APPNOTE 4.3: local headers, central directory, end record), all of one date: the same
 * parts make the same bytes.
 */
export function steadyZip(parts: readonly ZippedPart[], day: PlainDay): Uint8Array {
  const { year, month, day: dayOfMonth } = partsOf(day);
  // Dates in a zip file count from 1980.
  const date = ((Math.max(year, 1980) - 1980) << 9) | (month << 5) | dayOfMonth;
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content } of parts) {
    const path = Buffer.from(name);
    const packed = deflateRawSync(content);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x800, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(content), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(content.length, 18);
    common.writeUInt16LE(path.length, 22);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    locals.push(Buffer.from('PK\u0003\u0004'), common, path, packed);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), common, tail, path);
    offset += 30 + path.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(
    directory.reduce((sum, piece) => sum + piece.length, 0),
    12,
  );
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}

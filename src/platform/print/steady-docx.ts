import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { crc32, deflateRawSync } from 'node:zlib';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { partsOf, type PlainDay } from '../time/plain-day.ts';

/**
 * A Word file whose bytes depend on its content alone: the times in it are the paper's own date, and the names that
 * the writer draws at random or counts on from file to file are numbered in order. So the same paper has the same
 * ETag and the same hash, and a stored copy can be compared.
 */
export async function steadyDocx(file: Buffer, day: PlainDay): Promise<Uint8Array> {
  const parts = await partsOfZip(file);
  const names = new Map<string, string>();
  const steady = parts.map(({ name, content }) => ({
    name,
    content: /\.(?:xml|rels)$/.test(name)
      ? Buffer.from(steadyXml(content.toString('utf8'), day, names))
      : content,
  }));
  return zip(steady, day);
}

interface Part {
  readonly name: string;
  readonly content: Buffer;
}

/** When the file was made and changed. */
const timestamp = /(?<=W3CDTF">)[^<]+/g;

/**
 * Names of relationships (`rId` and 21 characters), bookmarks of headings, and numbers of bookmarks and pictures. In
 * text the writer escapes quotation marks, so nothing a person wrote can look like one of these.
 */
const drawnNames = new RegExp(
  [
    String.raw`(?<="|PAGEREF )(?<heading>_Toc\d+)`,
    String.raw`(?<=")(?<link>rId[a-z0-9_-]{21})(?=")`,
    String.raw`(?<=<w:bookmark(?:Start|End)\b[^>]*\bw:id=")(?<bookmark>\d+)(?=")`,
    String.raw`(?<=<wp:docPr id=")(?<picture>\d+)(?=")`,
  ].join('|'),
  'g',
);
const newNames: Readonly<Record<string, string>> = {
  heading: '_Toc',
  link: 'rIdLink',
  bookmark: '',
  picture: '',
};

/**
 * One part of the file with its dates and drawn names fixed.
 * @param names the new names so far: one map for all parts of a file, since they name things across parts
 */
export function steadyXml(xml: string, day: PlainDay, names: Map<string, string>): string {
  return xml
    .replaceAll(timestamp, `${day}T00:00:00.000Z`)
    .replaceAll(drawnNames, (name, ...rest: unknown[]) => {
      const groups = rest.at(-1) as Readonly<Record<string, string | undefined>>;
      const kind = Object.keys(newNames).find((one) => groups[one] !== undefined) ?? '';
      // A bookmark and a picture may have drawn the same number: they are not the same name.
      const key = `${kind} ${name}`;
      const known = names.get(key) ?? `${newNames[kind] ?? ''}${names.size + 1}`;
      names.set(key, known);
      return known;
    });
}

/** The files in a zip file, in order. */
export async function partsOfZip(file: Buffer): Promise<readonly Part[]> {
  const opened = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(file, { lazyEntries: true }, (error, zipFile) =>
      error === null ? resolve(zipFile) : reject(error),
    );
  });
  const parts: Part[] = [];
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

/** The parts as a zip file (PKWARE APPNOTE 4.3: local headers, central directory, end record), all of one date. */
function zip(parts: readonly Part[], day: PlainDay): Uint8Array {
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

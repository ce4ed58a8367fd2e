import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import {
  MAX_CLAIMED_BYTES,
  MAX_SHRINKAGE,
  MAX_UNPACKED_BYTES,
  MAX_ZIP_ENTRIES,
  megabytes,
} from './limits.ts';
import { Refusal } from './refusal.ts';

/** The table of contents of a zip file, checked before anything in it is unpacked. */
export interface ZipListing {
  readonly name: string;
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

const LARGE_PART = 10 * 1024 * 1024;

/**
 * Reads the table of contents of a zip file and refuses, without unpacking, one that is damaged, locked, claims to come to
 * more than a document does, or names files outside itself.
 * @throws Refusal
 */
export async function listZip(name: string, bytes: Uint8Array): Promise<ZipListing> {
  const entries = new Map<string, Entry>();
  let claimed = 0;
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), {
      lazyEntries: true,
      autoClose: false,
      validateEntrySizes: true,
    });
  } catch (error) {
    throw damagedZip(name, error);
  }
  if (zip.entryCount > MAX_ZIP_ENTRIES)
    throw expands(name, `${zip.entryCount.toLocaleString('en-GB')} files`);
  try {
    for await (const entry of zip.eachEntry()) {
      if (entry.isEncrypted()) throw locked(name);
      if (entries.has(entry.fileName)) throw damagedZip(name, new Error('the same name twice'));
      entries.set(entry.fileName, entry);
      claimed += entry.uncompressedSize;
      const shrinkage = entry.uncompressedSize / Math.max(1, entry.compressedSize);
      if (claimed > MAX_CLAIMED_BYTES || (entry.uncompressedSize > LARGE_PART && shrinkage > MAX_SHRINKAGE)) {
        throw expands(name, megabytes(claimed));
      }
    }
  } catch (error) {
    throw error instanceof Refusal ? error : damagedZip(name, error);
  }
  return { name, zip, entries };
}

/**
 * Unpacks the wanted files. What is counted are the bytes that really come out, whatever the table of contents claims.
 * @throws Refusal where they come to more than `MAX_UNPACKED_BYTES`, or do not unpack
 */
export async function unpack(
  listing: ZipListing,
  wanted: (path: string) => boolean,
): Promise<Map<string, Uint8Array>> {
  const parts = new Map<string, Uint8Array>();
  let total = 0;
  for (const [path, entry] of listing.entries) {
    if (path.endsWith('/') || !wanted(path)) continue;
    const chunks: Uint8Array[] = [];
    try {
      const stream = await listing.zip.openReadStreamPromise(entry);
      for await (const chunk of stream as AsyncIterable<Uint8Array>) {
        total += chunk.length;
        if (total > MAX_UNPACKED_BYTES)
          throw expands(listing.name, `more than ${megabytes(MAX_UNPACKED_BYTES)}`);
        chunks.push(chunk);
      }
    } catch (error) {
      throw error instanceof Refusal ? error : damagedZip(listing.name, error);
    }
    parts.set(path, Buffer.concat(chunks));
  }
  return parts;
}

function locked(name: string): Refusal {
  return new Refusal(
    'password-protected',
    `${name} is locked with a password. Open it, save a copy without the password, and try again.`,
  );
}

function expands(name: string, what: string): Refusal {
  return new Refusal(
    'expands-too-far',
    `${name} unpacks to ${what}, more than a document that size should. Copy the text or the table into a new document, save that, and try again.`,
  );
}

function damagedZip(name: string, error: unknown): Refusal {
  const what = error instanceof Error ? error.message : '';
  if (/relative path|absolute path|invalid characters in fileName/i.test(what)) {
    return new Refusal(
      'damaged',
      `${name} holds files whose names point outside it, which no office program writes. Copy the text or the table into a new document, save that, and try again.`,
    );
  }
  return new Refusal(
    'damaged',
    `${name} is damaged or was cut short on its way. Fetch it again from where it came from, or open it and save it as a new file.`,
  );
}

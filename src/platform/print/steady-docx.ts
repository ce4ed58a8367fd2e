import { partsOfZip, steadyZip } from '../steady-zip.ts';
import type { PlainDay } from '../time/plain-day.ts';

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
  return steadyZip(steady, day);
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

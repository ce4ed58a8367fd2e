import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/**
 * A PDF as a screen reader meets it: its title and language, and its tags in reading order with the words under each.
 * For the tests of what is printed; nothing in the product reads its own PDFs.
 */
export interface ReadPdf {
  readonly title: string;
  readonly language: string;
  readonly pages: number;
  readonly created: string;
  readonly bookmarks: readonly string[];
  /** Every address a link leads to, in order. */
  readonly addresses: readonly string[];
  readonly tags: readonly PdfTag[];
  /** What stands on each page, headers and footers too. */
  readonly pageTexts: readonly string[];
}

export interface PdfTag {
  /** `H1`, `P`, `TH`, `Figure` ... */
  readonly role: string;
  readonly alt: string | null;
  /** The words of this tag and all below it. */
  readonly text: string;
  readonly children: readonly PdfTag[];
}

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

/** Reads a PDF. */
export async function readPrintedPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const pdf = await getDocument({
    data: bytes.slice(),
    verbosity: VerbosityLevel.ERRORS,
    useSystemFonts: false,
  }).promise;
  const { info } = await pdf.getMetadata();
  const { Title, Language, CreationDate } = info as {
    Title?: string;
    Language?: string;
    CreationDate?: string;
  };
  const [tags, pageTexts, addresses]: [PdfTag[], string[], string[]] = [[], [], []];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const words = new Map<string, string>();
    let [open, text]: [string[], string] = [[], ''];
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        const said = item.str + (item.hasEOL ? ' ' : '');
        text += said;
        const under = open.findLast((id) => id !== '');
        if (under !== undefined) words.set(under, (words.get(under) ?? '') + said);
      } else if (item.type === 'endMarkedContent') open = open.slice(0, -1);
      else open = [...open, item.id ?? ''];
    }
    pageTexts.push(text);
    for (const annotation of (await page.getAnnotations()) as Array<{ url?: string }>) {
      if (annotation.url !== undefined) addresses.push(annotation.url);
    }
    const tree = (await page.getStructTree()) as StructNode | null;
    tags.push(...(tree?.children ?? []).map((node) => tagOf(node, words)));
  }
  const outline = (await pdf.getOutline()) as ReadonlyArray<Bookmark> | null;
  await pdf.loadingTask.destroy();
  return {
    title: Title ?? '',
    language: Language ?? '',
    created: CreationDate ?? '',
    pages: pageTexts.length,
    bookmarks: (outline ?? []).flatMap(namesOf),
    addresses,
    tags,
    pageTexts,
  };
}

/** Every tag with a role, at any depth, in reading order. */
export function tagsOf(read: ReadPdf, role: string): readonly PdfTag[] {
  const within = (tag: PdfTag): readonly PdfTag[] => [
    ...(tag.role === role ? [tag] : []),
    ...tag.children.flatMap(within),
  ];
  return read.tags.flatMap(within);
}

interface Bookmark {
  readonly title: string;
  readonly items: readonly Bookmark[];
}

function namesOf({ title, items }: Bookmark): readonly string[] {
  return [title, ...items.flatMap(namesOf)];
}

function tagOf(node: StructNode, words: ReadonlyMap<string, string>): PdfTag {
  if (node.type === 'content') {
    return { role: 'content', alt: null, text: words.get(node.id ?? '') ?? '', children: [] };
  }
  const children = (node.children ?? []).map((child) => tagOf(child, words));
  return {
    role: node.role ?? '',
    alt: node.alt ?? null,
    text: children.map((child) => child.text).join(''),
    children,
  };
}

import { partsOfZip } from '../../steady-zip.ts';

/** A workbook as what is written in it, for tests of what a reader of values does not see. */
export interface OpenedWorkbook {
  /** Text of each part by its path in the file. */
  readonly parts: ReadonlyMap<string, string>;
  /** Every cell of every sheet as it is written, `<c …>…</c>`. */
  readonly cells: readonly string[];
}

export async function openWorkbook(bytes: Uint8Array): Promise<OpenedWorkbook> {
  const parts = new Map(
    (await partsOfZip(Buffer.from(bytes))).map(({ name, content }) => [name, content.toString('utf8')]),
  );
  const sheets = [...parts].filter(([name]) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  return { parts, cells: sheets.flatMap(([, xml]) => xml.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs) ?? []) };
}

/** Cells that hold something other than a number or text: a formula, an error, a truth. Links stand beside the cells. */
export function whatRuns({ parts, cells }: OpenedWorkbook): string[] {
  const odd = cells.filter(
    (cell) =>
      !/^<c r="[A-Z]+\d+"(?: s="\d+")?(?: t="s")?(?:\/>|><v>-?[\d.]+(?:e[+-]?\d+)?<\/v><\/c>)$/.test(cell),
  );
  const names = /externalLink|connections|hyperlink|vba|macro|customXml|webExtension/i;
  const links = [...parts].flatMap(([name, xml]) =>
    name === 'xl/sharedStrings.xml' || name.startsWith('docProps/')
      ? []
      : (xml.match(/<hyperlink\b|TargetMode/g) ?? []),
  );
  return [...odd, ...links, ...[...parts.keys()].filter((name) => names.test(name))];
}

import { readTags } from './xml-tags.ts';

export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Where the sheet's XML stands among the parts; undefined for a sheet that is only a chart. */
  readonly path: string | undefined;
}

/** The sheets of a workbook in the order of their tabs. */
export function readSheetEntries(workbookXml: string, relationshipsXml: string): SheetEntry[] {
  const paths = new Map<string, string>();
  readTags(relationshipsXml, {
    open: (tag, attributes) => {
      if (tag !== 'relationship' || !(attributes.get('type') ?? '').endsWith('/worksheet')) return;
      const target = attributes.get('target') ?? '';
      paths.set(attributes.get('id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`);
    },
  });
  const sheets: SheetEntry[] = [];
  let inSheets = false;
  readTags(workbookXml, {
    open: (tag, attributes) => {
      if (tag === 'sheets') inSheets = true;
      if (tag !== 'sheet' || !inSheets) return;
      sheets.push({
        name: attributes.get('name') ?? '',
        hidden: /hidden/i.test(attributes.get('state') ?? ''),
        path: paths.get(attributes.get('id') ?? ''),
      });
    },
    close: (tag) => {
      if (tag === 'sheets') inSheets = false;
    },
  });
  return sheets;
}

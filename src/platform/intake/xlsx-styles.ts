import { readTags } from './xml-tags.ts';

// Number formats that Excel knows by number and does not write into the file (ECMA-376 Part 1, section 18.8.30).
const BUILT_IN: Readonly<Record<string, string>> = {
  '1': '0',
  '2': '0.00',
  '3': '#,##0',
  '4': '#,##0.00',
  '9': '0%',
  '10': '0.00%',
  '14': 'dd/mm/yyyy',
  '15': 'd-mmm-yy',
  '16': 'd-mmm',
  '17': 'mmm-yy',
  '18': 'h:mm AM/PM',
  '19': 'h:mm:ss AM/PM',
  '20': 'h:mm',
  '21': 'h:mm:ss',
  '22': 'dd/mm/yyyy h:mm',
  '37': '#,##0',
  '38': '#,##0',
  '39': '#,##0.00',
  '40': '#,##0.00',
};

/** The number format of each cell style of a workbook, in the order in which cells refer to them; empty for "General". */
export function readCellFormats(stylesXml: string): string[] {
  const own = new Map<string, string>();
  const formats: string[] = [];
  let inCellStyles = false;
  readTags(stylesXml, {
    open: (tag, attributes) => {
      if (tag === 'numfmt') own.set(attributes.get('numfmtid') ?? '', attributes.get('formatcode') ?? '');
      if (tag === 'cellxfs') inCellStyles = true;
      if (tag === 'xf' && inCellStyles) {
        const id = attributes.get('numfmtid') ?? '0';
        const format = own.get(id) ?? BUILT_IN[id] ?? '';
        formats.push(format === 'General' ? '' : format);
      }
    },
    close: (tag) => {
      if (tag === 'cellxfs') inCellStyles = false;
    },
  });
  return formats;
}

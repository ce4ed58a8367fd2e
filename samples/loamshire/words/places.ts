/** Parts of the made-up county. The first is the whole of it, and needs no words. */
export const AREAS: readonly string[] = [
  '',
  'Netherbrook',
  'Upper Wend',
  'Saltmarsh Haven',
  'Marlcombe',
  'Fennick Vale',
  'Oxlip Bassett',
  'Great Tarrow',
  'Quernford',
  'Hollins Moor',
  'Pipwell',
  'Eddlestone Cross',
  'Sheepwash',
  'Candle Hythe',
  'Winnowby',
  'Long Barrowell',
];

/** For whom a part of a very large plan is. The first is for everybody, and needs no words. */
export const GROUPS: readonly string[] = [
  '',
  'children under five',
  'disabled children',
  'young carers',
  'young people leaving care',
  'children missing from home',
  'families new to the county',
];

/** " for young carers in Pipwell", with the space before it; nothing where it is for everybody everywhere. */
export function whereAndWhom(area: string, group: string): string {
  return `${group === '' ? '' : ` for ${group}`}${area === '' ? '' : ` in ${area}`}`;
}

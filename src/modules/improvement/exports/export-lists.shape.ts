import type { FilteredList } from '../lists/list-fields.rule.ts';

/** The lists of a plan that can be taken away as a spreadsheet, by the name they have in an address. */
export const EXPORTED_LISTS = [
  'requirements',
  'actions',
  'milestones',
  'measures',
  'leads',
  'coverage',
  'oddities',
] as const satisfies readonly FilteredList[];
export type ExportedList = (typeof EXPORTED_LISTS)[number];

/** The list by a name, or null where there is none of that name. */
export function exportedList(name: string): ExportedList | null {
  return EXPORTED_LISTS.find((known) => known === name) ?? null;
}

import { ListFilter } from '../queries/list-filter.ts';

/** How an exported list is narrowed: as the page of the same list is, with what only some lists have beside it. */
export interface ExportQuery extends ListFilter {
  /** For oddities: those of one kind. */
  readonly kind?: string | undefined;
  /** For requirements: those of one set, by its code. */
  readonly set?: string | undefined;
  /** For requirements: those that no action carries, or one alone. */
  readonly coverage?: 'none' | 'single' | undefined;
}

/** Reads an address's query as the list pages do: an empty value narrows nothing, and one that means nothing is left. */
export function readExportQuery(query: URLSearchParams): ExportQuery {
  const given = Object.fromEntries([...query].filter(([, value]) => value.trim() !== ''));
  const coverage = (['none', 'single'] as const).find((known) => known === given['coverage']);
  return {
    ...ListFilter.parse(given),
    ...(given['kind'] === undefined ? {} : { kind: given['kind'].slice(0, 100) }),
    ...(given['set'] === undefined ? {} : { set: given['set'].slice(0, 40) }),
    ...(coverage === undefined ? {} : { coverage }),
  };
}

import { ListFilter } from '../rows/list-filter.shape.ts';

export type ListField = keyof ListFilter;

const LINE_FIELDS = [
  'text',
  'priority',
  'outcome',
  'action',
  'lead',
  'partner',
  'requirement',
  'due',
  'status',
] as const satisfies readonly ListField[];

/**
 * What each list can be narrowed by. The one place that says so: the page, its form, what it says it is narrowed by, its
 * spreadsheet and the note in that all go by it, so that none can claim a narrowing that another does not make.
 */
export const LIST_FIELDS = {
  requirements: ['text', 'set', 'coverage'],
  actions: [...LINE_FIELDS, 'lacking'],
  milestones: [...LINE_FIELDS, 'open'],
  measures: [...LINE_FIELDS, 'open'],
  leads: ['text', 'requirement'],
  oddities: ['text', 'kind'],
  coverage: [],
} as const satisfies Readonly<Record<string, readonly ListField[]>>;
export type FilteredList = keyof typeof LIST_FIELDS;

/** What of a filter a list goes by; the rest is left out, as if nobody had asked. */
export function honoured(list: FilteredList, filter: ListFilter): ListFilter {
  const fields: readonly string[] = LIST_FIELDS[list];
  return Object.fromEntries(
    Object.entries(filter).filter(([field, value]) => fields.includes(field) && value !== undefined),
  );
}

/**
 * Reads from an address what a list is narrowed by. An empty value narrows nothing, and one that means nothing, or that
 * the list does not go by, is left out.
 */
export function readListFilter(list: FilteredList, query: URLSearchParams): ListFilter {
  const given = [...query].filter(([, value]) => value.trim() !== '');
  return honoured(list, ListFilter.parse(Object.fromEntries(given)));
}

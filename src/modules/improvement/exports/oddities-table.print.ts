import { problemKindInWords } from '../plan/problem-kind-words.rule.ts';
import { EVERYTHING } from '../rows/list-filter.shape.ts';
import { listOddities } from '../lists/list-oddities.read.ts';
import type { ListSource, ListTable } from './list-table.shape.ts';

/** What does not add up in the source, a row each, with how it was read. */
export async function odditiesTable({ db, plan, query }: ListSource): Promise<ListTable> {
  const { rows } = await listOddities(db, plan, query, EVERYTHING);
  return {
    title: 'Oddities',
    showsStates: false,
    columns: [
      { heading: 'Kind', kind: 'text' },
      { heading: 'About', kind: 'reference' },
      { heading: 'Where in the source', kind: 'text' },
      { heading: 'What is odd', kind: 'text' },
      { heading: 'How it was read, or what to do', kind: 'text' },
    ],
    rows: rows.map((row) => [problemKindInWords(row.kind), row.ref, row.place, row.message, row.proposal]),
  };
}

import type { Block, Inline, Table } from '../../../../platform/print/document.ts';
import { ROWS_PRINTED } from './material.shape.ts';

/**
 * A table of a report, cut to what a paper can hold. Where rows are left out the paper says how many and where all of
 * them are: silence would read as completeness.
 */
export function printedTable(table: Omit<Table, 'kind'>, wholeList: Inline): readonly Block[] {
  const { rows } = table;
  const shown: Table = { ...table, kind: 'table', rows: rows.slice(0, ROWS_PRINTED) };
  if (rows.length <= ROWS_PRINTED) return [shown];
  return [
    shown,
    {
      kind: 'note',
      text: [
        `The first ${ROWS_PRINTED.toLocaleString('en-GB')} of ${rows.length.toLocaleString('en-GB')} are printed. All of them are in the list of `,
        wholeList,
        '.',
      ],
    },
  ];
}

/** A paragraph of running text. */
export function prose(...text: readonly Inline[]): Block {
  return { kind: 'paragraph', text };
}

import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface CellOptions {
  text: Content;
  /** Right-aligned, with figures of equal width. */
  format?: 'numeric' | undefined;
  class?: string | undefined;
  colspan?: number | undefined;
  rowspan?: number | undefined;
  attributes?: Attributes | undefined;
}

/** What stands in a cell: words alone, or words with choices. */
export type Cell = Content | CellOptions;

export interface TableProps {
  /** What the table shows. Always give one; hide it with `captionClass="govuk-visually-hidden"` only under a heading. */
  caption?: Content;
  captionClass?: string | undefined;
  head?: readonly Cell[] | undefined;
  rows: readonly (readonly Cell[])[];
  /** Whether the first cell of each row names the row. */
  firstCellIsHeader?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
  /**
   * Whether on a narrow screen each row stands as a card, a cell a line with its column's words before it. The roles are
   * then written out, since a style sheet that takes a table apart takes its meaning for screen readers too.
   */
  stacks?: boolean | undefined;
}

/** A table. Rows are plain data, so several hundred of them print in a few milliseconds. */
export function Table(props: TableProps): JSX.Element {
  const { stacks = false, head } = props;
  return (
    <table
      class={classNames('govuk-table', props.class)}
      role={stacks ? 'table' : undefined}
      {...props.attributes}
    >
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClass)}>{props.caption}</caption>
      )}
      {head && (
        <thead class="govuk-table__head" role={stacks ? 'rowgroup' : undefined}>
          <tr class="govuk-table__row" role={stacks ? 'row' : undefined}>
            {head.map((cell) => headCell(cell, stacks))}
          </tr>
        </thead>
      )}
      <tbody class="govuk-table__body" role={stacks ? 'rowgroup' : undefined}>
        {props.rows.map((row) => (
          <tr class="govuk-table__row" role={stacks ? 'row' : undefined}>
            {row.map((cell, index) =>
              index === 0 && props.firstCellIsHeader
                ? rowHeader(cell, stacks)
                : bodyCell(cell, stacks ? { role: 'cell', 'data-label': wordsOf(head?.[index]) } : undefined),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The words of a heading, where it is words alone. */
function wordsOf(cell: Cell | undefined): string | undefined {
  const text = cell !== undefined && hasOptions(cell) ? cell.text : cell;
  return typeof text === 'string' ? text : undefined;
}

function headCell(cell: Cell, stacks: boolean): JSX.Element {
  const role = stacks ? 'columnheader' : undefined;
  if (!hasOptions(cell)) {
    return (
      <th scope="col" class="govuk-table__header" role={role}>
        {cell}
      </th>
    );
  }
  return (
    <th
      scope="col"
      role={role}
      class={classNames(
        'govuk-table__header',
        cell.format && `govuk-table__header--${cell.format}`,
        cell.class,
      )}
      {...spans(cell)}
    >
      {cell.text}
    </th>
  );
}

function rowHeader(cell: Cell, stacks: boolean): JSX.Element {
  const role = stacks ? 'rowheader' : undefined;
  if (!hasOptions(cell)) {
    return (
      <th scope="row" class="govuk-table__header" role={role}>
        {cell}
      </th>
    );
  }
  return (
    <th scope="row" class={classNames('govuk-table__header', cell.class)} role={role} {...spans(cell)}>
      {cell.text}
    </th>
  );
}

function bodyCell(cell: Cell, stacked: Attributes | undefined): JSX.Element {
  if (!hasOptions(cell))
    return (
      <td class="govuk-table__cell" {...stacked}>
        {cell}
      </td>
    );
  return (
    <td
      class={classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.class)}
      {...spans(cell)}
      {...stacked}
    >
      {cell.text}
    </td>
  );
}

function spans(cell: CellOptions): Attributes {
  return { colspan: cell.colspan, rowspan: cell.rowspan, ...cell.attributes };
}

function hasOptions(cell: Cell): cell is CellOptions {
  return typeof cell === 'object' && cell !== null && !Array.isArray(cell) && 'text' in cell;
}

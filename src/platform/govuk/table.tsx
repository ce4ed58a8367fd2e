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
}

/** A table. Rows are plain data, so several hundred of them print in a few milliseconds. */
export function Table(props: TableProps): JSX.Element {
  return (
    <table class={classNames('govuk-table', props.class)} {...props.attributes}>
      {props.caption && (
        <caption class={classNames('govuk-table__caption', props.captionClass)}>{props.caption}</caption>
      )}
      {props.head && (
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">{props.head.map(headCell)}</tr>
        </thead>
      )}
      <tbody class="govuk-table__body">
        {props.rows.map((row) => (
          <tr class="govuk-table__row">
            {row.map((cell, index) =>
              index === 0 && props.firstCellIsHeader ? rowHeader(cell) : bodyCell(cell),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function headCell(cell: Cell): JSX.Element {
  if (!hasOptions(cell)) {
    return (
      <th scope="col" class="govuk-table__header">
        {cell}
      </th>
    );
  }
  return (
    <th
      scope="col"
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

function rowHeader(cell: Cell): JSX.Element {
  if (!hasOptions(cell)) {
    return (
      <th scope="row" class="govuk-table__header">
        {cell}
      </th>
    );
  }
  return (
    <th scope="row" class={classNames('govuk-table__header', cell.class)} {...spans(cell)}>
      {cell.text}
    </th>
  );
}

function bodyCell(cell: Cell): JSX.Element {
  if (!hasOptions(cell)) return <td class="govuk-table__cell">{cell}</td>;
  return (
    <td
      class={classNames('govuk-table__cell', cell.format && `govuk-table__cell--${cell.format}`, cell.class)}
      {...spans(cell)}
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

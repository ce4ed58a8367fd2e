import type { JSX } from 'preact';
import { Table, type TableProps } from '../govuk/index.ts';

/** A table of many columns: dense, and on a narrow screen it scrolls by itself, also by keyboard. */
export function WideTable(
  props: TableProps & { /** Names the region that scrolls, in words: "Actions". */ name: string },
): JSX.Element {
  const { name, ...table } = props;
  return (
    <div class="tl-scroll" role="region" aria-label={name} tabindex={0}>
      <Table {...table} class={table.class === undefined ? 'tl-table' : `tl-table ${table.class}`} />
    </div>
  );
}

import type { JSX } from 'preact';
import { Table, type TableProps } from '../govuk/index.ts';

/** A table of many columns: dense; on a phone each row stands as a card; between the two it scrolls by itself. */
export function WideTable(
  props: TableProps & { /** Names the region that scrolls, in words: "Actions". */ name: string },
): JSX.Element {
  const { name, ...table } = props;
  return (
    <div class="tl-scroll" role="region" aria-label={name} tabindex={0}>
      <Table {...table} stacks class={table.class === undefined ? 'tl-table' : `tl-table ${table.class}`} />
    </div>
  );
}

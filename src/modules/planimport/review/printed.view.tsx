import type { JSX } from 'preact';
import type { PrintedBlock } from '../draft/source-lines.rule.ts';
import { capitalised, placeInWords } from '../../improvement/index.ts';

/** What the file prints at a place, cell by cell, with where it stands. It is shown as text whatever is in it. */
export function Printed(props: {
  lines: readonly PrintedBlock[];
  /** Said where nothing is kept of the file's own words. */
  none?: string | undefined;
}): JSX.Element {
  if (props.lines.length === 0)
    return <p class="tl-printed__none">{props.none ?? 'The file’s own words are not kept for this one.'}</p>;
  return (
    <ul class="tl-printed">
      {props.lines.map((block) => (
        <li class="tl-printed__line">
          <span class="tl-printed__place">{capitalised(placeInWords(block.place))}</span>
          {block.kind === 'row' ? (
            <PrintedRow cells={block.cells} />
          ) : (
            <p class="tl-printed__words">{block.text}</p>
          )}
        </li>
      ))}
    </ul>
  );
}

const MOST_CELLS = 6;
const LONG_WORD = /\S{25}/;

type RowCells = Extract<PrintedBlock, { kind: 'row' }>['cells'];

/** Cells stand side by side as they do in the row, where they fit. */
function PrintedRow(props: { cells: RowCells }): JSX.Element {
  const fits = props.cells.length <= MOST_CELLS && props.cells.every(({ text }) => !LONG_WORD.test(text));
  return (
    <div class={fits ? 'tl-printed__row' : 'tl-printed__row tl-printed__row--stacked'}>
      {props.cells.map((cell) => (
        <div class={cell.text === '' ? 'tl-printed__cell tl-printed__cell--empty' : 'tl-printed__cell'}>
          {cell.text === ''
            ? 'empty'
            : cell.parts.map((part) =>
                part.kind === 'bullet' ? (
                  <span class="tl-printed__bullet">{part.text}</span>
                ) : (
                  <span class="tl-printed__text">{part.text}</span>
                ),
              )}
        </div>
      ))}
    </div>
  );
}

import { stateLooks, stateShapeSvg, states } from '../charts/state-shapes.ts';
import { formatDay, partsOf } from '../time/plain-day.ts';
import { coverLines, type Block, type Cell, type Inline, type PrintDocument, type Text } from './document.ts';
import { breakableWords } from './long-words.ts';
import { plainText } from './prepare-document.ts';

/** The faces of a PDF, in order of preference. Both come with the program: no font of the computer is ever used. */
export const paperFonts = ['Atkinson Hyperlegible Next', 'DejaVu Sans Mono'] as const;

/** The colour of headings and rules of a paper that names none: deep green-blue, 8 to 1 on white. */
const plainAccent = '#12504b';

/** What the template is given for a run of text: a string where nothing in it is set apart. */
type RunsData = string | readonly unknown[];

/**
 * A prepared paper as the JSON that the Typst template reads. It is data throughout: strings are placed as text, so
 * nothing in them can be read as markup.
 */
export function paperData(document: PrintDocument): string {
  const { cover } = document;
  const { year, month, day } = partsOf(cover.date);
  const date = formatDay(cover.date);
  return JSON.stringify({
    title: document.title,
    day: [year, month, day],
    accent: accentOf(document),
    fonts: paperFonts,
    landscape: document.page === 'landscape',
    shapes: Object.fromEntries(states.map((state) => [state, stateShapeSvg(state, 20)])),
    cover: {
      council: cover.council,
      classification: cover.classification,
      date,
      lines: coverLines(cover, date),
      summary: cover.summary.map(runsData),
      recommendations: cover.recommendations.map(runsData),
    },
    blocks: document.blocks.map(blockData),
  });
}

/** The council's colour where it gave one, in six figures; ours otherwise. */
export function accentOf(document: PrintDocument): string {
  return document.accent !== undefined && /^#[0-9a-f]{6}$/i.test(document.accent)
    ? document.accent
    : plainAccent;
}

function blockData(block: Block): unknown {
  switch (block.kind) {
    case 'paragraph':
    case 'note':
      return { ...block, text: runsData(block.text) };
    case 'list':
      return { ...block, items: block.items.map(runsData) };
    case 'table':
      return {
        kind: block.kind,
        caption: block.caption,
        columns: block.columns.map(({ heading, width, align }) => ({
          heading: breakableWords(heading),
          width,
          right: align === 'right',
        })),
        rows: block.rows.map((row) => ({ cells: row.map(cellData), long: lengthOf(row) > longRow })),
        rowHeader: block.rowHeader ?? false,
      };
    case 'figure':
      return { ...block, source: block.source ?? null };
    default:
      return block;
  }
}

/** Letters beyond which a row may be cut by the end of a page. Shorter rows go over to the next page whole. */
const longRow = 1200;

function lengthOf(row: readonly Cell[]): number {
  return Math.max(0, ...row.map((cell) => ('kind' in cell ? cell.items.flat() : cell).reduce(addLength, 0)));
}

function addLength(sum: number, run: Inline): number {
  return sum + (typeof run === 'string' ? run.length : plainText([run]).length);
}

function cellData(cell: Cell): unknown {
  return 'kind' in cell ? { items: cell.items.map(runsData) } : runsData(cell);
}

function runsData(runs: Text): RunsData {
  return runs.every((run) => typeof run === 'string') ? breakableWords(runs.join('')) : runs.map(runData);
}

function runData(run: Inline): unknown {
  if (typeof run === 'string') return breakableWords(run);
  if (run.kind === 'break') return run;
  if (run.kind === 'state') return { ...run, text: breakableWords(run.text ?? stateLooks[run.state].word) };
  return { ...run, text: breakableWords(run.text) };
}

import type { Cell, Part, Place } from '../../../../platform/intake/source-document.ts';
import { isFormula } from '../marks/formula.rule.ts';
import { natureOfLead } from '../leads/lead-directory.rule.ts';
import type { PlanRow } from '../table/plan-events.rule.ts';
import type { ColumnRole, HowRead } from '../../../improvement/index.ts';
import type { RawMargin, RawTag } from './raw-plan.shape.ts';
import type { PrintedTag, TagReader } from '../marks/tags.rule.ts';

/** The words of one row's cells once its tags are taken out. */
export interface RowWords {
  readonly margin: string;
  readonly action: string;
  /** The action's cell with its tags. */
  readonly printed: string;
  readonly timescale: string;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly leads: string;
  readonly measures: readonly Part[];
  /** stated where a tag ends the words of the action, inferred where it stands in another cell. */
  readonly tags: readonly RawTag[];
  readonly tagCells: readonly RawMargin[];
  readonly jointCells: readonly RawMargin[];
  readonly requirement: string;
  readonly priority: string;
  readonly outcome: string;
  readonly place: Place;
}

/** Takes the words of a row out of its cells, and the tags out of the words. */
export function wordsOfRow(row: PlanRow, reader: TagReader): RowWords {
  const text = (role: ColumnRole): string => row.cells.get(role)?.text ?? '';
  const tags: RawTag[] = [];
  const keep = (found: readonly PrintedTag[], reading: HowRead): void => {
    for (const tag of found) tags.push({ ...tag, place: row.place, reading });
  };
  // What looks like a tag in a formula names a cell.
  const action = isFormula(text('action')) ? { text: text('action'), tags: [] } : reader.take(text('action'));
  keep(action.tags, 'stated');
  // In any other cell a tag counts only where it stands alone: "meets IN 3" in a measure is part of the measure.
  const alone = (words: string): string => {
    const whole = reader.takeWhole(words);
    if (whole === null) return words;
    keep(whole, 'inferred');
    return '';
  };
  const cell = (role: 'tags' | 'joint'): readonly RawMargin[] =>
    text(role) === '' ? [] : [{ text: text(role), place: row.place }];
  return {
    margin: text('ref'),
    action: action.text,
    printed: text('action'),
    timescale: alone(text('timescale')),
    start: text('start'),
    end: text('end'),
    status: text('status'),
    leads: alone(linesOfLeads(row.cells.get('lead'))),
    measures: (row.cells.get('measure')?.parts ?? []).filter((part) => alone(part.text) !== ''),
    tags,
    tagCells: cell('tags'),
    jointCells: cell('joint'),
    requirement: text('requirement'),
    priority: text('priority'),
    outcome: text('outcome'),
    place: row.place,
  };
}

/** Names on lines of their own are kept apart; one name broken over two lines is not. */
function linesOfLeads(cell: Cell | undefined): string {
  if (cell === undefined) return '';
  const lines = cell.parts.map((part) => part.text);
  return lines.length > 1 && !isFormula(cell.text) && lines.every((line) => natureOfLead(line) !== 'other')
    ? lines.join('\n')
    : cell.text;
}

/** Whether a row says when, by itself. */
export function hasTimescale(words: RowWords): boolean {
  return words.timescale !== '' || words.start !== '' || words.end !== '';
}

/** Whether a row holds words in the columns of reference and action and nothing else, as a heading does. */
export function isHeadingRow(words: RowWords): boolean {
  return (
    !hasTimescale(words) &&
    words.leads === '' &&
    words.status === '' &&
    words.measures.length === 0 &&
    words.requirement === ''
  );
}

import { continuesTimescale, continuesWords } from '../times/continuation.rule.ts';
import { isFormula } from '../marks/formula.rule.ts';
import type { PlanRow } from '../table/plan-events.rule.ts';
import type { HowRead, Problem } from '../../../improvement/index.ts';
import { sourceOf } from '../checks/problems.rule.ts';
import type { RawAction, RawMilestone, RawTag } from './raw-plan.shape.ts';
import { type RefMode, refOfRow } from '../table/ref-mode.rule.ts';
import type { LeadingRef } from '../marks/references.rule.ts';
import * as odd from './row-problems.rule.ts';
import { hasTimescale, type RowWords, wordsOfRow } from './row-words.rule.ts';
import type { TagReader } from '../marks/tags.rule.ts';

/** Words shorter than this are no action of their own. */
const SHORTEST_ACTION = 15;

/**
 * Puts actions together from the rows of a plan's table: a row with a reference begins an action; a row with a timescale
 * of its own is a further milestone of it; anything else goes on with the row above, cut by a page break.
 */
export class ActionAssembler {
  readonly actions: RawAction[] = [];
  readonly problems: Problem[] = [];
  /** Number of the priority whose heading was met last. */
  under: number | null = null;
  readonly #mode: RefMode;
  readonly #tags: TagReader;
  readonly #marginHeading: string;

  constructor(mode: RefMode, tags: TagReader, marginHeading: string) {
    this.#mode = mode;
    this.#tags = tags;
    this.#marginHeading = marginHeading.trim().toLowerCase();
  }

  add(row: PlanRow): void {
    const current = this.actions.at(-1);
    if (row.only !== null && this.#takeTagRow(row.only.text, row, current)) return;
    const words = this.#withoutHeadingWord(wordsOfRow(row, this.#tags));
    const ref = refOfRow(words.action, words.margin, this.#mode);
    const same = ref !== null && isSameAction(ref, words, current);
    // A sheet that fills merged cells down says the whole action again: its row is a further row of the same action.
    const again = same && current !== undefined && words.action === current.text;
    if (ref !== null && !same) this.#begin(ref, 'stated', words, row);
    else if (current === undefined || (!again && this.#beginsUnreferenced(words, current)))
      this.#beginUnreferenced(words, row);
    else this.#goOn(again ? { ...words, action: '' } : words, row, current);
  }

  /** A row that holds tags and nothing else belongs to the action above it: a page break or a second line of tags left it. */
  #takeTagRow(only: string, row: PlanRow, current: RawAction | undefined): boolean {
    const tags = this.#tags.takeWhole(only);
    if (tags === null) return false;
    if (current === undefined) {
      this.problems.push(odd.orphanProblem(row.place, only));
      return true;
    }
    for (const tag of tags) current.tags.push({ ...tag, place: row.place, reading: 'inferred' });
    current.last = row.place;
    this.problems.push(
      odd.strayTagProblem(
        current.ref,
        tags.map(({ tag }) => tag),
        row.place,
        'alone',
      ),
    );
    return true;
  }

  /** "Ref" leaks from the head of the table into the first row of a page. */
  #withoutHeadingWord(words: RowWords): RowWords {
    if (words.margin === '' || words.margin.trim().toLowerCase() !== this.#marginHeading) return words;
    const ref = refOfRow(words.action, '', this.#mode)?.ref ?? null;
    this.problems.push(odd.headingInRowProblem(ref, words.margin, words.place));
    return { ...words, margin: '' };
  }

  #beginsUnreferenced(words: RowWords, current: RawAction): boolean {
    if (words.action === '' || continuesWords(current.text, words.action)) return false;
    if (this.#mode.in === 'none') return words.action !== current.text;
    const above = current.milestones.at(-1)?.timescale ?? '';
    const dated = words.timescale !== '' && !continuesTimescale(above, words.timescale);
    return (
      (dated || words.end !== '') && /^\p{Lu}/u.test(words.action) && words.action.length > SHORTEST_ACTION
    );
  }

  #beginUnreferenced(words: RowWords, row: PlanRow): void {
    if (words.action === '') {
      const said = [words.margin, words.timescale, words.leads, ...words.measures.map(({ text }) => text)];
      this.problems.push(odd.orphanProblem(row.place, said.find((text) => text !== '') ?? ''));
      return;
    }
    const ref = this.#mode.in === 'none' ? String(this.actions.length + 1) : this.#nextRef();
    const action = this.#begin({ ref, rest: words.action, oddity: null }, 'inferred', words, row);
    if (this.#mode.in !== 'none') this.problems.push(odd.madeRefProblem(action));
  }

  /** In a column, an empty reference repeats the one above; in the words of the action, the next number was left out. */
  #nextRef(): string {
    const above = this.actions.at(-1)?.ref ?? '0';
    if (this.#mode.in === 'ref') return above;
    return above.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1));
  }

  #begin(ref: LeadingRef, refReading: HowRead, words: RowWords, row: PlanRow): RawAction {
    const above = this.actions.at(-1);
    const besides = words.margin !== '' && this.#mode.in === 'action';
    const action: RawAction = {
      ref: ref.ref,
      refReading,
      text: ref.rest.trim(),
      printed: words.printed,
      tags: [...words.tags],
      margins: besides ? [{ text: words.margin, place: row.place }] : [],
      milestones: [newMilestone(words)],
      first: row.place,
      last: row.place,
      tagCells: [...words.tagCells],
      jointCells: [...words.jointCells],
      // Merged cells of these columns are filled down.
      requirement: words.requirement === '' ? (above?.requirement ?? '') : words.requirement,
      requirementInherited: words.requirement === '' && (above?.requirement ?? '') !== '',
      priority: words.priority === '' ? (above?.priority ?? '') : words.priority,
      outcome: words.outcome === '' ? (above?.outcome ?? '') : words.outcome,
      under: this.under,
    };
    this.actions.push(action);
    const problem = odd.refProblem(ref, action);
    if (problem !== null) this.problems.push(problem);
    this.#reportRow(words, row, action);
    return action;
  }

  #goOn(words: RowWords, row: PlanRow, action: RawAction): void {
    const above = action.milestones.at(-1);
    action.last = row.place;
    action.tags.push(...words.tags.map((tag): RawTag => ({ ...tag, reading: 'inferred' })));
    this.#goOnMargin(words, action);
    action.tagCells.push(...words.tagCells);
    action.jointCells.push(...words.jointCells);
    this.#reportRow(words, row, action);
    if (words.action !== '' && words.action !== action.text) action.text = joined(action.text, words.action);
    if (words.printed !== '' && words.printed !== action.printed)
      action.printed = joined(action.printed, words.printed);
    const cut =
      above !== undefined && (!hasTimescale(words) || continuesTimescale(above.timescale, words.timescale));
    if (!cut) {
      action.milestones.push(newMilestone(words));
      return;
    }
    join(above, words);
    const problem = odd.cutProblem(action.ref, above, words);
    if (problem !== null) this.problems.push(problem);
  }

  #goOnMargin(words: RowWords, action: RawAction): void {
    if (words.margin === '' || this.#mode.in !== 'action') return;
    const last = action.margins.at(-1);
    const open = last !== undefined && last.text.includes('(') && !last.text.includes(')');
    if (open)
      action.margins[action.margins.length - 1] = {
        text: joined(last.text, words.margin),
        place: last.place,
      };
    else action.margins.push({ text: words.margin, place: words.place });
  }

  #reportRow(words: RowWords, row: PlanRow, action: RawAction): void {
    if (row.shifted) this.problems.push(odd.shiftProblem(action.ref, row.place));
    for (const cell of row.cells.values())
      if (isFormula(cell.text)) this.problems.push(odd.formulaProblem(action.ref, cell.text, row.place));
    const misplaced = words.tags.filter(({ reading }) => reading === 'inferred');
    const below = words.action === '' && action.first !== row.place;
    const stray = (below ? words.tags : misplaced).map(({ tag }) => tag);
    if (stray.length > 0) this.problems.push(odd.strayTagProblem(action.ref, stray, row.place, 'apart'));
  }
}

/** A reference repeated down the rows of one action, as a spreadsheet prints merged cells. */
function isSameAction(ref: LeadingRef, words: RowWords, current: RawAction | undefined): boolean {
  if (current === undefined || ref.ref !== current.ref) return false;
  return ref.rest === '' || ref.rest === current.text || words.action === '';
}

function newMilestone(words: RowWords): RawMilestone {
  const { timescale, start, end, status, leads, measures, place } = words;
  const cells = measures.length === 0 ? [] : [{ parts: measures, source: sourceOf(place), continues: false }];
  return { timescale, start, end, status, leads, measures: cells, first: place, last: place };
}

function join(above: RawMilestone, words: RowWords): void {
  above.timescale = joined(above.timescale, words.timescale);
  above.status = joined(above.status, words.status);
  above.leads = joined(above.leads, words.leads);
  above.last = words.place;
  if (words.measures.length > 0) {
    above.measures.push({ parts: words.measures, source: sourceOf(words.place), continues: true });
  }
}

function joined(above: string, below: string): string {
  return [above, below].filter((text) => text !== '').join(' ');
}

import type { Cell, Part, Place } from '../../../platform/intake/source-document.ts';
import { continuesTimescale, continuesWords } from './continuation.ts';
import type { PlanRow } from './plan-events.ts';
import type { HowRead, Problem } from './plan-reading.ts';
import { type About, problem, type ProblemKind, sourceOf } from './problems.ts';
import type { RawAction, RawMilestone, RawTag } from './raw-plan.ts';
import { type RefMode, refOfRow } from './ref-mode.ts';
import type { LeadingRef } from './references.ts';
import type { TagReader } from './tags.ts';

/** The words of one row's cells once its tags are taken out. */
interface RowWords {
  readonly margin: string;
  readonly action: string;
  readonly printed: string;
  readonly timescale: string;
  readonly start: string;
  readonly end: string;
  readonly status: string;
  readonly leads: string;
  readonly measures: readonly Part[];
  readonly tags: readonly RawTag[];
  readonly requirement: string;
  readonly priority: string;
  readonly outcome: string;
}

/**
 * Puts actions together from the rows of a plan's table: a row with a reference begins an action; a row with a timescale
 * of its own is a further milestone of it; anything else goes on with the row above, cut by a page break.
 */
export class ActionAssembler {
  readonly actions: RawAction[] = [];
  readonly problems: Problem[] = [];
  readonly #mode: RefMode;
  readonly #tags: TagReader;
  readonly #marginHeading: string;
  #count = 0;

  constructor(mode: RefMode, tags: TagReader, marginHeading: string) {
    this.#mode = mode;
    this.#tags = tags;
    this.#marginHeading = marginHeading.trim().toLowerCase();
  }

  add(row: PlanRow): void {
    const current = this.actions.at(-1);
    if (row.only !== null && this.#takeTagRow(row.only, row, current)) return;
    const words = this.#wordsOf(row);
    const ref = refOfRow(words.action, words.margin, this.#mode);
    if (ref !== null && !this.#isSameAction(ref, words, current)) this.#begin(ref, 'stated', words, row);
    else if (current === undefined || this.#beginsUnreferenced(words, current))
      this.#beginUnreferenced(words, row);
    else this.#goOn(words, row, current);
  }

  /** A row that holds tags and nothing else belongs to the action above it: a page break or a second line of tags left it. */
  #takeTagRow(only: Cell, row: PlanRow, current: RawAction | undefined): boolean {
    const tags = this.#tags.takeWhole(only.text);
    if (tags === null) return false;
    const about: About = { thing: 'Action', ref: current?.ref ?? null };
    const named = tags.map(({ tag }) => tag).join(' and ');
    if (current === undefined) {
      this.#report(
        'row-not-understood',
        { thing: 'Row', ref: null },
        row.place,
        `${named} stand before any action.`,
        'They were left out.',
      );
      return true;
    }
    for (const tag of tags) current.tags.push({ ...tag, place: row.place, reading: 'inferred' });
    current.last = row.place;
    this.#report(
      'tag-in-wrong-place',
      about,
      row.place,
      `${named} ${tags.length === 1 ? 'stands' : 'stand'} alone on a row, below action ${current.ref}.`,
      `Read as ${tags.length === 1 ? 'a tag' : 'tags'} of action ${current.ref}.`,
    );
    return true;
  }

  #wordsOf(row: PlanRow): RowWords {
    const text = (role: Parameters<PlanRow['cells']['get']>[0]): string => row.cells.get(role)?.text ?? '';
    const tags: RawTag[] = [];
    const take = (from: string, where: 'action' | 'other'): string => {
      const taken = where === 'action' ? this.#tags.take(from) : this.#wholeTags(from);
      for (const tag of taken.tags)
        tags.push({ ...tag, place: row.place, reading: where === 'action' ? 'stated' : 'inferred' });
      return taken.text;
    };
    const printed = text('action');
    const action = take(printed, 'action');
    const timescale = take(text('timescale'), 'other');
    const leads = take(text('lead'), 'other');
    const parts = row.cells.get('measure')?.parts ?? [];
    const measures = parts.filter((part) => take(part.text, 'other') !== '');
    return {
      margin: this.#marginOf(text('ref'), row),
      action,
      printed,
      timescale,
      start: text('start'),
      end: text('end'),
      status: text('status'),
      leads,
      measures,
      tags,
      requirement: text('requirement'),
      priority: text('priority'),
      outcome: text('outcome'),
    };
  }

  #wholeTags(text: string): { text: string; tags: readonly { tag: string; asPrinted: string }[] } {
    const tags = this.#tags.takeWhole(text);
    return tags === null ? { text, tags: [] } : { text: '', tags };
  }

  #marginOf(text: string, row: PlanRow): string {
    if (text === '' || text.trim().toLowerCase() !== this.#marginHeading) return text;
    this.#report(
      'header-word-in-row',
      { thing: 'Row', ref: null },
      row.place,
      `The heading “${text}” stands inside a row.`,
      'The word was left out and the row was read.',
    );
    return '';
  }

  /** A reference repeated down the rows of one action, as a spreadsheet prints merged cells. */
  #isSameAction(ref: LeadingRef, words: RowWords, current: RawAction | undefined): boolean {
    if (current === undefined || ref.ref !== current.ref) return false;
    return ref.rest === '' || ref.rest === current.text || words.action === '';
  }

  #beginsUnreferenced(words: RowWords, current: RawAction): boolean {
    if (words.action === '' || continuesWords(current.text, words.action)) return false;
    if (this.#mode.in === 'none') return words.action !== current.text;
    const above = current.milestones.at(-1);
    const dated = words.timescale !== '' && !continuesTimescale(above?.timescale ?? '', words.timescale);
    return (dated || words.end !== '') && /^\p{Lu}/u.test(words.action) && words.action.length > 15;
  }

  #beginUnreferenced(words: RowWords, row: PlanRow): void {
    if (words.action === '') {
      this.#report(
        'row-not-understood',
        { thing: 'Row', ref: null },
        row.place,
        'This row stands before any action.',
        'It was left out.',
      );
      return;
    }
    const ref = this.#mode.in === 'none' ? String(this.#count + 1) : this.#nextRef();
    this.#begin({ ref, rest: words.action, oddity: null }, 'inferred', words, row);
    if (this.#mode.in !== 'none') {
      this.#report(
        'reference-inferred',
        { thing: 'Action', ref },
        row.place,
        'This action has no reference in the plan.',
        `It was given ${ref}, the next after the row above.`,
      );
    }
  }

  /** In a column, an empty reference repeats the one above; in the words of the action, the next number was left out. */
  #nextRef(): string {
    const above = this.actions.at(-1)?.ref ?? '0';
    if (this.#mode.in === 'ref') return above;
    return above.replace(/\d+(?=\D*$)/, (number) => String(Number(number) + 1));
  }

  #begin(ref: LeadingRef, refReading: HowRead, words: RowWords, row: PlanRow): void {
    this.#count += 1;
    const above = this.actions.at(-1);
    const action: RawAction = {
      ref: ref.ref,
      refReading,
      text: ref.rest.trim(),
      printed: words.printed,
      tags: [...words.tags],
      margins: [],
      milestones: [newMilestone(words, row)],
      first: row.place,
      last: row.place,
      tagCells: cellsOf(row, 'tags'),
      jointCells: cellsOf(row, 'joint'),
      // Merged cells of these columns are filled down.
      requirement: words.requirement === '' ? (above?.requirement ?? '') : words.requirement,
      priority: words.priority === '' ? (above?.priority ?? '') : words.priority,
      outcome: words.outcome === '' ? (above?.outcome ?? '') : words.outcome,
    };
    if (words.margin !== '' && this.#mode.in === 'action')
      action.margins.push({ text: words.margin, place: row.place });
    this.actions.push(action);
    this.#reportRef(ref, action);
    if (row.shifted) this.#reportShift(action, row);
    this.#reportMisplaced(words, action, row);
  }

  #reportRef(ref: LeadingRef, action: RawAction): void {
    const about: About = { thing: 'Action', ref: action.ref };
    if (ref.oddity === 'glued') {
      this.#report(
        'reference-glued',
        about,
        action.first,
        `The reference runs into the words: “${action.printed.slice(0, 30)}…”.`,
        `Read as action ${action.ref}.`,
      );
    }
    if (ref.oddity === 'trailing-dot') {
      this.#report(
        'reference-dotted',
        about,
        action.first,
        `The reference is printed “${action.ref}.”, with a full stop that others do not have.`,
        `Read as action ${action.ref}.`,
      );
    }
  }

  #goOn(words: RowWords, row: PlanRow, action: RawAction): void {
    const above = action.milestones.at(-1);
    action.last = row.place;
    action.tags.push(...words.tags.map((tag): RawTag => ({ ...tag, reading: 'inferred' })));
    this.#goOnMargin(words, row, action);
    action.tagCells.push(...cellsOf(row, 'tags'));
    action.jointCells.push(...cellsOf(row, 'joint'));
    if (row.shifted) this.#reportShift(action, row);
    this.#reportMisplaced(words, action, row);
    const said = words.action === action.text ? '' : words.action;
    if (said !== '') action.text = `${action.text} ${said}`.trim();
    if (words.printed !== '' && words.printed !== action.printed)
      action.printed = `${action.printed} ${words.printed}`.trim();
    const dated = words.timescale !== '' || words.start !== '' || words.end !== '';
    const cut = above === undefined || !dated || continuesTimescale(above.timescale, words.timescale);
    if (above === undefined || !cut) {
      action.milestones.push(newMilestone(words, row));
      return;
    }
    this.#join(words, row, above, action);
  }

  #goOnMargin(words: RowWords, row: PlanRow, action: RawAction): void {
    if (words.margin === '' || this.#mode.in !== 'action') return;
    const last = action.margins.at(-1);
    const open = last !== undefined && last.text.includes('(') && !last.text.includes(')');
    if (open)
      action.margins[action.margins.length - 1] = { text: `${last.text} ${words.margin}`, place: last.place };
    else action.margins.push({ text: words.margin, place: row.place });
  }

  #join(words: RowWords, row: PlanRow, above: RawMilestone, action: RawAction): void {
    above.timescale = joined(above.timescale, words.timescale);
    above.status = joined(above.status, words.status);
    above.leads = joined(above.leads, words.leads);
    above.last = row.place;
    if (words.measures.length > 0)
      above.measures.push({ parts: words.measures, source: sourceOf(row.place), continues: true });
    const pieces = [
      words.action === '' ? '' : 'action',
      words.timescale === '' ? '' : 'timescale',
      words.leads === '' ? '' : 'leads',
      words.measures.length === 0 ? '' : 'measures',
    ].filter((piece) => piece !== '');
    if (pieces.length === 0) return;
    this.problems.push(
      problem(
        'row-cut-by-page-break',
        { thing: 'Action', ref: action.ref },
        sourceOf(above.first, row.place),
        `This row is cut in two: its ${listed(pieces)} go${pieces.length === 1 && pieces[0] !== 'measures' && pieces[0] !== 'leads' ? 'es' : ''} on below.`,
        'The two pieces were joined.',
      ),
    );
  }

  #reportShift(action: RawAction, row: PlanRow): void {
    this.#report(
      'row-shifted',
      { thing: 'Action', ref: action.ref },
      row.place,
      'This row has fewer cells than the table has columns, so they stand in the wrong ones.',
      'Each cell was put where it fits by what it holds.',
    );
  }

  #reportMisplaced(words: RowWords, action: RawAction, row: PlanRow): void {
    const misplaced = words.tags.filter(({ reading }) => reading === 'inferred');
    const alone = words.action === '' && words.tags.length > 0 && action.first !== row.place;
    const tags = misplaced.length > 0 ? misplaced : alone ? words.tags : [];
    if (tags.length === 0) return;
    this.#report(
      'tag-in-wrong-place',
      { thing: 'Action', ref: action.ref },
      row.place,
      `${tags.map(({ tag }) => tag).join(' and ')} ${tags.length === 1 ? 'stands' : 'stand'} apart from the words of the action.`,
      `Read as ${tags.length === 1 ? 'a tag' : 'tags'} of action ${action.ref}.`,
    );
  }

  #report(kind: ProblemKind, about: About, place: Place, message: string, proposal: string): void {
    this.problems.push(problem(kind, about, sourceOf(place), message, proposal));
  }
}

function newMilestone(words: RowWords, row: PlanRow): RawMilestone {
  return {
    timescale: words.timescale,
    start: words.start,
    end: words.end,
    status: words.status,
    leads: words.leads,
    measures:
      words.measures.length === 0
        ? []
        : [{ parts: words.measures, source: sourceOf(row.place), continues: false }],
    first: row.place,
    last: row.place,
  };
}

function cellsOf(row: PlanRow, role: 'tags' | 'joint'): { text: string; place: Place }[] {
  const text = row.cells.get(role)?.text ?? '';
  return text === '' ? [] : [{ text, place: row.place }];
}

function joined(above: string, below: string): string {
  return [above, below].filter((text) => text !== '').join(' ');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

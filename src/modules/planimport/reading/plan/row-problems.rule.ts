import type { Place } from '../../../../platform/intake/source-document.ts';
import type { Problem } from '../../../improvement/index.ts';
import { problem, sourceOf } from '../checks/problems.rule.ts';
import type { RawAction, RawMilestone } from './raw-plan.shape.ts';
import type { LeadingRef } from '../marks/references.rule.ts';
import type { RowWords } from './row-words.rule.ts';

/** A reference that runs into the words, or carries a full stop that the others do not. */
export function refProblem(ref: LeadingRef, action: RawAction): Problem | null {
  const about = { thing: 'Action', ref: action.ref } as const;
  const proposal = `Read as action ${action.ref}.`;
  if (ref.oddity === 'glued') {
    const start = action.printed.slice(0, 30);
    return problem(
      'reference-glued',
      about,
      sourceOf(action.first),
      `The reference runs into the words: “${start}…”.`,
      proposal,
    );
  }
  if (ref.oddity === 'trailing-dot') {
    const message = `The reference is printed “${action.ref}.”, with a full stop that others do not have.`;
    return problem('reference-dotted', about, sourceOf(action.first), message, proposal);
  }
  return null;
}

/** An action for which a reference had to be made. */
export function madeRefProblem(action: RawAction): Problem {
  return problem(
    'reference-inferred',
    { thing: 'Action', ref: action.ref },
    sourceOf(action.first),
    'This action has no reference in the plan.',
    `It was given ${action.ref}, after the row above.`,
  );
}

/** A row whose cells had to be moved under other columns. */
export function shiftProblem(ref: string, place: Place): Problem {
  return problem(
    'row-shifted',
    { thing: 'Action', ref },
    sourceOf(place),
    'The cells of this row do not stand under their columns: one is missing, or they have slid sideways.',
    'Each cell was put where it fits by what it holds.',
  );
}

/** A row that a page break cut in two. */
export function cutProblem(ref: string, above: RawMilestone, words: RowWords): Problem | null {
  const pieces = [
    words.action === '' ? '' : 'action',
    words.timescale === '' ? '' : 'timescale',
    words.leads === '' ? '' : 'leads',
    words.measures.length === 0 ? '' : 'measures',
  ].filter((piece) => piece !== '');
  if (pieces.length === 0) return null;
  return problem(
    'row-cut-by-page-break',
    { thing: 'Action', ref },
    sourceOf(above.first, words.place),
    `This row is cut in two, as by a page break: more of its ${listed(pieces)} stands below.`,
    'The two pieces were joined.',
  );
}

/** Tags that do not end the words of their action. */
export function strayTagProblem(
  ref: string,
  tags: readonly string[],
  place: Place,
  how: 'alone' | 'apart',
): Problem {
  const [verb, noun] = tags.length === 1 ? ['stands', 'a tag'] : ['stand', 'tags'];
  const where =
    how === 'alone' ? `alone on a row, below action ${ref}` : 'apart from the words of the action';
  return problem(
    'tag-in-wrong-place',
    { thing: 'Action', ref },
    sourceOf(place),
    `${listed(tags)} ${verb} ${where}.`,
    `Read as ${noun} of action ${ref}.`,
  );
}

/** A cell that a spreadsheet would run. */
export function formulaProblem(ref: string, words: string, place: Place): Problem {
  return problem(
    'formula-in-cell',
    { thing: 'Action', ref },
    sourceOf(place),
    `This cell holds a formula, “${shortened(words)}”.`,
    'It was kept as text and never run.',
  );
}

/** A column's heading inside a row. */
export function headingInRowProblem(ref: string | null, heading: string, place: Place): Problem {
  const about = ref === null ? ({ thing: 'Row', ref: null } as const) : ({ thing: 'Action', ref } as const);
  return problem(
    'header-word-in-row',
    about,
    sourceOf(place),
    `The heading “${heading}” stands inside this row.`,
    'The word was left out and the row was read.',
  );
}

/** A row of the plan's table that could not be given to any action. */
export function orphanProblem(place: Place, words: string): Problem {
  return problem(
    'row-not-understood',
    { thing: 'Row', ref: null },
    sourceOf(place),
    `“${shortened(words)}” stands before any action.`,
    'It was left out.',
  );
}

function shortened(words: string): string {
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

import type { Table } from '../../../platform/tables/table.ts';
import { exportNotes, type PlanInForce } from '../../improvement/index.ts';
import { type Break, BREAK_KINDS, BREAK_WORDS, type BreakKind } from './breaks.rule.ts';

/** The kind of break by a name in an address, or null where there is none of that name. */
export function breakKind(name: string | null): BreakKind | null {
  return BREAK_KINDS.find((known) => known === name) ?? null;
}

/** The breaks in the line on the plan's day as a list to take away, perhaps of one kind only. */
export function breaksTable(plan: PlanInForce, breaks: readonly Break[], kind: BreakKind | null): Table {
  const wanted = kind === null ? breaks : breaks.filter((broken) => broken.kind === kind);
  return {
    title: 'Breaks in the line',
    columns: [
      { heading: 'Kind of break', kind: 'text' },
      { heading: 'What it is about', kind: 'text' },
      { heading: 'Reference', kind: 'reference' },
      { heading: 'In words', kind: 'text' },
      { heading: 'Why it matters', kind: 'text' },
    ],
    rows: wanted.map((broken) => [
      BREAK_WORDS[broken.kind].title,
      THINGS[broken.about.thing],
      broken.about.thing === 'lead' ? broken.about.name : broken.about.ref,
      broken.sentence,
      BREAK_WORDS[broken.kind].why,
    ]),
    notes: [
      ...exportNotes(plan),
      kind === null ? 'The whole list.' : `Narrowed to: kind “${BREAK_WORDS[kind].title}”.`,
    ],
  };
}

const THINGS = { requirement: 'Requirement', action: 'Action', lead: 'Lead', priority: 'Priority' } as const;

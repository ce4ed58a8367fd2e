import { monthOf, type PlainDay } from '../../../platform/time/plain-day.ts';
import {
  CALENDAR_STATES,
  type CalendarState,
  carriersOf,
  type PlanLine,
  stateOfAction,
  stateOfMilestone,
} from '../../improvement/index.ts';
import { type Break, BREAK_KINDS, type BreakKind } from '../breaks/breaks.rule.ts';

export type StateCounts = Readonly<Record<CalendarState, number>>;

/** The plan as a person sees it on one page, as at a day. Small enough to keep for each day that is asked for. */
export interface Glance {
  readonly sets: readonly {
    readonly code: string;
    readonly title: string;
    readonly requirements: number;
    readonly carried: number;
  }[];
  readonly requirements: number;
  readonly carried: number;
  readonly actions: number;
  readonly milestones: number;
  readonly measures: number;
  readonly leads: number;
  readonly states: StateCounts;
  readonly priorities: readonly {
    readonly number: number;
    readonly title: string;
    readonly states: StateCounts;
    /** In the plan's order, for drawing; empty where there are too many to draw one by one. */
    readonly actions: readonly { readonly ref: string; readonly state: CalendarState }[];
    readonly total: number;
  }[];
  readonly month: string;
  readonly dueThisMonth: number;
  readonly dueByLead: readonly {
    readonly slug: string;
    readonly name: string;
    readonly milestones: number;
  }[];
  readonly milestonesPastTheirDate: number;
  readonly breakCounts: readonly { readonly kind: BreakKind; readonly count: number }[];
  readonly breaks: number;
  readonly worthAsking: readonly Break[];
}

/** More shapes than this in a row are a wall, not a picture. */
const DRAWN_ONE_BY_ONE = 60;
const ASKED_AT_ONCE = 6;

/** Works out the page from the joined version and its breaks on the same day. */
export function glanceOf(line: PlanLine, breaks: readonly Break[], on: PlainDay): Glance {
  const carriers = carriersOf(line);
  const month = monthOf(on);
  const actions = line.actions.map((action) => ({
    ref: action.ref,
    priority: action.priority,
    state: stateOfAction(action.milestones.map((milestone) => stateOfMilestone(milestone, on))),
  }));
  const milestones = line.actions.flatMap((action) => action.milestones);
  const due = milestones.filter(
    (milestone) => milestone.status === null && milestone.endsOn?.startsWith(month),
  );
  return {
    sets: line.requirementSets.map(({ code, title }) => {
      const requirements = line.requirements.filter((requirement) => requirement.setCode === code);
      return {
        code,
        title,
        requirements: requirements.length,
        carried: requirements.filter(({ ref }) => carriers.has(ref)).length,
      };
    }),
    requirements: line.requirements.length,
    carried: line.requirements.filter(({ ref }) => carriers.has(ref)).length,
    actions: line.actions.length,
    milestones: milestones.length,
    measures: line.measures,
    leads: new Set(milestones.flatMap(({ leads }) => leads)).size,
    states: countStates(actions),
    priorities: line.priorities.map(({ number, title }) => {
      const own = actions.filter((action) => action.priority === number);
      return {
        number,
        title,
        states: countStates(own),
        actions: own.length > DRAWN_ONE_BY_ONE ? [] : own.map(({ ref, state }) => ({ ref, state })),
        total: own.length,
      };
    }),
    month,
    dueThisMonth: due.length,
    dueByLead: byLead(
      line,
      due.flatMap(({ leads }) => leads),
    ),
    milestonesPastTheirDate: milestones.filter(
      (milestone) => stateOfMilestone(milestone, on) === 'past-its-date',
    ).length,
    breakCounts: BREAK_KINDS.map((kind) => ({
      kind,
      count: breaks.filter((broken) => broken.kind === kind).length,
    })),
    breaks: breaks.length,
    worthAsking: worthAsking(breaks),
  };
}

function countStates(actions: readonly { readonly state: CalendarState }[]): StateCounts {
  const counts = Object.fromEntries(CALENDAR_STATES.map((state) => [state, 0])) as Record<
    CalendarState,
    number
  >;
  for (const { state } of actions) counts[state] += 1;
  return counts;
}

function byLead(line: PlanLine, slugs: readonly string[]): Glance['dueByLead'] {
  const names = new Map(line.leads.map((lead) => [lead.slug, lead.name]));
  const counts = new Map<string, number>();
  for (const slug of slugs) counts.set(slug, (counts.get(slug) ?? 0) + 1);
  return [...counts]
    .map(([slug, milestones]) => ({ slug, name: names.get(slug) ?? slug, milestones }))
    .toSorted((a, b) => b.milestones - a.milestones || a.name.localeCompare(b.name, 'en-GB'));
}

/** One break of each kind before a second of any, gravest kinds first: a chair wants range, not eleven of the same. */
function worthAsking(breaks: readonly Break[]): readonly Break[] {
  const rounds = BREAK_KINDS.map((kind) => breaks.filter((broken) => broken.kind === kind));
  const asked: Break[] = [];
  for (let round = 0; asked.length < ASKED_AT_ONCE && round < breaks.length; round += 1)
    for (const ofKind of rounds) {
      const broken = ofKind[round];
      if (broken !== undefined && asked.length < ASKED_AT_ONCE) asked.push(broken);
    }
  return asked;
}

import type {
  Action,
  Milestone,
  Outcome,
  PlanReading,
  Priority,
  RequirementSet,
} from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { LOAMSHIRE } from './about.ts';
import { one } from './dice.ts';
import {
  type DraftAction,
  type DraftMilestone,
  type DraftOutcome,
  type LocalTag,
  makePart,
  type Part,
} from './part.ts';
import { AREAS } from './words/places.ts';
import { REQUIREMENT_SETS } from './words/requirements.ts';
import { THEMES } from './words/topics.ts';

export interface PlanToGenerate {
  /** The same seed makes the same plan, to the letter. */
  readonly seed: number;
  /** How many times a large county's plan: 1 is 129 actions, 100 is 12,900. A whole number from 1 to 100. */
  readonly scale: number;
}

/** A printed plan numbers its requirements with three figures at most, so a longer set is cut into a second and a third. */
const PARTS_IN_A_SET = 40;
const NTH = ['', 'Second ', 'Third '] as const;
const NTH_CODE = ['', 'B', 'C'] as const;

/**
 * The improvement plan of Loamshire, a county that does not exist, at any size. Everything grows with the scale, the
 * requirements, leads, outcomes and priorities too, so that the page of one thing stays about as long as it was; above
 * 16 times a priority takes in more outcomes instead, since printed plans number priorities with two figures.
 *
 * It is laid out like a real one: requirements that nothing carries or that rest on one action, actions tied to
 * nothing, the same action twice, a reference to an action that is not there, work without a lead, a date or a measure.
 * Throws a RangeError for a scale that is not a whole number from 1 to 100.
 */
export function generatePlan({ seed, scale }: PlanToGenerate): PlanReading {
  if (!Number.isInteger(scale) || scale < 1 || scale > 100)
    throw new RangeError(`A scale is a whole number from 1 to 100: ${scale} is not.`);
  const areas = Math.min(scale, AREAS.length);
  const parts = Array.from({ length: scale }, (_, number) => makePart({ seed, number, areas }));
  return {
    title: LOAMSHIRE.title,
    priorities: prioritiesOf(parts, areas),
    requirementSets: requirementSetsOf(parts),
    people: parts.flatMap(({ leaders }) => leaders.listed),
    columns: [
      { heading: 'Ref', role: 'ref' },
      { heading: 'Actions', role: 'action' },
      { heading: 'Timescale', role: 'timescale' },
      { heading: 'Delivery Leads', role: 'lead' },
      { heading: 'Targets & Measures', role: 'measure' },
    ],
    problems: [],
  };
}

interface Placed {
  readonly outcome: DraftOutcome;
  readonly part: number;
}

function prioritiesOf(parts: readonly Part[], areas: number): Priority[] {
  const priorities: Priority[] = [];
  const refs = new Map<DraftAction, string>();
  const outcomesOf: Placed[][] = [];
  for (let area = 0; area < areas; area += 1) {
    THEMES.forEach((theme, index) => {
      const here = parts.flatMap(({ outcomes }, part) =>
        part % areas === area
          ? outcomes
              .filter((outcome) => outcome.theme === index)
              .map((outcome): Placed => ({ outcome, part }))
          : [],
      );
      const number = priorities.length + 1;
      here.forEach(({ outcome }, o) =>
        outcome.actions.forEach((action, a) => refs.set(action, `${number}.${o + 1}.${a + 1}`)),
      );
      outcomesOf.push(here);
      const accountable = one(parts, area).leaders.names;
      priorities.push({
        number,
        title: area === 0 ? theme.title : `${theme.title}: ${one(AREAS, area)}`,
        objectives: [...theme.objectives],
        accountableLeads: index === 3 ? [one(accountable, 0), one(accountable, 1)] : [one(accountable, 0)],
        outcomes: [],
        reading: 'stated',
        source: {},
      });
    });
  }
  // Rows are counted as a table of the plan would count them: its head is row 1.
  let row = 1;
  priorities.forEach((priority, index) => {
    for (const { outcome, part } of one(outcomesOf, index))
      priority.outcomes.push({
        ref: `${priority.number}.${priority.outcomes.length + 1}`,
        text: outcome.text,
        tags: outcome.tags.map((tag) => refOf(tag, part)),
        jointWith: [...outcome.jointWith],
        actions: outcome.actions.map((action) => actionOf(action, { part, refs, nextRow: () => (row += 1) })),
        reading: 'stated',
        source: {},
        provenance: [],
      } satisfies Outcome);
  });
  return priorities;
}

interface Around {
  readonly part: number;
  readonly refs: ReadonlyMap<DraftAction, string>;
  readonly nextRow: () => number;
}

function actionOf(draft: DraftAction, { part, refs, nextRow }: Around): Action {
  const ref = refs.get(draft) ?? '';
  const named =
    draft.names === null ? null : draft.names === 'nothing' ? `${ref}9` : (refs.get(draft.names) ?? '');
  const text = named === null ? draft.text : `${draft.text} (see ${named})`;
  const tags = draft.tags.map((tag) => refOf(tag, part));
  const milestones = draft.milestones.map((milestone) => milestoneOf(milestone, nextRow()));
  return {
    ref,
    text,
    tags,
    crossReferences: named === null ? [] : [named],
    jointWith: [...draft.jointWith],
    milestones,
    textAsPrinted: [text, ...tags].join(' '),
    refReading: 'stated',
    source: one(milestones, 0).source,
    provenance: [],
  };
}

function milestoneOf({ timescale, leads, leadsInherited, measures }: DraftMilestone, row: number): Milestone {
  const { timescaleAsPrinted, start, end, status, review, recurrence, reading } = timescale;
  return {
    timescaleAsPrinted,
    start,
    end,
    periods: [...timescale.periods],
    status,
    statusAsPrinted: status === null ? null : timescaleAsPrinted,
    review,
    recurrence,
    leads: [...leads],
    leadsAsPrinted: leadsInherited ? '' : leads.join('; '),
    leadsInherited,
    measures: [...measures],
    source: { row },
    reading,
    provenance: [],
  };
}

/** "IN 3" for the third requirement of the first part, "IN 19" for the second part's. */
function refOf({ set, index }: LocalTag, part: number): string {
  const { code, requirements } = one(REQUIREMENT_SETS, set);
  const within = part % PARTS_IN_A_SET;
  return `${codeOf(code, part)} ${within * requirements.length + index + 1}`;
}

function codeOf(code: string, part: number): string {
  return `${code}${one(NTH_CODE, Math.floor(part / PARTS_IN_A_SET))}`;
}

function requirementSetsOf(parts: readonly Part[]): RequirementSet[] {
  return REQUIREMENT_SETS.flatMap(({ code, title, sections }, set) => {
    const headings = sections.flatMap(({ section, deadline, count }) =>
      Array.from({ length: count }, () => ({ section, deadline })),
    );
    const volumes = NTH.slice(0, Math.ceil(parts.length / PARTS_IN_A_SET));
    return volumes.map((nth, volume): RequirementSet => {
      const first = volume * PARTS_IN_A_SET;
      return {
        code: codeOf(code, first),
        title: `${nth}${title}`,
        requirements: parts.slice(first, first + PARTS_IN_A_SET).flatMap(({ requirements }, offset) =>
          one(requirements, set).map((requirement, index) => {
            const ref = refOf({ set, index }, first + offset);
            return {
              ref,
              number: Number(ref.slice(ref.indexOf(' ') + 1)),
              text: requirement.text,
              section: headings[index]?.section ?? null,
              deadline: headings[index]?.deadline ?? null,
              targets: [...requirement.targets],
              source: {},
            };
          }),
        ),
      };
    });
  });
}

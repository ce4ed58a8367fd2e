import { Dice, one } from './dice.ts';
import { type Leaders, leadersOf } from './people.ts';
import { NO_TIMESCALE, throwTimescale, type Timescale } from './timescales.ts';
import { waysToActOn } from './words/actions.ts';
import { AREAS, GROUPS, whereAndWhom } from './words/places.ts';
import { REQUIREMENT_SETS, type RequirementWords } from './words/requirements.ts';
import { THEMES } from './words/topics.ts';

/** A requirement of this part, by its set and its place in it: it has no number until all parts are put together. */
export interface LocalTag {
  readonly set: number;
  readonly index: number;
}

export interface DraftMilestone {
  timescale: Timescale;
  leads: readonly string[];
  readonly leadsInherited: boolean;
  measures: readonly string[];
}

export interface DraftAction {
  text: string;
  tags: readonly LocalTag[];
  /** Another action of this part that it names, or 'nothing' for one that the plan does not have. */
  names: DraftAction | 'nothing' | null;
  jointWith: readonly string[];
  readonly milestones: DraftMilestone[];
}

export interface DraftOutcome {
  readonly theme: number;
  readonly text: string;
  tags: readonly LocalTag[];
  jointWith: readonly string[];
  readonly actions: readonly DraftAction[];
}

/** A plan as large as one county's: 26 outcomes, 129 actions, 149 rows, 283 measures, 49 requirements. */
export interface Part {
  readonly outcomes: readonly DraftOutcome[];
  readonly requirements: readonly (readonly RequirementWords[])[];
  readonly leaders: Leaders;
}

export const SHAPE = {
  outcomes: 26,
  actions: 129,
  milestones: 149,
  measures: 283,
  requirements: 49,
  untied: 48,
} as const;

const JOINT_WITH = ['Health', 'Police', 'Schools', 'Partners'] as const;

/**
 * Makes one part of the plan: the same seed and number always make the same one.
 *
 * @param areas over how many areas the parts of the plan are spread, before a further group of children begins
 */
export function makePart({ seed, number, areas }: { seed: number; number: number; areas: number }): Part {
  const dice = new Dice('Loamshire', seed, number);
  const area = one(AREAS, number % areas);
  const group = Math.floor(number / areas);
  const where = whereAndWhom(area, one(GROUPS, group));
  const leaders = leadersOf({ part: number, area, group });
  const outcomes = THEMES.flatMap(({ topics }, theme) =>
    topics.map(({ topic, actions }): DraftOutcome => {
      const ways = dice.shuffle(waysToActOn(topic)).slice(0, actions);
      return {
        theme,
        text: where === '' ? topic.outcome : `${topic.outcome.slice(0, -1)}${where}.`,
        tags: [],
        jointWith: [],
        actions: ways.map((way) => draftAction(dice, way(topic, where), leaders)),
      };
    }),
  );
  const actions = outcomes.flatMap((outcome) => outcome.actions);
  addRows(dice, actions);
  addOddities(dice, actions);
  dealMeasures(dice, actions);
  tie(dice, outcomes);
  addPartners(dice, outcomes);
  return {
    outcomes,
    requirements: REQUIREMENT_SETS.map(({ requirements }) => requirements.map((make) => make(where))),
    leaders,
  };
}

function draftAction(
  dice: Dice,
  { text, measures }: { text: string; measures: readonly string[] },
  leaders: Leaders,
): DraftAction {
  const first = dice.pickEarly(leaders.names);
  const second = dice.happens(15) ? dice.pickEarly(leaders.names) : first;
  return {
    text,
    tags: [],
    names: null,
    jointWith: [],
    milestones: [
      {
        timescale: throwTimescale(dice),
        leads: [...new Set([first, second])],
        leadsInherited: false,
        measures: dice.shuffle(measures),
      },
    ],
  };
}

/** Further rows of an action, each with its own timescale; most take their leads from the row above, as plans print it. */
function addRows(dice: Dice, actions: readonly DraftAction[]): void {
  const chosen = dice.shuffle(actions).slice(0, SHAPE.milestones - SHAPE.actions - 2);
  for (const action of [...chosen, ...chosen.slice(0, 2)]) {
    const above = one(action.milestones, action.milestones.length - 1);
    action.milestones.push({
      timescale: throwTimescale(dice),
      leads: above.leads,
      leadsInherited: dice.happens(70),
      measures: [],
    });
  }
}

/** Every row keeps one measure of its action, and what is left over is dealt out until there are 283. */
function dealMeasures(dice: Dice, actions: readonly DraftAction[]): void {
  const spare: { readonly row: DraftMilestone; readonly measure: string }[] = [];
  let dealt = 0;
  for (const { milestones } of actions) {
    const first = one(milestones, 0);
    const all = first.measures;
    milestones.forEach((row, index) => {
      row.measures = all.slice(index, index + 1);
      dealt += row.measures.length;
    });
    for (const measure of all.slice(milestones.length)) spare.push({ row: first, measure });
  }
  for (const { row, measure } of dice.shuffle(spare).slice(0, SHAPE.measures - dealt))
    row.measures = [...row.measures, measure];
}

/**
 * Ties requirements to actions: three to nothing, five to one action alone, two to many, the others to a few; and one
 * outcome carries two tags that none of its actions does.
 */
function tie(dice: Dice, outcomes: readonly DraftOutcome[]): void {
  const tags = REQUIREMENT_SETS.flatMap(({ requirements }, set) =>
    requirements.map((_, index): LocalTag => ({ set, index })),
  );
  const requirements = dice.shuffle(tags).slice(3);
  const [alone, shared] = [requirements.slice(0, 5), requirements.slice(5)];
  const onOutcome = one(outcomes, 24);
  onOutcome.tags = inOrder(shared.slice(2, 4));
  const others = outcomes.filter((outcome) => outcome !== onOutcome).flatMap(({ actions }) => actions);
  const tied = dice.shuffle(others).slice(0, SHAPE.actions - SHAPE.untied);
  const add = (action: DraftAction, tag: LocalTag): void => {
    if (!action.tags.includes(tag)) action.tags = inOrder([...action.tags, tag]);
  };
  for (const tag of alone) add(dice.pick(tied), tag);
  shared.forEach((tag, index) => {
    const times = index < 2 ? dice.between(12, 15) : dice.between(2, 5);
    for (const action of dice.shuffle(tied).slice(0, times)) add(action, tag);
  });
  for (const action of tied) if (action.tags.length === 0) add(action, dice.pick(shared));
}

function inOrder(tags: readonly LocalTag[]): readonly LocalTag[] {
  return [...tags].sort((a, b) => a.set - b.set || a.index - b.index);
}

/** What real plans get wrong, once or a few times each. */
function addOddities(dice: Dice, actions: readonly DraftAction[]): void {
  const plain = dice.shuffle(actions.filter(({ milestones }) => milestones.length === 1));
  const [lacksMeasure, lacksLead, lacksDate, twin, twinned, lost] = plain;
  const others = plain.slice(6);
  if (lacksMeasure !== undefined) one(lacksMeasure.milestones, 0).measures = [];
  if (lacksLead !== undefined) one(lacksLead.milestones, 0).leads = [];
  if (lacksDate !== undefined) one(lacksDate.milestones, 0).timescale = NO_TIMESCALE;
  if (twin !== undefined && twinned !== undefined) twin.text = twinned.text;
  if (lost !== undefined) lost.names = 'nothing';
  for (const action of others.slice(0, 8)) action.names = dice.pick(others.slice(8));
}

/** Partners who deliver a whole outcome with the council, or one action that is not its first. */
function addPartners(dice: Dice, outcomes: readonly DraftOutcome[]): void {
  for (const outcome of dice.shuffle(outcomes).slice(0, 3)) outcome.jointWith = [dice.pick(JOINT_WITH)];
  const later = outcomes.flatMap((outcome) => outcome.actions.slice(1));
  for (const action of dice.shuffle(later).slice(0, 6)) action.jointWith = [dice.pick(JOINT_WITH)];
}

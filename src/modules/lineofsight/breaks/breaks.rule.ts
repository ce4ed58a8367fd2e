import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { carriersOf, type LineAction, type PlanLine, stateOfMilestone } from '../../improvement/index.ts';

/** A place where the line from a requirement to its proof does not hold. */
export const BREAK_KINDS = [
  'requirement-without-action',
  'requirement-on-one-action',
  'action-past-its-date',
  'action-without-lead',
  'action-without-measure',
  'action-without-date',
  'action-without-requirement',
  'tag-to-nothing',
  'link-to-nothing',
  'same-action-twice',
  'lead-not-introduced',
  'priority-without-accountable-lead',
] as const;
export type BreakKind = (typeof BREAK_KINDS)[number];

export interface Break {
  readonly kind: BreakKind;
  /** What it is about, and where its page is. */
  readonly about:
    | { readonly thing: 'requirement' | 'action'; readonly ref: string }
    | { readonly thing: 'lead'; readonly ref: string; readonly name: string }
    | { readonly thing: 'priority'; readonly ref: string };
  /** The break in a sentence; references in it are typed and become links. */
  readonly sentence: string;
  /** The words of the action or requirement, for a reader who does not know it by its reference; empty for others. */
  readonly words: string;
}

/** A break as its rule finds it. */
type Found = Omit<Break, 'words'>;

/** What each kind of break is called in a list, and why it matters to a board. */
export const BREAK_WORDS: Readonly<Record<BreakKind, { readonly title: string; readonly why: string }>> = {
  'requirement-without-action': {
    title: 'Requirements with no action',
    why: 'Something was required and the plan answers with nothing.',
  },
  'requirement-on-one-action': {
    title: 'Requirements resting on a single action',
    why: 'If that one action fails, nothing else meets the requirement.',
  },
  'action-past-its-date': {
    title: 'Actions past a date with no completion recorded',
    why: 'The last day has passed and nothing here says the work was done.',
  },
  'action-without-lead': { title: 'Actions with no lead', why: 'Nobody answers for the work.' },
  'action-without-measure': {
    title: 'Actions with no measure',
    why: 'Nothing would show that the work was done or made a difference.',
  },
  'action-without-date': { title: 'Actions with no date', why: 'Nobody can say whether the work is late.' },
  'action-without-requirement': {
    title: 'Actions that carry no requirement',
    why: 'Effort that answers nothing the inspectors or the notice asked for, or a missing tag.',
  },
  'tag-to-nothing': {
    title: 'Tags to requirements the plan does not list',
    why: 'Nobody can look up what the action is meant to answer, or count it as answered.',
  },
  'link-to-nothing': {
    title: 'Links to actions the plan does not have',
    why: 'A reader who follows the reference finds nothing.',
  },
  'same-action-twice': {
    title: 'Actions that are the same word for word',
    why: 'One promise counted as two, or two people doing the same work.',
  },
  'lead-not-introduced': {
    title: 'Leads the plan does not introduce',
    why: 'A name or a post answers for work and the plan’s own list of leads does not say who that is.',
  },
  'priority-without-accountable-lead': {
    title: 'Priorities with no accountable lead',
    why: 'Nobody answers for the priority as a whole.',
  },
};

/** Every break in the line as at a day, in the order of `BREAK_KINDS` and within each in the plan's own order. */
export function breaksOf(line: PlanLine, on: PlainDay): readonly Break[] {
  const found: readonly Found[] = [
    ...requirementBreaks(line),
    ...line.actions.flatMap((action) => datedBreaks(line, action, on)),
    ...line.actions.flatMap(lackingBreaks),
    ...linkBreaks(line),
    ...sameTwice(line),
    ...leadBreaks(line),
    ...line.priorities
      .filter((priority) => priority.accountable.length === 0)
      .map((priority): Found => ({
        kind: 'priority-without-accountable-lead',
        about: { thing: 'priority', ref: String(priority.number) },
        sentence: `Priority ${priority.number} names nobody who is accountable for it.`,
      })),
  ];
  const words = new Map([...line.requirements, ...line.actions].map(({ ref, text }) => [ref, text]));
  return found
    .map((broken): Break => ({ ...broken, words: words.get(broken.about.ref) ?? '' }))
    .toSorted((a, b) => BREAK_KINDS.indexOf(a.kind) - BREAK_KINDS.indexOf(b.kind));
}

function requirementBreaks(line: PlanLine): Found[] {
  const names = new Map(line.leads.map((lead) => [lead.slug, lead.name]));
  const carriers = carriersOf(line);
  return line.requirements.flatMap((requirement): Found[] => {
    const about = { thing: 'requirement', ref: requirement.ref } as const;
    const actions = carriers.get(requirement.ref) ?? [];
    const only = actions[0]?.action;
    if (only === undefined)
      return [
        {
          kind: 'requirement-without-action',
          about,
          sentence: `${requirement.ref} has no action that carries it.`,
        },
      ];
    if (actions.length > 1) return [];
    const leads = [...new Set(only.milestones.flatMap((milestone) => milestone.leads))];
    const [lead] = leads;
    const led =
      lead === undefined
        ? ', which nobody leads'
        : leads.length === 1
          ? `, led by ${names.get(lead) ?? lead} alone`
          : '';
    return [
      {
        kind: 'requirement-on-one-action',
        about,
        sentence: `${requirement.ref} rests on a single action, ${only.ref}${led}.`,
      },
    ];
  });
}

function datedBreaks(line: PlanLine, action: LineAction, on: PlainDay): Found[] {
  const past = action.milestones
    .filter((milestone) => stateOfMilestone(milestone, on) === 'past-its-date')
    .toSorted((a, b) => (a.endsOn ?? '').localeCompare(b.endsOn ?? ''));
  const [first] = past;
  if (first === undefined) return [];
  const leads = first.leads.map((slug) => line.leads.find((lead) => lead.slug === slug)?.name ?? slug);
  const when = first.endsOn === null ? '' : formatDay(first.endsOn as PlainDay);
  const who = leads.length === 0 ? 'no lead' : leads.join(', ');
  const what =
    past.length === 1
      ? `has a milestone past its date, ${when} (${who})`
      : `has ${past.length} milestones past their dates, the first ${when} (${who})`;
  return [
    {
      kind: 'action-past-its-date',
      about: { thing: 'action', ref: action.ref },
      sentence: `${action.ref} ${what}, and no completion is recorded.`,
    },
  ];
}

function lackingBreaks(action: LineAction): Found[] {
  const about = { thing: 'action', ref: action.ref } as const;
  const breaks: Found[] = [];
  if (action.milestones.every((milestone) => milestone.leads.length === 0))
    breaks.push({ kind: 'action-without-lead', about, sentence: `${action.ref} names no lead.` });
  if (action.milestones.every((milestone) => milestone.measures === 0))
    breaks.push({ kind: 'action-without-measure', about, sentence: `${action.ref} has no measure.` });
  if (action.milestones.every((row) => row.startsOn === null && row.endsOn === null && row.status === null))
    breaks.push({ kind: 'action-without-date', about, sentence: `${action.ref} has no date.` });
  if (action.requirements.length === 0 && action.unlistedTags.length === 0)
    breaks.push({
      kind: 'action-without-requirement',
      about,
      sentence: `${action.ref} carries no requirement.`,
    });
  for (const tag of action.unlistedTags)
    breaks.push({
      kind: 'tag-to-nothing',
      about,
      sentence: `${action.ref} is tagged ${tag}, which the plan does not list.`,
    });
  return breaks;
}

function linkBreaks(line: PlanLine): Found[] {
  const refs = new Set([...line.actions.map(({ ref }) => ref), ...line.outcomes.map(({ ref }) => ref)]);
  return line.actions.flatMap((action) =>
    action.crossReferences
      .filter((ref) => !refs.has(ref))
      .map((ref): Found => ({
        kind: 'link-to-nothing',
        about: { thing: 'action', ref: action.ref },
        sentence: `${action.ref} refers to ${ref}, which the plan does not have.`,
      })),
  );
}

function sameTwice(line: PlanLine): Found[] {
  const firstWith = new Map<string, string>();
  return line.actions.flatMap((action): Found[] => {
    const words = action.text.toLowerCase().replaceAll(/\W+/g, ' ').trim();
    const first = firstWith.get(words);
    if (first === undefined) firstWith.set(words, action.ref);
    return first === undefined || words === ''
      ? []
      : [
          {
            kind: 'same-action-twice',
            about: { thing: 'action', ref: action.ref },
            sentence: `${first} and ${action.ref} are the same action, word for word.`,
          },
        ];
  });
}

function leadBreaks(line: PlanLine): Found[] {
  // A plan without a list of leads introduces nobody: to say so of each would be noise.
  if (!line.leads.some((lead) => lead.introduced)) return [];
  const working = new Set(line.actions.flatMap((action) => action.milestones.flatMap(({ leads }) => leads)));
  return line.leads
    .filter((lead) => !lead.introduced && working.has(lead.slug))
    .map((lead) => ({
      kind: 'lead-not-introduced',
      about: { thing: 'lead', ref: lead.slug, name: lead.name },
      sentence: `${lead.name} answers for work and is not in the plan’s list of leads.`,
    }));
}

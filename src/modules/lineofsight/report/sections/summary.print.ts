import type { Inline, Text } from '../../../../platform/print/document.ts';
import { formatDay, formatMonth, monthOf } from '../../../../platform/time/plain-day.ts';
import { counted } from '../../../../platform/counted.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { listed, paragraph, verb } from '../material/prose.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import type { Standing } from '../material/standing.rule.ts';

/** References named in a sentence before the rest are counted. */
const NAMED = 6;

/**
 * The summary on the cover: facts in full sentences, each counted from the record. It claims no more than the plan and
 * the calendar allow (`improvement/domain/calendar-state.rule.ts`): a day gone by is not lateness, and "completed" is the plan's word.
 */
export function summaryOf(
  material: ReportMaterial,
  standing: Standing,
  links: ReferenceLinks,
): readonly Text[] {
  return [
    [whatItIs(material), ' ', byTheCalendar],
    paragraph([pastSentence(standing)], [endingSentence(standing)], [completedSentence(standing)]),
    paragraph(
      coverageSentence(material, links),
      singleThreadSentence(material, links),
      untiedSentence(material),
      [lackingSentence(standing)],
    ),
  ];
}

const byTheCalendar =
  'It goes by the plan and the calendar alone: nobody has reported progress in this record yet, so nothing here says ' +
  'that a service is improving or failing.';

function whatItIs({ plan, line }: ReportMaterial): string {
  const milestones = line.actions.reduce((sum, action) => sum + action.milestones.length, 0);
  const working = new Set(line.actions.flatMap((action) => action.milestones.flatMap(({ leads }) => leads)));
  const promised =
    `${counted(line.actions.length, 'action')} under ${counted(line.priorities.length, 'priority', 'priorities')}, ` +
    `with ${counted(milestones, 'milestone')} and ${counted(line.measures, 'measure')}`;
  const answers =
    line.requirements.length === 0
      ? `The plan promises ${promised}`
      : `The plan answers ${counted(line.requirements.length, 'requirement')} with ${promised}`;
  const led =
    working.size === 0
      ? 'Nobody is named to lead them.'
      : `${counted(working.size, 'lead')} answer${working.size === 1 ? 's' : ''} for them.`;
  return `This report says how the plan stands on ${formatDay(plan.on)}. ${answers}. ${led}`;
}

function pastSentence({ past }: Standing): Inline {
  if (past.length === 0) return 'No milestone is past its date without a completion recorded.';
  const actions = new Set(past.map(({ action }) => action.ref)).size;
  return {
    kind: 'strong',
    text:
      `${counted(past.length, 'milestone')} of ${counted(actions, 'action')} ${verb(past.length, 'is past its date', 'are past their dates')} ` +
      'and no completion is recorded: the last day has gone by, and nothing here says whether the work was done.',
  };
}

function endingSentence({ on, until, ending, endingThisMonth }: Standing): string {
  const month = formatMonth(monthOf(on));
  return (
    `${counted(endingThisMonth, 'milestone')} ${verb(endingThisMonth, 'ends', 'end')} in ${month}; ` +
    `${ending.length === 0 ? 'none ends' : `${ending.length.toLocaleString('en-GB')} ${verb(ending.length, 'ends', 'end')}`} ` +
    `in the 30 days to ${formatDay(until)}.`
  );
}

function completedSentence({ completed }: Standing): string {
  if (completed === 0) return 'The plan records no milestone as completed.';
  return `The plan itself records ${counted(completed, 'milestone')} as completed; nothing here proves ${verb(completed, 'it', 'them')} yet.`;
}

function coverageSentence({ coverage, line }: ReportMaterial, links: ReferenceLinks): Text {
  if (line.requirements.length === 0)
    return ['The plan names no requirements, so nothing can be said of what it answers.'];
  const gaps = coverage.rows.filter(({ grade }) => grade === 'gap');
  if (gaps.length === 0) return ['Every requirement has an action that carries it.'];
  return [
    {
      kind: 'strong',
      text: `${counted(gaps.length, 'requirement')} ${verb(gaps.length, 'has', 'have')} no action that carries ${verb(gaps.length, 'it', 'them')}:`,
    },
    ' ',
    ...listed(
      gaps.map(({ requirement }) => links.to('requirement', requirement.ref)),
      NAMED,
    ),
    '.',
  ];
}

function singleThreadSentence({ coverage }: ReportMaterial, links: ReferenceLinks): Text {
  const single = coverage.rows.filter(({ grade }) => grade === 'single-thread');
  if (single.length === 0) return [];
  return [
    `${counted(single.length, 'requirement')} ${verb(single.length, 'rests', 'rest')} on a single action${single.length === 1 ? '' : ' each'}: `,
    ...listed(
      single.map(({ requirement }) => links.to('requirement', requirement.ref)),
      NAMED,
    ),
    '.',
  ];
}

function untiedSentence({ coverage, line }: ReportMaterial): Text {
  const { untied } = coverage;
  if (untied.length === 0 || line.requirements.length === 0) return [];
  return [`${counted(untied.length, 'action')} ${verb(untied.length, 'carries', 'carry')} no requirement.`];
}

function lackingSentence({ withoutDate, withoutLead, withoutMeasure }: Standing): string {
  const lacks = [
    { n: withoutDate.length, one: 'has no date', many: 'have no date' },
    { n: withoutLead.length, one: 'names no lead', many: 'name no lead' },
    { n: withoutMeasure.length, one: 'has no measure', many: 'have no measure' },
  ];
  const some = lacks.filter(({ n }) => n > 0);
  if (some.length === 0) return 'Every action has a date, a lead and a measure.';
  const parts = some.map(({ n, one, many }, index) =>
    index === 0
      ? `${counted(n, 'action')} ${verb(n, one, many)}`
      : `${n.toLocaleString('en-GB')} ${verb(n, one, many)}`,
  );
  return `${listed(parts).join('')}.`;
}

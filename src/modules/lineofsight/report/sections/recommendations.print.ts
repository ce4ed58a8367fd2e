import type { Text } from '../../../../platform/print/document.ts';
import { formatDay } from '../../../../platform/time/plain-day.ts';
import { counted } from '../../../../platform/counted.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { listed, verb } from '../material/prose.print.ts';
import type { ReferenceLinks } from '../material/reference-links.print.ts';
import { numberOf } from '../material/sections.print.ts';
import type { Standing } from '../material/standing.rule.ts';

const NAMED = 8;

/**
 * What the body is asked to do, each drawn from a fact of the report and left out where there is no such fact. They ask
 * and never conclude: whether a milestone past its date is late is for its lead to say.
 */
export function recommendationsOf(
  material: ReportMaterial,
  standing: Standing,
  links: ReferenceLinks,
): readonly Text[] {
  return [
    [`Note how the plan stands on ${formatDay(standing.on)}, by the plan and the calendar alone.`],
    ...askAboutPast(standing),
    ...askAboutEnding(standing),
    ...fillGaps(material, links),
    ...weighSingleThreads(material, links),
    ...supplyWhatIsLacking(standing, links),
    ...correctTheSource(material),
  ];
}

function askAboutPast({ past }: Standing): Text[] {
  if (past.length === 0) return [];
  const one = past.length === 1;
  return [
    [
      `Ask ${one ? 'the lead of the milestone that is past its date' : `the leads of the ${past.length.toLocaleString('en-GB')} milestones that are past their dates`} ` +
        `(section ${numberOf('exceptions')}) whether the work is done, and have ${one ? 'it' : 'each'} recorded with what shows it.`,
    ],
  ];
}

function askAboutEnding({ ending, until }: Standing): Text[] {
  if (ending.length === 0) return [];
  const what =
    ending.length === 1
      ? 'the milestone that ends'
      : `the ${ending.length.toLocaleString('en-GB')} milestones that end`;
  return [[`Ask whether ${what} by ${formatDay(until)} will be done in time, and what stands in the way.`]];
}

function fillGaps({ coverage }: ReportMaterial, links: ReferenceLinks): Text[] {
  const gaps = coverage.rows.filter(({ grade }) => grade === 'gap');
  if (gaps.length === 0) return [];
  return [
    [
      'Decide which action is to carry ',
      ...listed(
        gaps.map(({ requirement }) => links.to('requirement', requirement.ref)),
        NAMED,
      ),
      ', which no action carries.',
    ],
  ];
}

function weighSingleThreads({ coverage }: ReportMaterial, links: ReferenceLinks): Text[] {
  const single = coverage.rows.filter(({ grade }) => grade === 'single-thread');
  if (single.length === 0) return [];
  return [
    [
      'Consider whether one action is enough for ',
      ...listed(
        single.map(({ requirement }) => links.to('requirement', requirement.ref)),
        NAMED,
      ),
      '.',
    ],
  ];
}

function supplyWhatIsLacking(
  { withoutDate, withoutLead, withoutMeasure }: Standing,
  links: ReferenceLinks,
): Text[] {
  const lacking = [
    { ask: 'Name a lead for', actions: withoutLead },
    { ask: 'Set a date for', actions: withoutDate },
    { ask: 'Agree a measure for', actions: withoutMeasure },
  ].filter(({ actions }) => actions.length > 0);
  return lacking.map(({ ask, actions }): Text => [
    `${ask} ${actions.length === 1 ? 'action' : 'actions'} `,
    ...listed(
      actions.map(({ ref }) => links.to('action', ref)),
      NAMED,
    ),
    `, which ${verb(actions.length, 'has', 'have')} none.`,
  ]);
}

function correctTheSource({ oddities }: ReportMaterial): Text[] {
  if (oddities.length === 0) return [];
  return [
    [
      `Have the ${counted(oddities.length, 'oddity', 'oddities')} of the source (section ${numberOf('oddities')}) settled in the plan’s next version.`,
    ],
  ];
}

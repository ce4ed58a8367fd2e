import { describe, expect, it } from 'vitest';
import { aLine, aLineAction, aLineMilestone } from '../../../../../test/support/a-line.ts';
import { plainText } from '../../../../platform/print/prepare-document.ts';
import { plainDay } from '../../../../platform/time/plain-day.ts';
import { coverageOf, planPaths, type LineAction } from '../../../improvement/index.ts';
import { breaksOf } from '../../breaks/breaks.rule.ts';
import type { ReportMaterial } from '../material/material.shape.ts';
import { recommendationsOf } from './recommendations.print.ts';
import { referenceLinks } from '../material/reference-links.print.ts';
import { standingOf } from '../material/standing.rule.ts';
import { summaryOf } from './summary.print.ts';

const on = plainDay(2026, 5, 12);

const sound = aLineAction('1.1.1', {
  requirements: [{ ref: 'IN 1', through: 'action' }],
  milestones: [aLineMilestone({ endsOn: '2026-12-31', leads: ['ana'], measures: 1 })],
});
const alsoSound = { ...sound, ref: '1.1.2', text: 'Hear every child' };

function written(actions: readonly LineAction[]) {
  const line = aLine(actions);
  const material: ReportMaterial = {
    council: 'Loamshire County Council',
    plan: {
      kind: 'in-force',
      planId: 1,
      slug: 'plan',
      title: 'Getting better',
      programme: 'Better',
      versionId: 1,
      version: 1,
      inForceFrom: on,
      sourceName: 'plan.docx',
      on,
    },
    line,
    coverage: coverageOf(line),
    breaks: breaksOf(line, on),
    milestones: [],
    oddities: [],
    refs: { codes: ['IN'], kindOf: () => null },
    paths: planPaths('plan', null),
  };
  const standing = standingOf(line, on);
  const links = referenceLinks(material, 'to-the-site');
  return {
    summary: summaryOf(material, standing, links).map(plainText),
    recommendations: recommendationsOf(material, standing, links).map(plainText),
  };
}

const withLastDay = (endsOn: string | null, rest: Parameters<typeof aLineMilestone>[0] = {}) => ({
  ...sound,
  milestones: [aLineMilestone({ endsOn, leads: ['ana'], measures: 1, ...rest })],
});

describe('the summary of a report', () => {
  it('says plainly that nothing is wrong where nothing is, and asks for nothing', () => {
    const { summary, recommendations } = written([sound, alsoSound]);
    expect(summary).toEqual([
      'This report says how the plan stands on 12 May 2026. The plan answers 1 requirement with 2 actions under ' +
        '1 priority, with 2 milestones and 0 measures. 1 lead answers for them. It goes by the plan and the calendar ' +
        'alone: nobody has reported progress in this record yet, so nothing here says that a service is improving or failing.',
      'No milestone is past its date without a completion recorded. 0 milestones end in May 2026; none ends in the 30 ' +
        'days to 11 June 2026. The plan records no milestone as completed.',
      'Every requirement has an action that carries it. Every action has a date, a lead and a measure.',
    ]);
    expect(recommendations).toEqual([
      'Note how the plan stands on 12 May 2026, by the plan and the calendar alone.',
    ]);
  });

  it.each([
    ['2026-05-11', '1 milestone of 1 action is past its date and no completion is recorded'],
    ['2026-05-12', '1 milestone ends in May 2026; 1 ends in the 30 days to 11 June 2026'],
    ['2026-06-11', '0 milestones end in May 2026; 1 ends in the 30 days to 11 June 2026'],
    ['2026-06-12', '0 milestones end in May 2026; none ends in the 30 days to 11 June 2026'],
    ['2026-05-31', '1 milestone ends in May 2026; 1 ends in the 30 days to 11 June 2026'],
  ])('a last day of %s', (endsOn, words) => {
    expect(written([withLastDay(endsOn), alsoSound]).summary[1]).toContain(words);
  });

  it('does not call late what nobody has judged', () => {
    const { summary, recommendations } = written([withLastDay('2026-05-01'), alsoSound]);
    expect([...summary, ...recommendations].join(' ')).not.toMatch(/\b(late|overdue|failed|missed)\b/);
    expect(recommendations[1]).toBe(
      'Ask the lead of the milestone that is past its date (section 2) whether the work is done, and have it recorded with what shows it.',
    );
  });

  it('counts as completed what the plan says is, and says that nothing proves it', () => {
    const { summary } = written([withLastDay('2026-05-01', { status: 'completed' }), alsoSound]);
    expect(summary[1]).toContain('No milestone is past its date');
    expect(summary[1]).toContain(
      'The plan itself records 1 milestone as completed; nothing here proves it yet.',
    );
  });

  it('names what no action carries and what rests on one', () => {
    const untied = { ...sound, requirements: [] };
    expect(written([untied]).summary[2]).toBe(
      '1 requirement has no action that carries it: IN 1. 1 action carries no requirement. Every action has a date, a lead and a measure.',
    );
    expect(written([untied]).recommendations).toContain(
      'Decide which action is to carry IN 1, which no action carries.',
    );
    expect(written([sound]).summary[2]).toContain('1 requirement rests on a single action: IN 1.');
  });

  it('names what lacks a date, a lead or a measure, and asks for it', () => {
    const { summary, recommendations } = written([
      { ...sound, milestones: [aLineMilestone({})] },
      { ...alsoSound, milestones: [aLineMilestone({ endsOn: '2026-12-01', measures: 1 })] },
    ]);
    expect(summary[2]).toContain('1 action has no date, 2 name no lead and 1 has no measure.');
    expect(recommendations.slice(-3)).toEqual([
      'Name a lead for actions 1.1.1 and 1.1.2, which have none.',
      'Set a date for action 1.1.1, which has none.',
      'Agree a measure for action 1.1.1, which has none.',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { aLine, aLineAction, aLineMilestone } from '../../../../test/support/a-line.ts';
import { plainDay } from '../../../platform/time/plain-day.ts';
import { BREAK_KINDS, BREAK_WORDS, type BreakKind, breaksOf } from './breaks.rule.ts';
import { glanceOf } from '../glance/glance.rule.ts';

const on = plainDay(2026, 5, 12);

const sound = aLineAction('1.1.1', {
  requirements: [{ ref: 'IN 1', through: 'action' }],
  milestones: [aLineMilestone({ endsOn: '2026-05-12', leads: ['ana'], measures: 1 })],
});
const second = aLineAction('1.1.2', { ...sound, ref: '1.1.2', text: 'Other words' });

function sentences(line: ReturnType<typeof aLine>, kind: BreakKind): string[] {
  return breaksOf(line, on)
    .filter((broken) => broken.kind === kind)
    .map(({ sentence }) => sentence);
}

describe('breaks in the line', () => {
  it('finds none where every requirement has two sound actions', () => {
    expect(breaksOf(aLine([sound, second]), on)).toEqual([]);
  });

  it('finds a requirement that nothing carries', () => {
    const line = aLine([{ ...sound, requirements: [] }, second]);
    expect(sentences(aLine([{ ...sound, requirements: [] }]), 'requirement-without-action')).toEqual([
      'IN 1 has no action that carries it.',
    ]);
    expect(sentences(line, 'action-without-requirement')).toEqual(['1.1.1 carries no requirement.']);
  });

  it('tells a tag to a requirement the plan does not list from no tag at all', () => {
    const line = aLine([{ ...sound, requirements: [], unlistedTags: ['ZZ 1'] }, second]);
    expect(sentences(line, 'tag-to-nothing')).toEqual([
      '1.1.1 is tagged ZZ 1, which the plan does not list.',
    ]);
    expect(sentences(line, 'action-without-requirement')).toEqual([]);
  });

  it.each([
    [['ana'], 'IN 1 rests on a single action, 1.1.1, led by Ana Brook alone.'],
    [['ana', 'bo'], 'IN 1 rests on a single action, 1.1.1.'],
    [[], 'IN 1 rests on a single action, 1.1.1, which nobody leads.'],
  ])('says who stands alone: %j', (leads, sentence) => {
    const only = { ...sound, milestones: [aLineMilestone({ endsOn: '2026-06-01', leads, measures: 1 })] };
    expect(sentences(aLine([only]), 'requirement-on-one-action')).toEqual([sentence]);
  });

  it.each([
    [
      '2026-05-11',
      ['1.1.1 has a milestone past its date, 11 May 2026 (Ana Brook), and no completion is recorded.'],
    ],
    ['2026-05-12', []],
  ])('a last day of %s', (endsOn, expected) => {
    const action = { ...sound, milestones: [aLineMilestone({ endsOn, leads: ['ana'], measures: 1 })] };
    expect(sentences(aLine([action, second]), 'action-past-its-date')).toEqual(expected);
  });

  it('finds actions that lack a lead, a measure or a date', () => {
    const bare = { ...sound, milestones: [aLineMilestone({})] };
    expect(
      breaksOf(aLine([bare, second]), on)
        .map(({ kind }) => kind)
        .filter((kind) => kind.startsWith('action-without')),
    ).toEqual(['action-without-lead', 'action-without-measure', 'action-without-date']);
  });

  it('takes a completed row as dated, and a link to an outcome as a link to something', () => {
    const done = {
      ...sound,
      milestones: [aLineMilestone({ status: 'completed', leads: ['ana'], measures: 1 })],
    };
    expect(sentences(aLine([done, second]), 'action-without-date')).toEqual([]);
    expect(
      sentences(aLine([{ ...sound, crossReferences: ['1.1', '1.1.2'] }, second]), 'link-to-nothing'),
    ).toEqual([]);
    expect(sentences(aLine([{ ...sound, crossReferences: ['9.9.9'] }, second]), 'link-to-nothing')).toEqual([
      '1.1.1 refers to 9.9.9, which the plan does not have.',
    ]);
  });

  it('finds the same action twice, whatever its capitals and stops', () => {
    const copy = { ...sound, ref: '1.1.3', text: `${sound.text.toUpperCase()}.` };
    expect(sentences(aLine([sound, copy]), 'same-action-twice')).toEqual([
      '1.1.1 and 1.1.3 are the same action, word for word.',
    ]);
  });

  it('finds leads with work whom the plan does not introduce, and nobody else', () => {
    const action = {
      ...sound,
      milestones: [aLineMilestone({ endsOn: '2026-06-01', leads: ['bo'], measures: 1 })],
    };
    expect(sentences(aLine([action, second]), 'lead-not-introduced')).toEqual([
      'Bo Field answers for work and is not in the plan’s list of leads.',
    ]);
  });

  it('takes a post of somebody the plan lists as introduced, which has no job title of its own', () => {
    const line = aLine([
      { ...sound, milestones: [aLineMilestone({ endsOn: '2026-06-01', leads: ['heads'], measures: 1 })] },
      second,
    ]);
    const heads = { slug: 'heads', name: 'Heads of Service', kind: 'post', jobTitle: null } as const;
    const told = (introduced: boolean) =>
      sentences({ ...line, leads: [...line.leads, { ...heads, introduced }] }, 'lead-not-introduced');
    expect(told(true)).toEqual([]);
    expect(told(false)).toEqual([
      'Heads of Service answers for work and is not in the plan’s list of leads.',
    ]);
  });

  it('says nothing of leads where the plan has no list of them', () => {
    const action = {
      ...sound,
      milestones: [aLineMilestone({ endsOn: '2026-06-01', leads: ['bo'], measures: 1 })],
    };
    const line = aLine([action, second]);
    const listless = { ...line, leads: line.leads.map((lead) => ({ ...lead, introduced: false })) };
    expect(sentences(listless, 'lead-not-introduced')).toEqual([]);
  });

  it('has words for every kind', () => {
    expect(Object.keys(BREAK_WORDS).toSorted()).toEqual([...BREAK_KINDS].toSorted());
  });
});

describe('the plan at a glance', () => {
  it('counts what ends this month by lead, and leaves out what is completed', () => {
    const line = aLine([
      {
        ...sound,
        milestones: [
          aLineMilestone({ endsOn: '2026-05-31', leads: ['ana', 'bo'], measures: 2 }),
          aLineMilestone({ endsOn: '2026-05-01', leads: ['bo'], measures: 0 }),
          aLineMilestone({ endsOn: '2026-05-20', status: 'completed', leads: ['ana'] }),
          aLineMilestone({ endsOn: '2026-06-01', leads: ['ana'] }),
        ],
      },
    ]);
    const glance = glanceOf(line, breaksOf(line, on), on);
    expect(glance.dueThisMonth).toBe(2);
    expect(glance.dueByLead.map(({ name, milestones }) => [name, milestones])).toEqual([
      ['Bo Field', 2],
      ['Ana Brook', 1],
    ]);
    expect(glance.milestonesPastTheirDate).toBe(1);
    expect(glance.states['past-its-date']).toBe(1);
  });

  it('asks one question of each kind before a second of any', () => {
    const bare = aLineAction('1.1.1', { milestones: [aLineMilestone({})] });
    const line = aLine([bare, { ...bare, ref: '1.1.2' }, { ...bare, ref: '1.1.3' }]);
    const asked = glanceOf(line, breaksOf(line, on), on).worthAsking;
    expect(new Set(asked.map(({ kind }) => kind)).size).toBe(asked.length);
  });
});

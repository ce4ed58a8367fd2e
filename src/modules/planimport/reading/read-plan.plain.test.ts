import { describe, expect, it } from 'vitest';
import { readTextFile } from '../../../platform/intake/read-text-file.ts';
import { readPlan, type ReadPlanOptions } from './read-plan.rule.ts';

const read = (lines: readonly string[], options?: ReadPlanOptions) =>
  readPlan(readTextFile('plan.txt', lines.join('\n')), options);
const outline = (reading: ReturnType<typeof readPlan>) =>
  reading.priorities.flatMap(({ number, title, reading: how, outcomes }) => [
    `${number} ${title} (${how})`,
    ...outcomes.flatMap((outcome) => [
      ` ${outcome.ref} ${outcome.text} (${outcome.reading})`,
      ...outcome.actions.map(({ ref, text, refReading, tags }) =>
        [`  ${ref} ${text}`, refReading === 'stated' ? '' : `(${refReading})`, ...tags]
          .filter((word) => word !== '')
          .join(' '),
      ),
    ]),
  ]);
const rows = (reading: ReturnType<typeof readPlan>) =>
  reading.priorities.flatMap(({ outcomes }) =>
    outcomes.flatMap(({ actions }) =>
      actions.flatMap(({ ref, milestones }) =>
        milestones.map(({ start, end, status, leads, measures }) =>
          [ref, start ?? '', end ?? '', status ?? '', leads.join('; '), measures.join('; ')].join(' | '),
        ),
      ),
    ),
  );
const kinds = (reading: ReturnType<typeof readPlan>) => reading.problems.map(({ kind }) => kind);

describe('a plain list of actions', () => {
  const reading = read([
    'Loamshire post-inspection action plan',
    '',
    '| No | Recommendation | Action | Owner | Deadline | Success measure | Status |',
    '| 1 | Improve the timeliness of assessments | Recruit six social workers | Head of Assessment | 31/03/2031 | 90% of assessments completed in 45 days | On track |',
    '| 2 |  | Review open assessments each week | Jo Poole | Ongoing | No assessment open over 60 days | Complete |',
    '| 3 | Strengthen supervision | Publish a supervision policy | Jo Poole and Sam Reed | Dec 2030 | Policy published; Survey shows 80% know it | Amber |',
  ]);

  it('is read with one priority and one outcome, and says that they are inferred', () => {
    expect(outline(reading)).toEqual([
      '1 Loamshire post-inspection action plan (inferred)',
      ' 1 Loamshire post-inspection action plan (inferred)',
      '  1 Recruit six social workers R 1',
      '  2 Review open assessments each week R 1',
      '  3 Publish a supervision policy R 2',
    ]);
    expect(kinds(reading)).toEqual(['level-inferred', 'level-inferred', 'requirement-inherited']);
  });

  it('has its dates, leads, measures and status', () => {
    expect(rows(reading)).toEqual([
      '1 |  | 2031-03-31 |  | Head of Assessment | 90% of assessments completed in 45 days',
      '2 |  |  | completed | Jo Poole | No assessment open over 60 days',
      '3 |  | 2030-12 |  | Jo Poole; Sam Reed | Policy published; Survey shows 80% know it',
    ]);
    expect(reading.priorities[0]?.outcomes[0]?.actions[2]?.milestones[0]?.statusAsPrinted).toBe('Amber');
  });

  it('makes its recommendations requirements, and ties each action to its own', () => {
    expect(
      reading.requirementSets.map(({ code, requirements }) => [
        code,
        requirements.map(({ ref, text }) => `${ref} ${text}`),
      ]),
    ).toEqual([['R', ['R 1 Improve the timeliness of assessments', 'R 2 Strengthen supervision']]]);
  });

  it('shows what each column was taken for', () => {
    expect(reading.columns.map(({ heading, role }) => `${heading}: ${role}`)).toEqual([
      'No: ref',
      'Recommendation: requirement',
      'Action: action',
      'Owner: lead',
      'Deadline: timescale',
      'Success measure: measure',
      'Status: status',
    ]);
  });
});

describe('other shapes of plan', () => {
  it('numbered rows without dates are headings', () => {
    const reading = read([
      'Ref\tWhat we will do\tWho\tBy when\tHow will we know',
      '1\tLeadership\t\t\t',
      '1.1\tAppoint a director\tChief Executive\tMarch 2031\tIn post',
      '2\tPractice\t\t\t',
      '2.1\tTrain managers\tPrincipal Social Worker\tBy 31 May 2031\tAll trained',
    ]);
    expect(outline(reading)).toEqual([
      '1 Leadership (stated)',
      ' 1 Leadership (inferred)',
      '  1.1 Appoint a director',
      '2 Practice (stated)',
      ' 2 Practice (inferred)',
      '  2.1 Train managers',
    ]);
  });

  it('recommendations across the table head their actions, and ratings win over prose about progress', () => {
    const reading = read([
      'No.\tWhat we will do\tDelivery lead\tTimescale\tProgress update\tRAG',
      'Recommendation 1: Assessments are timely\t\t\t\t\t',
      '1.1\tRecruit staff\tJo Poole\tMay 2031\tAll posts are filled.\tComplete',
      'Recommendation 2: Supervision\t\t\t\t\t',
      '2.1\tAgree a policy\tSam Reed\tJune 2031\t\tRed',
    ]);
    expect(outline(reading)).toEqual([
      '1 Assessments are timely (stated)',
      ' 1 Assessments are timely (inferred)',
      '  1.1 Recruit staff',
      '2 Supervision (stated)',
      ' 2 Supervision (inferred)',
      '  2.1 Agree a policy',
    ]);
    expect(rows(reading)[0]).toBe('1.1 |  | 2031-05 | completed | Jo Poole | ');
    expect(reading.problems.map(({ message }) => message)).toContain(
      'The column “Progress update” was not read: the column “RAG” already has its part.',
    );
  });

  it('lettered references stand under the theme above them, and a start and an end make a range', () => {
    const header = 'Ref\tAction\tLead\tStart date\tEnd date\tImpact';
    const reading = read([
      'Theme 1: Leadership',
      '',
      'Accountable officer: Ann Hope',
      '',
      header,
      'A1.1\tAppoint a director\tAnn Hope\t01/04/2031\t30/06/2031\tIn post',
      'A1.2\tAgree a plan. Link to A1.1\tSam Reed\t01/04/2031\tTBC\tAgreed',
      '',
      'Theme 2: Workforce',
      '',
      header,
      'B1.1\tRecruit\tJo Poole\t2031-04-01\t2031-09-30\tVacancies under 10%',
    ]);
    expect(outline(reading)).toEqual([
      '1 Leadership (stated)',
      ' 1 Leadership (inferred)',
      '  A1.1 Appoint a director',
      '  A1.2 Agree a plan. Link to A1.1',
      '2 Workforce (stated)',
      ' 2 Workforce (inferred)',
      '  B1.1 Recruit',
    ]);
    expect(rows(reading).map((row) => row.split(' | ').slice(0, 3).join(' | '))).toEqual([
      'A1.1 | 2031-04-01 | 2031-06-30',
      'A1.2 | 2031-04-01 | ',
      'B1.1 | 2031-04-01 | 2031-09-30',
    ]);
    expect(reading.priorities[0]?.accountableLeads).toEqual(['Ann Hope']);
    expect(reading.priorities[0]?.outcomes[0]?.actions[1]?.crossReferences).toEqual(['A1.1']);
  });

  it('actions without references are numbered as they come', () => {
    const reading = read([
      'Action\tResponsible\tTarget date',
      'Recruit staff\tHR Lead\t31 March 2031',
      'Train staff\tTraining Lead\tSummer 2031',
    ]);
    expect(outline(reading).slice(2)).toEqual(['  1 Recruit staff (inferred)', '  2 Train staff (inferred)']);
  });

  it('several actions under one number get one each', () => {
    const reading = read([
      'No\tRecommendation\tAction\tOwner\tDeadline',
      'R4\tImprove plans\tTrain staff in plans\tJo Poole\tMay 2031',
      '\t\tAudit 20 plans a month\tSam Reed\tMonthly',
      'R5\tHear children\tSet up a forum\tAnn Hope\tJune 2031',
    ]);
    expect(outline(reading).slice(2)).toEqual([
      '  R4.1 Train staff in plans (inferred) R 4',
      '  R4.2 Audit 20 plans a month (inferred) R 4',
      '  R5 Set up a forum R 5',
    ]);
  });

  it('a reference printed again far away is kept apart', () => {
    const reading = read([
      'Ref\tAction\tLead',
      '1.1\tTrain staff\tJo Poole',
      '1.2\tAudit work\tSam Reed',
      '1.1\tHear children\tAnn Hope',
    ]);
    expect(outline(reading).slice(2)).toEqual([
      '  1.1 Train staff',
      '  1.2 Audit work',
      '  1.1 (2) Hear children (inferred)',
    ]);
    expect(kinds(reading)).toContain('reference-used-twice');
  });

  it('an action whose number was forgotten gets the next', () => {
    const reading = read([
      'Ref\tAction\tTimescale\tLead',
      '\t1.1.1 Train all the staff\tMay 2031\tJo Poole',
      '\tAudit the work of each team\tJune 2031\tSam Reed',
      '\t1.1.3 Hear the children\tJuly 2031\tAnn Hope',
    ]);
    expect(outline(reading).slice(2)).toEqual([
      '  1.1.1 Train all the staff',
      '  1.1.2 Audit the work of each team (inferred)',
      '  1.1.3 Hear the children',
    ]);
    expect(kinds(reading)).toContain('reference-inferred');
  });

  it('columns of priorities and outcomes are filled down', () => {
    const reading = read([
      'Theme\tOutcome\tAction\tLead\tBy when',
      'Practice\tChildren are safe\tTrain staff\tJo Poole\tMay 2031',
      '\t\tAudit work\tSam Reed\tJune 2031',
      'Workforce\tStaff stay\tPay more\tAnn Hope\tJuly 2031',
    ]);
    expect(outline(reading)).toEqual([
      '1 Practice (stated)',
      ' 1.1 Children are safe (stated)',
      '  1 Train staff (inferred)',
      '  2 Audit work (inferred)',
      '2 Workforce (stated)',
      ' 2.1 Staff stay (stated)',
      '  3 Pay more (inferred)',
    ]);
  });

  it('columns may be chosen by hand, and read again', () => {
    const lines = ['X\tThings\tPerson', '1\tTrain all staff\tJo Poole', '2\tAudit all work\tSam Reed'];
    expect(kinds(read(lines))).toEqual(['no-table-recognised']);
    const chosen = read(lines, { columns: { x: 'ref', Things: 'action', Person: 'lead' } });
    expect(rows(chosen)).toEqual(['1 |  |  |  | Jo Poole | ', '2 |  |  |  | Sam Reed | ']);
  });

  it('tags are tied to a numbered list whose heading begins with their letter, where no key is printed', () => {
    const reading = read([
      'Recommendations',
      '',
      '1. Improve plans',
      '2. Hear children',
      '3. Keep staff',
      '',
      'Action plan',
      '',
      'Ref\tAction\tTimescale\tLead',
      '\t1.1.1 Train all the staff R1\tMay 2031\tJo Poole',
      '\t1.1.2 Audit all the work R1, R2\tJune 2031\tSam Reed',
      '\t1.1.3 Set up a forum R2.\tJune 2031\tSam Reed',
    ]);
    expect(outline(reading).slice(2)).toEqual([
      '  1.1.1 Train all the staff R 1',
      '  1.1.2 Audit all the work R 1 R 2',
      '  1.1.3 Set up a forum R 2',
    ]);
    expect(
      reading.requirementSets.map(({ code, title, requirements }) => [code, title, requirements.length]),
    ).toEqual([['R', 'Recommendations', 3]]);
    expect(
      reading.problems.filter(({ kind }) => kind === 'requirement-without-action').map(({ ref }) => ref),
    ).toEqual(['R 3']);
  });

  it('a column whose heading says nothing is left out, and said so, unless somebody chose that', () => {
    const lines = ['Action\tLead\tCabinet portfolio', 'Train all staff\tJo Poole\tChildren'];
    expect(read(lines).problems.map(({ message }) => message)).toContain(
      'The column “Cabinet portfolio” was not read: its heading does not say what it is for.',
    );
    expect(kinds(read(lines, { columns: { 'cabinet portfolio': 'ignore' } }))).not.toContain(
      'column-not-recognised',
    );
  });

  it('another table of actions in the same file is left out, and said so', () => {
    const reading = read([
      'Matters arising',
      '',
      'Action\tWho',
      'Send the minutes\tJo Poole',
      '',
      'The plan',
      '',
      'Ref\tAction\tTimescale\tLead\tMeasure',
      '\t1.1.1 Train all the staff\tMay 2031\tJo Poole\tTrained',
      '\t1.1.2 Audit all the work\tJune 2031\tSam Reed\tAudited',
    ]);
    expect(outline(reading).slice(2)).toEqual(['  1.1.1 Train all the staff', '  1.1.2 Audit all the work']);
    expect(kinds(reading)).toContain('table-passed-over');
  });
});

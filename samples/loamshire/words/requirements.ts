import type { Target } from '../../../src/modules/improvement/plan/plan-reading.shape.ts';

/** One requirement in words, with the figures that it sets. */
export interface RequirementWords {
  readonly text: string;
  readonly targets: readonly Target[];
}

/** A set of requirements: who asked for them, and each of them for a place and a group of children. */
export interface RequirementSetWords {
  /** What its references begin with: "IN". */
  readonly code: string;
  readonly title: string;
  readonly requirements: readonly ((where: string) => RequirementWords)[];
  /** Headings it is printed under, each with the deadline below it, in order; empty where it has none. */
  readonly sections: readonly {
    readonly section: string;
    readonly deadline: string;
    readonly count: number;
  }[];
}

const words =
  (before: string, after = '') =>
  (where: string): RequirementWords => ({ text: `${before}${where}${after}`, targets: [] });

type Figure = Pick<Target, 'comparator' | 'value' | 'unit'> & Partial<Target>;

/** A requirement that sets one figure for one measure. */
const figure =
  (verb: string, measure: string, rest: string, set: Figure) =>
  (where: string): RequirementWords => ({
    text: `${verb} the ${measure}${where} ${rest}`,
    targets: [targetOf(`${measure}${where}`, set)],
  });

function targetOf(measure: string, set: Figure): Target {
  return {
    measure,
    against: null,
    by: null,
    period: null,
    periodAsPrinted: null,
    thereafter: null,
    baseline: null,
    ...set,
  };
}

const notice: RequirementSetWords = {
  code: 'IN',
  title: 'Improvement Notice Targets',
  sections: [],
  requirements: [
    words('Work with partners to offer early help', ' that families can reach without a referral'),
    words(
      'Agree with the safeguarding partners clear thresholds for help and protection',
      ', and see that all use them',
    ),
    (where) => ({
      text: `Reduce the number of cases unallocated for over 28 days${where} to 60 or less, and the number of assessments out of timescale to 90 or less, by September 2026`,
      targets: [
        targetOf(`number of cases unallocated for over 28 days${where}`, {
          comparator: 'at-most',
          value: 60,
          unit: 'count',
          by: '2026-09',
          periodAsPrinted: 'by September 2026',
        }),
        targetOf('number of assessments out of timescale', {
          comparator: 'at-most',
          value: 90,
          unit: 'count',
          by: '2026-09',
          periodAsPrinted: 'by September 2026',
        }),
      ],
    }),
    words('See that every assessment and investigation', ' is clear, rests on evidence and hears the child'),
    words('Put in place a written framework for performance and quality', ' that all staff use'),
    figure(
      'Raise',
      'percentage of assessments finished within 45 working days',
      'to at least 85% by March 2027',
      {
        comparator: 'at-least',
        value: 85,
        unit: 'per-cent',
        by: '2027-03',
        periodAsPrinted: 'by March 2027',
      },
    ),
    figure(
      'Reduce',
      'rate of repeat referrals',
      'to in line with the statistical neighbour average by March 2027',
      {
        comparator: 'in-line-with',
        value: null,
        unit: 'per-cent',
        against: 'statistical neighbour average',
        by: '2027-03',
        periodAsPrinted: 'by March 2027',
      },
    ),
    figure(
      'Reduce',
      'percentage of child protection plans lasting two years or more',
      'to no more than 4% by March 2027',
      { comparator: 'at-most', value: 4, unit: 'per-cent', by: '2027-03', periodAsPrinted: 'by March 2027' },
    ),
    figure(
      'Reduce',
      'percentage of social work posts held by agency staff',
      'from 31% to 15% by March 2027',
      {
        comparator: 'at-most',
        value: 15,
        unit: 'per-cent',
        by: '2027-03',
        periodAsPrinted: 'by March 2027',
        baseline: { value: 31, unit: 'per-cent', when: null },
      },
    ),
    words(
      'Give every social worker',
      ' an induction, a programme of learning and supervision that is written down',
    ),
    words('Publish a strategy for children in care', ' that says who does what'),
    words('Tell every child in care', ' how to take part, how to complain and who will listen'),
    words(
      'See that every care plan',
      ' holds what health and school know, and that reviewing officers challenge it',
    ),
    figure(
      'Raise',
      'percentage of return interviews held within 72 hours',
      'to at least 90% by December 2026',
      {
        comparator: 'at-least',
        value: 90,
        unit: 'per-cent',
        by: '2026-12',
        periodAsPrinted: 'by December 2026',
      },
    ),
    figure(
      'Narrow',
      'gap in attainment between children in care and their peers',
      'such that it is no more than 20 percentage points by the end of the academic year 2026/27',
      {
        comparator: 'at-most',
        value: 20,
        unit: 'percentage-points',
        by: '2027-08-31',
        periodAsPrinted: 'by the end of the academic year 2026/27',
      },
    ),
    figure(
      'Raise',
      'percentage of children in care with a health check and a dental check',
      'to at least the England average of 88% by March 2027',
      {
        comparator: 'at-least',
        value: 88,
        unit: 'per-cent',
        against: 'England average',
        by: '2027-03',
        periodAsPrinted: 'by March 2027',
      },
    ),
  ],
};

const inspection: RequirementSetWords = {
  code: 'O',
  title: 'Inspection Recommendations',
  sections: [
    { section: 'Help and protection', deadline: 'Immediately', count: 4 },
    { section: 'Help and protection', deadline: 'Within three months', count: 6 },
    { section: 'Help and protection', deadline: 'Within six months', count: 3 },
    { section: 'Children in care', deadline: 'Immediately', count: 2 },
    { section: 'Children in care', deadline: 'Within three months', count: 4 },
    { section: 'Children in care', deadline: 'Within six months', count: 4 },
  ],
  requirements: [
    words('Review every open case', ' and see that each child who needs protection has it'),
    words('Make sure that partners', ' know the thresholds and send what is needed to decide'),
    words('Improve how soon and how well assessments', ' are done'),
    words('Agree one way for young people', ' to reach mental health services at 16'),
    words('Set up performance management', ' at every level, and use it to better practice'),
    words('Prepare professionals', ' for child protection conferences, so that families trust them'),
    words('Write child protection plans', ' that can be measured'),
    words('Review what the contact centre', ' achieves and what it costs'),
    words('Record the ethnicity, language and faith of every child', ''),
    words('Provide interpreters', ' who are independent of the family'),
    words('Review the workforce', ' and make good what it lacks in number and in skill'),
    words('Review whether the recording system', ' is worth what it costs in money and time'),
    words('Tie training', ' to what matters most in the service’s plan'),
    words('Bring every assessment of children in care', ' to the standard that the guidance sets'),
    words('Improve planning', ' so that everyone who knows the child takes part'),
    words('Make the figures on children in care', ' complete and current'),
    words('Give every child in care', ' access to mental health support until 18'),
    words('Join up what is done about missing from care and missing from school', ''),
    words('Lower the number of children in care', ' who are excluded from school'),
    words('Review whether mixed teams', ' serve children in care well'),
    words('Develop one strategy for children in care', ' with every agency, and settle who leads it'),
    words('Develop a way to find out early', ' which young people misuse substances'),
    words('Strengthen what the voluntary sector', ' can offer to children and care leavers'),
  ],
};

const tasks: RequirementSetWords = {
  code: 'CT',
  title: 'Core Tasks',
  sections: [],
  requirements: [
    words('Bring in a team to clear the work that waits', ''),
    words('Better the work of the assessment teams', ' with help, checks and audit from outside'),
    words('Restore the flow of work', ' and bring caseloads down'),
    words('Change how the front door', ' is built and staffed'),
    words('Make first-line managers', ' answer for supervision and for practice'),
    words('Put a framework for figures and quality', ' to work'),
    words('Fill posts', ' with people who will stay'),
    words('Commission help', ' that keeps families together'),
    words('Strengthen the safeguarding partnership', ' and the use of one assessment by all'),
    words('Give front-line teams', ' the rooms, tools and support that they need'),
  ],
};

/** The three sets of the plan: the notice, the inspection, and the core tasks. 49 requirements in all. */
export const REQUIREMENT_SETS: readonly RequirementSetWords[] = [notice, inspection, tasks];

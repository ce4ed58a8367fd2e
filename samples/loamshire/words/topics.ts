/** What one outcome is about: the words that the sentences of its actions and measures are made with. */
export interface Topic {
  /** What will be true once it is reached. */
  readonly outcome: string;
  /** What is done: "supervision of social workers". */
  readonly practice: string;
  /** Where it shows on paper. */
  readonly records: string;
  /** Who does it. */
  readonly staff: string;
  /** Whom it is for. */
  readonly people: string;
  /** Who helps. */
  readonly partner: string;
  /** What says how it is done well. */
  readonly guide: string;
  /** The figure that shows whether it works. */
  readonly proof: string;
  /** Whether it goes on at night and at weekends too. */
  readonly dayAndNight?: true;
}

export interface Theme {
  readonly title: string;
  readonly objectives: readonly string[];
  readonly topics: readonly { readonly topic: Topic; readonly actions: number }[];
}

/**
 * The six themes of the plan with their 26 outcomes, and how many actions each outcome has: 129 in all, spread as
 * unevenly as in a real county's plan.
 */
export const THEMES: readonly Theme[] = [
  {
    title: 'Leaders who know and act',
    objectives: [
      'Every leader can say what practice is like this week',
      'Members ask questions that change something',
      'Staff hear the same message at every level',
    ],
    topics: [
      {
        actions: 5,
        topic: {
          outcome:
            'Senior leaders know the quality of practice from seeing it, and act within days on what they find.',
          practice: 'visits by senior leaders to front-line teams',
          records: 'visit notes',
          staff: 'directors and heads of service',
          people: 'front-line staff',
          partner: 'the staff council',
          guide: 'the visiting guide',
          proof: 'the share of actions from visits that were done within a month',
        },
      },
      {
        actions: 6,
        topic: {
          outcome:
            'Elected members understand what they are told about children, and their challenge is recorded and answered.',
          practice: 'scrutiny by elected members',
          records: 'panel papers',
          staff: 'members of the corporate parenting panel',
          people: 'residents',
          partner: 'the democratic services team',
          guide: 'the members’ handbook',
          proof: 'the number of challenges answered before the next meeting',
        },
      },
      {
        actions: 3,
        topic: {
          outcome:
            'Staff and partners hear early and plainly what is changing, and say that they are listened to.',
          practice: 'staff briefings',
          records: 'briefing notes',
          staff: 'service managers',
          people: 'staff and partners',
          partner: 'the recognised trade unions',
          guide: 'the engagement plan',
          proof: 'the share of staff who say they know what is changing and why',
        },
      },
      {
        actions: 4,
        topic: {
          outcome: 'Good work is noticed, told and copied across every team.',
          practice: 'recognition of good work',
          records: 'nominations',
          staff: 'team leaders',
          people: 'social workers and support staff',
          partner: 'the county’s schools',
          guide: 'the recognition scheme',
          proof: 'the number of teams that have copied another team’s practice',
        },
      },
      {
        actions: 10,
        topic: {
          outcome:
            'The council acts as a good parent would to every child in its care, in every one of its services.',
          practice: 'corporate parenting',
          records: 'pledges to children in care',
          staff: 'chief officers',
          people: 'children in care',
          partner: 'district councils',
          guide: 'the corporate parenting promise',
          proof: 'the number of promises kept in the quarter',
        },
      },
    ],
  },
  {
    title: 'Practice that keeps children safe',
    objectives: [
      'Children are seen, and seen alone',
      'Plans say what must change and by when',
      'Nobody waits unallocated',
    ],
    topics: [
      {
        actions: 10,
        topic: {
          outcome: 'Assessments are finished in time, hear the child and say plainly what the risk is.',
          practice: 'assessment',
          records: 'assessment records',
          staff: 'assessment social workers',
          people: 'children who are being assessed',
          partner: 'health visitors',
          guide: 'the assessment standard',
          proof: 'the share of assessments finished within 45 working days',
          dayAndNight: true,
        },
      },
      {
        actions: 8,
        topic: {
          outcome:
            'Child protection plans are few enough to be worked, clear enough to be understood and ended as soon as it is safe.',
          practice: 'child protection planning',
          records: 'child protection plans',
          staff: 'conference chairs',
          people: 'children on a plan and their families',
          partner: 'the police public protection unit',
          guide: 'the conference protocol',
          proof: 'the share of plans that have lasted two years or more',
          dayAndNight: true,
        },
      },
      {
        actions: 8,
        topic: {
          outcome:
            'Every social worker is supervised often and well, and the record shows why decisions were made.',
          practice: 'supervision of social workers',
          records: 'supervision records',
          staff: 'team managers',
          people: 'social workers',
          partner: 'the teaching partnership',
          guide: 'the supervision standard',
          proof: 'the share of social workers supervised every month',
        },
      },
      {
        actions: 11,
        topic: {
          outcome:
            'Children at risk outside the home are found early, mapped together and kept safe by one plan.',
          practice: 'work with children at risk of exploitation',
          records: 'safety plans',
          staff: 'adolescent workers',
          people: 'young people at risk outside the home',
          partner: 'neighbourhood policing teams',
          guide: 'the exploitation pathway',
          proof: 'the share of return interviews held within 72 hours',
          dayAndNight: true,
        },
      },
    ],
  },
  {
    title: 'The right help at the front door',
    objectives: ['One way in, known to everyone', 'Help before harm', 'Decisions made in a day'],
    topics: [
      {
        actions: 5,
        topic: {
          outcome:
            'Whoever rings about a child speaks to someone qualified, and a decision is made within one working day.',
          practice: 'decision-making at the front door',
          records: 'contact records',
          staff: 'contact centre social workers',
          people: 'those who report a worry',
          partner: 'school safeguarding leads',
          guide: 'the contact and referral standard',
          proof: 'the share of contacts decided within one working day',
          dayAndNight: true,
        },
      },
      {
        actions: 7,
        topic: {
          outcome: 'Families get help as soon as they ask for it, near home, from one person they know.',
          practice: 'early help',
          records: 'family plans',
          staff: 'early help workers',
          people: 'families who ask for help',
          partner: 'family hubs',
          guide: 'the early help offer',
          proof: 'the share of families who need no more help six months later',
        },
      },
      {
        actions: 4,
        topic: {
          outcome: 'Everyone who works with children uses the same thresholds in the same way.',
          practice: 'use of the thresholds',
          records: 'referrals',
          staff: 'referring professionals',
          people: 'children in need',
          partner: 'general practices',
          guide: 'the threshold document',
          proof: 'the share of referrals that end in no further action',
        },
      },
      {
        actions: 2,
        topic: {
          outcome: 'Help at night and at weekends is as good as help on a weekday.',
          practice: 'the emergency duty service',
          records: 'handover notes',
          staff: 'duty workers',
          people: 'children in an emergency',
          partner: 'hospital emergency departments',
          guide: 'the out-of-hours agreement',
          proof: 'the share of handovers complete by nine in the morning',
          dayAndNight: true,
        },
      },
    ],
  },
  {
    title: 'Children in our care and leaving it',
    objectives: [
      'A home that lasts',
      'Health and learning looked after',
      'Support until it is no longer needed',
    ],
    topics: [
      {
        actions: 3,
        topic: {
          outcome: 'Children in care live near home, with brothers and sisters, in a place that lasts.',
          practice: 'placement of children in care',
          records: 'placement plans',
          staff: 'placement officers',
          people: 'children in care',
          partner: 'foster carers',
          guide: 'the sufficiency plan',
          proof: 'the share of children who have moved home three times or more in a year',
          dayAndNight: true,
        },
      },
      {
        actions: 5,
        topic: {
          outcome: 'Care plans are kept up to date, and reviews are held in time with the child taking part.',
          practice: 'care planning',
          records: 'care plans',
          staff: 'independent reviewing officers',
          people: 'children in care',
          partner: 'the children’s guardian service',
          guide: 'the care planning handbook',
          proof: 'the share of reviews held in time',
        },
      },
      {
        actions: 3,
        topic: {
          outcome: 'The health of children in care is assessed in time, and what is found is treated.',
          practice: 'health assessment',
          records: 'health plans',
          staff: 'nurses for children in care',
          people: 'children in care and their carers',
          partner: 'community dentists',
          guide: 'the health pathway',
          proof: 'the share of children with a health check and a dental check in the year',
        },
      },
      {
        actions: 4,
        topic: {
          outcome: 'Children in care attend, stay and do well at school.',
          practice: 'planning for education',
          records: 'education plans',
          staff: 'designated teachers',
          people: 'pupils in care',
          partner: 'head teachers',
          guide: 'the virtual school’s guide',
          proof: 'the share of pupils in care who missed 25 days of school or more',
        },
      },
      {
        actions: 1,
        topic: {
          outcome: 'Young people who leave care have a home, something to do and someone to ring.',
          practice: 'support for care leavers',
          records: 'pathway plans',
          staff: 'personal advisers',
          people: 'care leavers',
          partner: 'housing officers',
          guide: 'the local offer to care leavers',
          proof: 'the share of care leavers in work, training or learning',
          dayAndNight: true,
        },
      },
    ],
  },
  {
    title: 'People who want to work here, and stay',
    objectives: ['Enough social workers who stay', 'Time to do the work', 'Tools that help'],
    topics: [
      {
        actions: 6,
        topic: {
          outcome: 'Posts are filled by permanent social workers, and fewer of them leave.',
          practice: 'recruitment of social workers',
          records: 'exit interviews',
          staff: 'recruiting managers',
          people: 'applicants',
          partner: 'the region’s universities',
          guide: 'the workforce strategy',
          proof: 'the share of posts held by agency staff',
        },
      },
      {
        actions: 3,
        topic: {
          outcome: 'Nobody carries more work than can be done well.',
          practice: 'allocation of work',
          records: 'workload reports',
          staff: 'service managers',
          people: 'social workers',
          partner: 'the recognised trade unions',
          guide: 'the workload limit',
          proof: 'the number of social workers above the workload limit',
        },
      },
      {
        actions: 3,
        topic: {
          outcome: 'Newly qualified social workers are protected, taught and still here after two years.',
          practice: 'the first year in practice',
          records: 'learning portfolios',
          staff: 'practice educators',
          people: 'newly qualified social workers',
          partner: 'the teaching partnership',
          guide: 'the first-year programme',
          proof: 'the share of newly qualified social workers still employed after two years',
        },
      },
      {
        actions: 4,
        topic: {
          outcome: 'The case system saves time, and records are made once.',
          practice: 'recording',
          records: 'case chronologies',
          staff: 'practitioners',
          people: 'those who read their own records later',
          partner: 'the system’s supplier',
          guide: 'the recording standard',
          proof: 'the hours a week that a social worker spends on recording',
        },
      },
      {
        actions: 1,
        topic: {
          outcome: 'Teams work in places where a child and a family can be met in private.',
          practice: 'the use of family meeting rooms',
          records: 'room bookings',
          staff: 'business support staff',
          people: 'children and families who visit',
          partner: 'the county’s libraries',
          guide: 'the accommodation plan',
          proof: 'the number of offices with a private room for families',
        },
      },
    ],
  },
  {
    title: 'Knowing how well we do',
    objectives: [
      'Figures that everyone trusts',
      'Audits that change practice',
      'Children’s views in every report',
    ],
    topics: [
      {
        actions: 3,
        topic: {
          outcome: 'Every manager sees true figures for the team each week, and knows what to do about them.',
          practice: 'performance reporting',
          records: 'weekly figures',
          staff: 'performance analysts',
          people: 'managers at every level',
          partner: 'the regional improvement alliance',
          guide: 'the data dictionary',
          proof: 'the number of figures corrected after they were reported',
        },
      },
      {
        actions: 4,
        topic: {
          outcome: 'Audit finds what practice is like, and is followed until it is better.',
          practice: 'case audit',
          records: 'audit findings',
          staff: 'auditors',
          people: 'children whose cases are audited',
          partner: 'the safeguarding partnership',
          guide: 'the quality framework',
          proof: 'the share of audited cases that are good or better',
        },
      },
      {
        actions: 6,
        topic: {
          outcome:
            'Complaints and the views of children change what the service does, and they are told how.',
          practice: 'learning from complaints',
          records: 'complaint responses',
          staff: 'complaints officers',
          people: 'children and families who complain',
          partner: 'the advocacy service',
          guide: 'the participation charter',
          proof: 'the share of complaints answered in time at the first stage',
        },
      },
    ],
  },
];

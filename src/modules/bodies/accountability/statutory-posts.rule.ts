/**
 * The posts an authority must fill by statute. Of the two for children the Act wants one named officer and one elected
 * member, who between them give a line of accountability with no gap.
 */
export const DUTIES = {
  'head-of-paid-service': {
    title: 'Head of Paid Service',
    law: 'Local Government and Housing Act 1989, section 4',
    holder: 'officer',
    what: 'Answers for how the council’s work is coordinated, and for its staff.',
  },
  'monitoring-officer': {
    title: 'Monitoring Officer',
    law: 'Local Government and Housing Act 1989, section 5',
    holder: 'officer',
    what: 'Reports anything the council does or proposes that would break the law or a code.',
  },
  'section-151': {
    title: 'Section 151 Officer',
    law: 'Local Government Act 1972, section 151',
    holder: 'officer',
    what: 'Is responsible for the council’s financial affairs.',
  },
  dcs: {
    title: 'Director of Children’s Services',
    law: 'Children Act 2004, section 18',
    holder: 'officer',
    what: 'One officer, responsible for both education and children’s social care.',
  },
  'lead-member': {
    title: 'Lead Member for Children’s Services',
    law: 'Children Act 2004, section 19',
    holder: 'member',
    what: 'One elected member, responsible for both education and children’s social care.',
  },
} as const;
export type Duty = keyof typeof DUTIES;

/** The two of whom the law wants exactly one each. */
export const FOR_CHILDREN: readonly Duty[] = ['dcs', 'lead-member'];

export interface DutyHolding {
  readonly duty: Duty;
  /** Posts that carry it on the day; more than one where papers name different ones. */
  readonly posts: readonly { readonly id: number; readonly title: string }[];
  /** Who holds those posts on the day, as far as anybody says. */
  readonly holders: readonly { readonly leadId: number; readonly postId: number }[];
}

/** What breaks the line of accountability; null where it is whole. */
export type AccountabilityBreak = 'no-post' | 'vacant' | 'two-posts' | 'two-holders' | null;

/** Whether one named person carries a duty, and if not, why the line breaks there. */
export function breakOf({ posts, holders }: DutyHolding): AccountabilityBreak {
  if (posts.length === 0) return 'no-post';
  if (posts.length > 1) return 'two-posts';
  if (holders.length === 0) return 'vacant';
  return new Set(holders.map(({ leadId }) => leadId)).size > 1 ? 'two-holders' : null;
}

export const BREAK_WORDS: Readonly<Record<NonNullable<AccountabilityBreak>, string>> = {
  'no-post': 'The line breaks here: nothing recorded by this day says which post carries this duty.',
  vacant: 'The line breaks here: nothing recorded by this day says who holds the post.',
  'two-posts': 'The line is not clear: more than one post is named for this duty.',
  'two-holders': 'The line is not clear: more than one person is recorded in the post.',
};

import type { SeatOnDay } from './seats.rule.ts';
import type { Kind } from '../sayings/body-words.shape.ts';

export interface MayVote {
  readonly answer: 'yes' | 'no' | 'not-said';
  /** The rule or the saying behind it, as a sentence. */
  readonly why: string;
}

/** Kinds whose elected members vote by the Act itself. */
const BY_THE_ACT: readonly Kind[] = ['council', 'committee', 'executive'];

/**
 * Whether whoever sits in a seat may vote. What is said of the seat counts first. Else: members of the council vote on it
 * and on its committees (Local Government Act 1972 Schedule 12 paras 39 and 44); a co-opted member of a committee does not
 * (Local Government and Housing Act 1989 s.13); an observer never does. Of other bodies nobody can tell unless it is said.
 */
export function mayVote(
  seat: Pick<SeatOnDay, 'votes' | 'capacity' | 'role'>,
  kind: Kind | undefined,
): MayVote {
  if (seat.votes !== null)
    return { answer: seat.votes ? 'yes' : 'no', why: 'So it is recorded of the seat.' };
  if (seat.role === 'observer' || seat.capacity === 'observer')
    return { answer: 'no', why: 'An observer does not vote.' };
  const byTheAct = kind !== undefined && BY_THE_ACT.includes(kind);
  if (byTheAct && (seat.capacity === 'member' || seat.capacity === 'group'))
    return {
      answer: 'yes',
      why: 'Elected members vote (Local Government Act 1972, Schedule 12, paragraphs 39 and 44).',
    };
  if (kind === 'committee' && seat.capacity === 'co-opted')
    return {
      answer: 'no',
      why: 'Co-opted members do not, unless the law says so (Local Government and Housing Act 1989, section 13).',
    };
  return { answer: 'not-said', why: 'Nothing recorded says whether this seat votes.' };
}

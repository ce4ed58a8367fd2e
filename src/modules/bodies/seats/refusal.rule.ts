import { formatDay } from '../../../platform/time/plain-day.ts';
import type { AppointMember } from './appoint-member.shape.ts';

/** Why somebody cannot be appointed: a sentence with the rule behind it, and the field it is about. */
export interface AppointmentRefusal {
  readonly sentence: string;
  readonly field: 'person' | 'from' | 'until' | 'substitute';
}

/** A refusal in words. The name is of whoever was to be appointed. */
export function refusalInWords(
  result: Exclude<AppointMember, { kind: 'appointed' }>,
  name: string,
): AppointmentRefusal {
  switch (result.kind) {
    case 'no-such-seat':
      return { field: 'person', sentence: 'There is no such seat any more' };
    case 'no-such-person':
      return { field: 'person', sentence: 'Choose who is appointed' };
    case 'ends-before-it-begins':
      return { field: 'until', sentence: 'The last day must not be before the first' };
    case 'goes-with-a-post':
      return {
        field: 'person',
        sentence: `This seat goes with a post: whoever holds ${result.post} sits in it. Appoint to the post instead`,
      };
    case 'outside-the-seat':
      return {
        field: 'from',
        sentence: `The seat is there from ${formatDay(result.begins)}${result.ends === null ? '' : ` to ${formatDay(result.ends)}`}: nobody can sit in it on other days`,
      };
    case 'sits-already':
      return {
        field: 'person',
        sentence: `${name} sits on this body already, as ${result.seat} from ${formatDay(result.from)}${result.until === null ? '' : ` to ${formatDay(result.until)}`}. Nobody sits on one body twice at once`,
      };
    case 'no-free-place':
      return {
        field: 'person',
        sentence: `All ${result.places} places are taken: ${result.held.join(', ')}. End somebody’s time first, or define more seats`,
      };
    case 'no-substitutes':
      return { field: 'substitute', sentence: 'This seat has no substitutes' };
    case 'chair-not-a-member':
      return {
        field: 'person',
        sentence: `${name} is not a member of ${result.body} on all of these days. A chair taken from among the members must be one of them (of a council: Local Government Act 1972, section 3)`,
      };
  }
}

import type { Topic } from './topics.ts';

/** A sentence for an action, and what would show that it was done and that it worked. */
export interface ActionWords {
  readonly text: string;
  readonly measures: readonly string[];
}

/**
 * What a council does about something. Each takes the words of an outcome's topic, so that no two
 * actions of a plan are the same unless they are meant to be.
 *
 * @param where " for young carers in Pipwell", or nothing
 */
export type WayToAct = (topic: Topic, where: string) => ActionWords;

/** The ways in which a council can act on a topic. */
export function waysToActOn(topic: Topic): readonly WayToAct[] {
  return topic.dayAndNight === true ? [...WAYS_TO_ACT, testOutOfHours] : WAYS_TO_ACT;
}

const WAYS_TO_ACT: readonly WayToAct[] = [
  ({ guide, partner, staff, practice }, where) => ({
    text: `Agree ${guide}${where} with ${partner}, publish it and put it in the hands of ${staff}`,
    measures: [
      `${capital(guide)}${where} is agreed and published`,
      `Nine in ten ${staff} can say where to find it`,
      `A first review shows what it has changed in ${practice}`,
      `${capital(partner)} sign up to it in writing`,
    ],
  }),
  ({ staff, practice, people, guide }, where) => ({
    text: `Train ${staff} in ${practice}${where}, beginning with those who joined in the last year`,
    measures: [
      `Eight in ten ${staff} have been trained`,
      'Learning is tested by watching practice three months later',
      `${capital(people)} notice a difference, in their own words`,
      `Training follows ${guide}`,
    ],
  }),
  ({ records, guide, staff, proof }, where) => ({
    text: `Audit ${records}${where} against ${guide} every month, and tell each team what was found`,
    measures: [
      `Thirty ${records} audited a month`,
      'Seven in ten are good or better by the end of the year',
      `Findings are shared with ${staff} within ten working days`,
      `A re-audit shows whether ${proof} has moved`,
    ],
  }),
  ({ people, practice, staff }, where) => ({
    text: `Ask ${people} what ${practice} is like for them${where}, and do something about the three things they say most`,
    measures: [
      'At least forty people are asked each quarter',
      'What was said and what was done is published twice a year',
      `${capital(staff)} discuss the answers at a team meeting`,
    ],
  }),
  ({ records, staff, people }, where) => ({
    text: `Clear the backlog of ${records}${where} that wait for a manager to decide`,
    measures: [
      'The backlog is counted and reported weekly',
      `No more than twenty ${records} wait longer than five days`,
      `${capital(staff)} keep it cleared for three months`,
      `${capital(people)} are told why they waited`,
    ],
  }),
  ({ staff, partner, practice }, where) => ({
    text: `Bring ${staff} and ${partner} together every fortnight to settle what is stuck in ${practice}${where}`,
    measures: [
      'Meetings are held and decisions are written down the same day',
      'Half of what is stuck is settled at the first meeting',
      `${capital(partner)} say that the meetings are worth their time`,
    ],
  }),
  ({ practice, guide, staff }, where) => ({
    text: `Name one person who answers for ${practice}${where}, and say in writing what that means`,
    measures: [
      'The person is named and the role is described in one page',
      `${capital(staff)} know who it is`,
      `The person reports on ${guide} to the Improvement Board`,
    ],
  }),
  ({ proof, practice, records }, where) => ({
    text: `Report ${proof}${where} to the Improvement Board, with one sentence on what has changed and why`,
    measures: [
      'The figure stands in every report to the board',
      `The figure agrees with a hand count of ${records}`,
      `The board has asked for, and seen, a change in ${practice}`,
    ],
  }),
  ({ practice, staff, proof }, where) => ({
    text: `Offer ${staff} a coach for ${practice}${where}, one hour a week for ten weeks`,
    measures: [
      `Half of ${staff} have taken up the offer`,
      'Those coached rate their own confidence before and after',
      `${capital(proof)} is better in the teams that were coached`,
    ],
  }),
  ({ practice, guide, staff, records }, where) => ({
    text: `Replace the forms used for ${practice}${where} with a single one that follows ${guide}`,
    measures: [
      'The old forms are withdrawn',
      `${capital(staff)} save at least twenty minutes each time`,
      `${capital(records)} hold everything that the guidance asks for`,
    ],
  }),
  ({ staff, practice, people }, where) => ({
    text: `Watch ${staff} at work on ${practice}${where}, and give each of them feedback within a week`,
    measures: [
      'Twelve observations are made a month',
      'Feedback is given within a week in nine cases of ten',
      `What was seen agrees with what ${people} say`,
      'Themes are reported to the practice board',
    ],
  }),
  ({ practice, guide }, where) => ({
    text: `Invite a neighbouring council to review ${practice}${where} and publish what it finds`,
    measures: [
      'The review is held and its findings are published',
      'Each finding has an owner and a date',
      `${capital(guide)} is changed where the review says so`,
    ],
  }),
  ({ partner, people, records }, where) => ({
    text: `Write down how ${partner} and the council share what they know about ${people}${where}`,
    measures: [
      'The agreement is signed by every partner',
      `${capital(records)} show that what was known was shared`,
      'A test of ten cases finds no gap',
    ],
  }),
];

const testOutOfHours: WayToAct = ({ practice, staff, proof }, where) => ({
  text: `Test ${practice}${where} at night, at weekends and on bank holidays`,
  measures: [
    'Six unannounced tests are carried out',
    `${capital(staff)} are told the result the next working day`,
    `${capital(proof)} is no worse out of hours than in them`,
  ],
});

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

import { z } from 'zod';
import { formatDay, parsePlainDay } from '../../platform/time/plain-day.ts';
import { defineEvent } from '../audit/index.ts';

/**
 * What the identity module writes in the audit trail. People stand in it by number: a name can be corrected, the trail
 * cannot. Old rows are read with these: raise `version` to change one.
 */
export const personAdded = defineEvent('person-added', {
  subject: 'person',
  detail: z.object({}),
  sentence: (_, { ref }) => `Added person ${ref}`,
});

export const nameChanged = defineEvent('person-name-changed', {
  subject: 'person',
  detail: z.object({ from: z.string() }),
  sentence: ({ from }, { ref }) => `Recorded another name of person ${ref}, from ${inWords(from)}`,
});

export const nameCorrected = defineEvent('person-name-corrected', {
  subject: 'person',
  detail: z.object({}),
  sentence: (_, { ref }) => `Corrected the name of person ${ref}. The former record is kept.`,
});

export const peopleJudged = defineEvent('people-judged', {
  subject: 'person',
  detail: z.object({ other: z.string(), verdict: z.enum(['same', 'different', 'open']) }),
  sentence: ({ other, verdict }, { ref }) =>
    ({
      same: `Said that the records ${ref} and ${other} are of one person. Both are kept.`,
      different: `Said that the records ${ref} and ${other} are of two people`,
      open: `Took back what was said of the records ${ref} and ${other}`,
    })[verdict],
});

export const postAdded = defineEvent('post-added', {
  subject: 'post',
  detail: z.object({ title: z.string(), holders: z.enum(['one', 'several']) }),
  sentence: ({ title, holders }) =>
    `Added the post ${title}, for ${holders === 'one' ? 'one holder' : 'several holders'}`,
});

export const postHoldersChanged = defineEvent('post-holders-changed', {
  subject: 'post',
  detail: z.object({ title: z.string(), holders: z.enum(['one', 'several']) }),
  sentence: ({ title, holders }) =>
    `Said that ${title} is for ${holders === 'one' ? 'one holder' : 'several holders'}`,
});

const holding = z.object({
  person: z.string(),
  post: z.string(),
  /** The holding's own number, as of this change. */
  holding: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
});

export const appointed = defineEvent('person-appointed', {
  subject: 'post',
  detail: holding,
  sentence: ({ person, post, from }) =>
    `Recorded person ${person} in ${post}${from === null ? ', first day not known' : ` from ${inWords(from)}`}`,
});

export const holdingEnded = defineEvent('holding-ended', {
  subject: 'post',
  detail: holding,
  sentence: ({ person, post, to }) =>
    `Recorded that person ${person} left ${post}${to === null ? ', last day not known' : ` on ${inWords(to)}`}`,
});

export const holdingCorrected = defineEvent('holding-corrected', {
  subject: 'post',
  detail: holding,
  sentence: ({ person, post }) => `Corrected when person ${person} held ${post}. The former record is kept.`,
});

export const holdingWithdrawn = defineEvent('holding-withdrawn', {
  subject: 'post',
  detail: holding,
  sentence: ({ person, post }) =>
    `Said that person ${person} was never in ${post} so. The former record is kept.`,
});

export const personLeft = defineEvent('person-left', {
  subject: 'person',
  detail: z.object({ lastDay: z.string(), handedOn: z.int(), vacant: z.int(), notBegun: z.int() }),
  sentence: ({ lastDay, handedOn, vacant }, { ref }) =>
    `Recorded that person ${ref} leaves, last day ${inWords(lastDay)}: ${handedOn === 1 ? '1 post' : `${handedOn} posts`} handed on, ${vacant} left vacant`,
});

/** For whoever reads the trail. */
export const identityEvents = [
  personAdded,
  nameChanged,
  nameCorrected,
  peopleJudged,
  postAdded,
  postHoldersChanged,
  appointed,
  holdingEnded,
  holdingCorrected,
  holdingWithdrawn,
  personLeft,
];

function inWords(text: string): string {
  const day = parsePlainDay(text);
  return day === null ? text : formatDay(day);
}

import type { Person } from './plan-reading.shape.ts';

/** What a name in the leads column stands for. */
export type LeadKind = 'person' | 'post' | 'unknown';

/** Words that name an office rather than the one who holds it, as job titles in councils and their partners do. */
const POST_WORDS =
  /\b(heads?|directors?|managers?|chairs?|officers?|leads?|chief|executives?|coordinators?|commissioners?|principals?|teams?|board|members?)\b/i;

/**
 * A person when the plan's own list of leads names them; a post when the name is a post's title, or reads like one;
 * otherwise unknown, which the pages say: a firm, a partner, or somebody the plan does not introduce.
 */
export function leadKind(name: string, people: readonly Person[]): LeadKind {
  if (people.some((person) => person.name === name)) return 'person';
  return isIntroduced(name, people) || POST_WORDS.test(name) ? 'post' : 'unknown';
}

/** Whether the plan's own list of leads says who a name is: somebody it lists, or a post that somebody it lists holds. */
export function isIntroduced(name: string, people: readonly Person[]): boolean {
  return people.some(
    (person) => person.name === name || person.jobTitle === name || person.holds.includes(name),
  );
}

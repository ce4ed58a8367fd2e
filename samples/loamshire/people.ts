import type { Person } from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { one } from './dice.ts';
import { FAMILY_NAMES, FIRST_NAMES, JOB_TITLES, PARTNERS, POSTS } from './words/people.ts';

/** Those who lead one part of the plan: about thirty names and posts. */
export interface Leaders {
  /** As the plan's leads column names them, the ones who answer for most first. */
  readonly names: readonly string[];
  /** Those of them whom the plan's own list introduces with a job title. */
  readonly listed: readonly Person[];
}

/** Names that lead actions and that the plan's list does not introduce, as happens in real plans. */
const NOT_LISTED = 2;

/**
 * The leaders of one part of the plan: 27 people with a title, two without, a post that several hold, and partners
 * nobody names. Every person of a plan of any size has a name of their own.
 */
export function leadersOf({ part, area, group }: { part: number; area: string; group: number }): Leaders {
  const people = Array.from({ length: JOB_TITLES.length + NOT_LISTED }, (_, index) =>
    nameOf(part * (JOB_TITLES.length + NOT_LISTED) + index),
  );
  const listed = JOB_TITLES.map((title, index): Person => {
    const jobTitle = area === '' ? title : `${title}, ${area}`;
    return {
      name: one(people, index),
      jobTitle,
      interim: /\binterim\b/i.test(jobTitle),
      jobShare: /\bjob share\b/i.test(jobTitle),
      holds: [],
      source: {},
    };
  });
  const whose = area === '' ? '' : `${area} `;
  const posts = [`${whose}${one(POSTS, group)}`, `${whose}${one(PARTNERS, group)}`];
  return { names: [...people.slice(0, 6), ...posts, ...people.slice(6)], listed };
}

/** The name that has this number: first names go round, family names move on with each round. */
function nameOf(number: number): string {
  const first = number % FIRST_NAMES.length;
  const round = Math.floor(number / FIRST_NAMES.length);
  const family = (first * 7 + round) % FAMILY_NAMES.length;
  return `${one(FIRST_NAMES, first)} ${one(FAMILY_NAMES, family)}`;
}

import type { PersonName } from './name.rule.ts';
import { matchNames, type Proposal, type Strength } from './match-names.rule.ts';

/** What the record knows of a person that can speak for two records being of one. */
export interface KnownPerson {
  /** Every name they have or had, as recorded and as papers print them. */
  readonly names: readonly PersonName[];
  /** Posts that papers name them in, by id, with their titles. */
  readonly posts: ReadonlyMap<number, string>;
}

const RANK: Readonly<Record<Strength, number>> = { weak: 0, fair: 1, strong: 2 };
const UP: Readonly<Record<Strength, Strength>> = { weak: 'fair', fair: 'strong', strong: 'strong' };

/**
 * Whether two records may be of one person, and why: the best match of any of their names, former ones too, which a
 * post both are named in makes one grade stronger. A post alone proposes nothing: that is what successors share.
 * Never decides; the answer is the same whichever record comes first.
 */
export function matchPeople(one: KnownPerson, other: KnownPerson): Proposal | null {
  const proposals = one.names.flatMap((a) =>
    other.names.flatMap((b) => {
      const proposal = matchNames(a, b);
      return proposal === null ? [] : [proposal];
    }),
  );
  if (proposals.length === 0) return null;
  const best = proposals.reduce((a, b) => (isBetter(b, a) ? b : a));
  const shared = [...one.posts].filter(([id]) => other.posts.has(id)).map(([, title]) => title);
  if (shared.length === 0) return best;
  const posts = shared.toSorted().join(' and ');
  return {
    strength: UP[best.strength],
    reasons: [...best.reasons, `Papers name both in one post: ${posts}`],
  };
}

/** The stronger; of two as strong the one whose reason comes first, so that the order of records changes nothing. */
function isBetter(one: Proposal, other: Proposal): boolean {
  const by = RANK[one.strength] - RANK[other.strength];
  return by > 0 || (by === 0 && one.reasons.join() < other.reasons.join());
}

/** The stronger first. */
export function byStrength(one: Proposal, other: Proposal): number {
  return RANK[other.strength] - RANK[one.strength];
}

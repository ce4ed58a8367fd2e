import type { Belongings } from '../identity/index.ts';
import { planPaths } from './paths.ts';
import { ownedMilestones } from './my-work/owned-milestones.read.ts';
import { counted } from '../../platform/counted.ts';

/**
 * What somebody who leaves still answers for in plans. Nothing of a plan is changed by it: what goes with a post goes to
 * whoever holds the post next, and a name in a plan stays as the plan has it until a later version says otherwise.
 */
export const improvementBelongings: Belongings = {
  async list(db, { records, postIds, day }) {
    const owned = await ownedMilestones(db, records, postIds, day);
    return owned.map(({ planTitle, planSlug, count, throughPost }) => ({
      what: `${counted(count, 'milestone')} of ${planTitle}${throughPost === null ? ', by their own name' : `, as ${throughPost}`}`,
      becomes:
        throughPost === null
          ? 'They stay under this name until a later version of the plan names somebody else.'
          : 'They go with the post, to whoever takes it over.',
      href: planPaths(planSlug, null).milestones(),
    }));
  },
  refuses: async () => null,
  leave: async () => undefined,
};

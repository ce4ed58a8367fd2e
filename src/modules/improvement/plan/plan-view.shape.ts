import type { Frame } from '../../../platform/web/frame.ts';
import type { KnownReferences } from './typed-references.rule.ts';
import type { PlanPaths } from '../paths.ts';
import type { PlanInForce } from './plan-in-force.shape.ts';

/** What every page of a plan is given beside what it prints. */
export interface PlanView {
  readonly frame: Frame;
  readonly plan: PlanInForce;
  /** Addresses that keep the day the reader chose. */
  readonly paths: PlanPaths;
  /** Addresses without a day, for breadcrumbs, to which the page adds it. */
  readonly plainPaths: PlanPaths;
  /** What can be a link in running text. */
  readonly refs: KnownReferences;
}

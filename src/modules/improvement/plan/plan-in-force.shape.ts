import type { PlainDay } from '../../../platform/time/plain-day.ts';

export interface Version {
  readonly id: number;
  readonly number: number;
  readonly inForceFrom: PlainDay;
  readonly sourceName: string;
}

/** A plan with its accepted versions, latest first: never empty. */
export interface PlanVersions {
  readonly planId: number;
  readonly slug: string;
  readonly title: string;
  readonly programme: string;
  /** The day its pages open at when a reader names none; null is today. */
  readonly opensOn: PlainDay | null;
  readonly versions: readonly [Version, ...Version[]];
}

export interface PlanInForce {
  readonly kind: 'in-force';
  readonly planId: number;
  readonly slug: string;
  readonly title: string;
  readonly programme: string;
  readonly versionId: number;
  readonly version: number;
  readonly inForceFrom: PlainDay;
  readonly sourceName: string;
  /** The day the pages are read as at. */
  readonly on: PlainDay;
}

export interface PlanNotYet {
  readonly kind: 'not-yet';
  readonly slug: string;
  readonly title: string;
  readonly on: PlainDay;
  readonly firstDay: PlainDay;
}

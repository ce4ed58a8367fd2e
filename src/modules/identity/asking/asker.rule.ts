import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Actor } from '../../audit/index.ts';
import type { Role } from './role.shape.ts';

/** From which to which day something holds, both inclusive; null where no last day is known. */
export interface Days {
  readonly from: PlainDay;
  readonly to: PlainDay | null;
}

/** A kind of restricted thing and which one, as the audit trail names it: `import` and its number. */
export interface Thing {
  readonly kind: string;
  readonly ref: string;
}

/**
 * Why somebody may, or may not, do something, with its days. A role and a post open what a module's permissions say; a
 * need to know opens one thing (the common-law need to know of a member or officer, shown case by case); a declared
 * interest shuts one thing, whatever else would open it.
 */
export type Ground =
  | (Days & {
      readonly kind: 'role';
      readonly role: Role;
      /** The post it goes with; null where it was given to the person. */
      readonly throughPost: string | null;
    })
  | (Days & { readonly kind: 'post'; readonly postId: number; readonly title: string })
  /** A seat on a body that a person recorded, with whether it votes. */
  | (Days & { readonly kind: 'seat'; readonly bodyId: number; readonly votes: boolean })
  | (Days & { readonly kind: 'need-to-know'; readonly thing: Thing })
  | (Days & { readonly kind: 'interest'; readonly thing: Thing });

/** Who asks for a page or a change, and on which grounds, on the day it is. */
export interface Asker extends Actor {
  /** The day it is in London by the database's clock: grounds hold on days. */
  readonly day: PlainDay;
  readonly grounds: readonly Ground[];
}

/** Whether a ground holds on a day. The last day counts in full. */
export function holdsOn({ from, to }: Days, day: PlainDay): boolean {
  return from <= day && (to === null || day <= to);
}

/** The role as it is held today, for the ground that a record of what was read must name; undefined where it is not. */
export function roleGround(
  asker: Asker,
  roles: readonly Role[],
): Extract<Ground, { kind: 'role' }> | undefined {
  return asker.grounds.find(
    (ground): ground is Extract<Ground, { kind: 'role' }> =>
      ground.kind === 'role' && roles.includes(ground.role) && holdsOn(ground, asker.day),
  );
}

export function hasRole(asker: Asker, ...roles: readonly Role[]): boolean {
  return roleGround(asker, roles) !== undefined;
}

/** Somebody with one role and no other ground, to ask a rule what the role opens. */
export function somebodyWith(role: Role): Asker {
  const day = '2026-01-01' as PlainDay;
  return {
    kind: 'person',
    name: role,
    personId: 1,
    day,
    grounds: [{ kind: 'role', role, from: day, to: null, throughPost: null }],
  };
}

/** Posts that somebody holds today. */
export function postsHeld(asker: Asker): readonly Extract<Ground, { kind: 'post' }>[] {
  return asker.grounds.filter(
    (ground): ground is Extract<Ground, { kind: 'post' }> =>
      ground.kind === 'post' && holdsOn(ground, asker.day),
  );
}

/** Whether they have a seat on a body today. */
export function sitsOn(asker: Asker, bodyId: number): boolean {
  return asker.grounds.some(
    (ground) => ground.kind === 'seat' && ground.bodyId === bodyId && holdsOn(ground, asker.day),
  );
}

export function hasNeedToKnow(asker: Asker, thing: Thing): boolean {
  return isNamed(asker, 'need-to-know', thing);
}

/** Whether they declared an interest in it, or somebody recorded one for them. */
export function isExcluded(asker: Asker, thing: Thing): boolean {
  return isNamed(asker, 'interest', thing);
}

/** Whether Throughline itself or whoever has the command line acts: they hold the machine and so everything on it. */
export function isTheMachine({ kind }: Pick<Actor, 'kind'>): boolean {
  return kind === 'system' || kind === 'operator';
}

function isNamed(asker: Asker, kind: 'need-to-know' | 'interest', { kind: of, ref }: Thing): boolean {
  return asker.grounds.some(
    (ground) =>
      ground.kind === kind &&
      ground.thing.kind === of &&
      ground.thing.ref === ref &&
      holdsOn(ground, asker.day),
  );
}

import type { ServerOptions } from '../../src/platform/web/server.ts';

const ANY = { atOnce: Infinity, inAMinute: Infinity } as const;

/** For tests that ask for every file there is, one after the other: as much as they like. */
export const NO_LIMITS: NonNullable<ServerOptions['makingLimits']> = { ofOne: ANY, ofThePublic: ANY };

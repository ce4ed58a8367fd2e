export { type HoldingIds, stateHolding, type StatedHolding } from './commands/state-holding.ts';
export type { Beginning, Ending, Manner } from './domain/holding.ts';
export type { Standing } from './domain/standing.ts';
export { identityEvents } from './events.ts';
export { holdersOfPosts, holdersOn, type Holder, holdingsOf } from './queries/holders-on.ts';
export { type HowHeld, howHeld } from './queries/how-held.ts';
export { addIdentityRoutes } from './routes.tsx';
export { identityPaths } from './paths.ts';

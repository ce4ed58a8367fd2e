export { type HoldingIds, stateHolding, type StatedHolding } from './commands/state-holding.ts';
export { type HowHeld, howHeld } from './queries/how-held.ts';

export { stateHolding, type HoldingIds, type StatedHolding } from './commands/state-holding.ts';

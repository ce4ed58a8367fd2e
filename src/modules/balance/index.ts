export { addBalanceRoutes } from './determinations/balance.route.tsx';
export { balanceEvents } from './events.ts';

/** Addresses of political balance. The page of a day, `bodyPaths.balance`, is a tab of the bodies' own pages. */
export const balancePaths = {
  workOut: () => '/bodies/balance/work-out',
  determine: () => '/bodies/balance/determine',
};

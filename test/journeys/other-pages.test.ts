import { describe } from 'vitest';
import { lookAtPages } from '../support/every-page/once.ts';
import { isOfBodies, isOfPlans } from '../support/every-page/pages.ts';

describe('every other page', () => {
  lookAtPages((route) => !isOfPlans(route) && !isOfBodies(route));
});

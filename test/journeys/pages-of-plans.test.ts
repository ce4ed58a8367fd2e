import { describe } from 'vitest';
import { lookAtPages } from '../support/every-page/once.ts';
import { isOfPlans } from '../support/every-page/pages.ts';

describe('pages of plans', () => {
  lookAtPages(isOfPlans);
});

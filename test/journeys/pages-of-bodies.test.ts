import { describe } from 'vitest';
import { lookAtPages } from '../support/every-page/once.ts';
import { isOfBodies } from '../support/every-page/pages.ts';

describe('pages of bodies', () => {
  lookAtPages(isOfBodies);
});

import { array, assert, constantFrom, oneof, property, string } from 'fast-check';
import { expect, it } from 'vitest';
import { rounds } from '../../../../test/support/rounds.ts';
import { ownPathOr } from './own-path.rule.ts';

it.each([
  ['/plan/kent-2011/actions?priority=2', '/plan/kent-2011/actions?priority=2'],
  ['/', '/'],
  ['/my-work', '/my-work'],
  ['/plan/../people', '/people'],
])('%s leads there', (asked, path) => {
  expect(ownPathOr(asked, '/home')).toBe(path);
});

/** Ways to write another site that a browser would follow, or that no page of ours has. */
const ELSEWHERE = [
  null,
  '',
  'plan',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '\\/\\/evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/\r\n/evil.example',
  ' //evil.example',
  '/ /evil.example',
  '/%0d%0aSet-Cookie: x=1\r\n',
  'https://evil.example',
  'https:evil.example',
  'http://localhost@evil.example',
  '//localhost@evil.example',
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'data:text/html,x',
  '/..//evil.example',
  '/.//evil.example',
  '/x/..//evil.example',
  '/plan/../..//evil.example',
  '/%5cevil.example\\',
  '/sign-in',
  '/sign-in/code',
  '/sign-out',
  '/look-around',
  '/set-up/x',
  '/link/x',
  '/\u0000',
  '/\u2028/evil.example',
  '/é',
  '/﹨evil.example',
  `/${'x'.repeat(3000)}`,
];

it.each(ELSEWHERE)('%j leads nowhere', (asked) => {
  expect(ownPathOr(asked, '/home')).toBe('/home');
});

it('leads nowhere but to a path of ours, whatever is asked', () => {
  const piece = constantFrom(
    '/',
    '\\',
    '//',
    '..',
    '.',
    '@',
    ':',
    '?',
    '#',
    'evil.example',
    'plan',
    '%2f',
    '\t',
  );
  assert(
    property(
      oneof(
        string(),
        array(piece).map((parts) => parts.join('')),
      ),
      (asked) => {
        const path = ownPathOr(asked, '/home');
        expect(path).toMatch(/^\/(?![/\\])/);
        expect(new URL(path, 'https://plan.loamshire.example').host).toBe('plan.loamshire.example');
      },
    ),
    { numRuns: rounds(2000) },
  );
});

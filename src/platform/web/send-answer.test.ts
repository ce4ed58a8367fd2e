import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDisposition, ownPath } from './send-answer.ts';

describe('the name of a download', () => {
  it.each([
    ['plan.csv', `attachment; filename="plan.csv"; filename*=UTF-8''plan.csv`],
    [
      'Plan “May”.pdf',
      `attachment; filename="Plan _May_.pdf"; filename*=UTF-8''Plan%20%E2%80%9CMay%E2%80%9D.pdf`,
    ],
    [
      'a"b\r\nSet-Cookie: x.csv',
      `attachment; filename="a_b__Set-Cookie_ x.csv"; filename*=UTF-8''a_b__Set-Cookie_%20x.csv`,
    ],
    ['../../etc/passwd', `attachment; filename=".._.._etc_passwd"; filename*=UTF-8''.._.._etc_passwd`],
    // The right-to-left override makes "gnp.exe" look like "exe.png".
    ['\u202egnp.exe', `attachment; filename="_gnp.exe"; filename*=UTF-8''_gnp.exe`],
    ["it's (1)*.csv", `attachment; filename="it's (1)_.csv"; filename*=UTF-8''it%27s%20%281%29_.csv`],
  ])('%j', (fileName, header) => {
    expect(contentDisposition({ fileName })).toBe(header);
  });

  it('is always one header of plain characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (fileName) => {
        expect(contentDisposition({ fileName, inline: true })).toMatch(
          /^inline; filename="[\x20\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9%._~!-]*$/,
        );
      }),
    );
  });
});

describe('a path to send a reader on to', () => {
  it.each(['/', '/plan', '/plan?on=2011-05-12#breaks', '/a//b'])('%s is our own', (path) => {
    expect(ownPath(path)).toBe(path);
  });

  it.each([
    '',
    'plan',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    '/a\r\nSet-Cookie: x',
    'javascript:alert(1)',
  ])('%j is not', (path) => {
    expect(() => ownPath(path)).toThrow('path of our own');
  });
});

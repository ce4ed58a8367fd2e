import { describe, expect, it } from 'vitest';
import { browserInWords } from '../sessions/browser-words.rule.ts';
import { newRecoveryCodes } from './new-recovery-codes.port.ts';
import { looksLikeRecoveryCode, plainRecoveryCode } from './recovery-codes.rule.ts';

describe('recovery codes', () => {
  it('are ten, all different, of letters and figures that do not look alike', () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[B-DF-HJ-NP-TV-Z2-9]{5}-[B-DF-HJ-NP-TV-Z2-9]{5}$/);
  });

  it.each(['BCDFG-23456', 'bcdfg-23456', 'bcdfg 23456', ' BCDFG23456 ', 'BCDFG–23456'])(
    'are known again however they are typed: %j',
    (typed) => {
      expect(looksLikeRecoveryCode(typed)).toBe(true);
      expect(plainRecoveryCode(typed)).toBe('BCDFG23456');
    },
  );

  it.each(['123456', '123 456', '', 'BCDFG', 'BCDFG-234567'])('are not taken for %j', (typed) => {
    expect(looksLikeRecoveryCode(typed)).toBe(false);
  });
});

describe('a browser in words', () => {
  it.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge on Windows',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1',
      'Safari on an iPhone',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36',
      'Chrome on Android',
    ],
    ['', 'A browser'],
    ['<script>alert(1)</script>', 'A browser'],
  ])('%s is %s', (userAgent, words) => {
    expect(browserInWords(userAgent)).toBe(words);
  });
});

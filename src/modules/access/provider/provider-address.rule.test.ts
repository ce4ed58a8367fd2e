import { expect, it } from 'vitest';
import { isSafeAddress } from './provider-address.rule.ts';

it.each([
  ['https://login.microsoftonline.com/0f8f/v2.0', true],
  ['http://localhost:8080/realms/council', true],
  ['http://127.0.0.1:8080', true],
  ['http://[::1]:8080', true],
  ['http://login.loamshire.example', false],
  ['http://localhost.evil.example', false],
  ['http://127.0.0.1.evil.example', false],
  ['https://user:password@login.loamshire.example', false],
  ['ftp://login.loamshire.example', false],
  ['file:///etc/passwd', false],
  ['login.loamshire.example', false],
  ['', false],
])('%s is safe: %s', (address, safe) => {
  expect(isSafeAddress(address)).toBe(safe);
});

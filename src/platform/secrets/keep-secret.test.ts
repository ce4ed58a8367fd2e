import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keepSecret } from './keep-secret.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secret-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a secret of the installation', () => {
  it('is made once, for its owner alone, and leaves nothing else behind', () => {
    const secret = keepSecret(folder, 'form-secret', undefined);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(keepSecret(folder, 'form-secret', undefined)).toBe(secret);
    expect(readdirSync(folder)).toEqual(['form-secret']);
    expect(statSync(join(folder, 'form-secret')).mode & 0o777).toBe(0o600);
  });

  it('is another for every installation and for every use', () => {
    const names = ['form-secret', 'credential-key', 'another'];
    expect(new Set(names.map((name) => keepSecret(folder, name, undefined))).size).toBe(3);
  });

  it.each(['', ' ', '\n', 'abc', 'a'.repeat(31)])(
    'is never taken from a file that was cut short: %j',
    (text) => {
      const file = join(folder, 'credential-key');
      writeFileSync(file, text);
      expect(() => keepSecret(folder, 'credential-key', undefined)).toThrow('holds no secret');
      expect(readFileSync(file, 'utf8')).toBe(text);
    },
  );
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { environment, readConfig } from './config.ts';
import { keepFormSecret } from './secrets.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'config-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function problems(env: Record<string, string>): readonly string[] {
  const read = readConfig(env);
  return read.kind === 'problems' ? read.problems : [];
}

describe('readConfig', () => {
  it('needs nothing to be set', () => {
    const read = readConfig({ DATABASE_URL: '', PORT: ' ' });
    expect(read).toMatchObject({
      kind: 'ok',
      config: {
        databaseUrl: undefined,
        port: 3000,
        host: '127.0.0.1',
        logLevel: 'info',
        councilName: undefined,
      },
    });
    if (read.kind !== 'ok') return;
    expect(isAbsolute(read.config.dataFolder)).toBe(true);
    expect(Object.isFrozen(read.config)).toBe(true);
  });

  it('takes what is set', () => {
    const logo = join(folder, 'crest.svg');
    writeFileSync(logo, '<svg/>');
    const read = readConfig({
      DATABASE_URL: 'postgres://clerk:s%23cret@db.example:5433/plan?sslmode=require',
      THROUGHLINE_DATA: folder,
      PORT: '0',
      HOST: '::1',
      THROUGHLINE_COUNCIL_NAME: ' Loamshire County Council ',
      THROUGHLINE_BRAND_COLOUR: '#1D3d6F',
      THROUGHLINE_LOGO: logo,
      LOG_LEVEL: 'debug',
      THROUGHLINE_FORM_SECRET: 'x'.repeat(32),
    });
    expect(read).toMatchObject({
      kind: 'ok',
      config: {
        databaseUrl: 'postgres://clerk:s%23cret@db.example:5433/plan?sslmode=require',
        dataFolder: folder,
        port: 0,
        host: '::1',
        councilName: 'Loamshire County Council',
        brandColour: '#1D3d6F',
        logo,
        logLevel: 'debug',
      },
    });
  });

  it.each([
    ['DATABASE_URL', 'mysql://host/plan'],
    ['DATABASE_URL', 'postgres://user:pass word@ho st/plan'],
    ['PORT', 'http'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['THROUGHLINE_URL', 'http://plan.loamshire.gov.uk'],
    ['THROUGHLINE_URL', 'https://plan.loamshire.gov.uk/plan'],
    ['THROUGHLINE_URL', 'plan.loamshire.gov.uk'],
    ['THROUGHLINE_TRUSTED_PROXIES', 'any'],
    ['THROUGHLINE_TRUSTED_PROXIES', '10.0.0.0/33'],
    ['THROUGHLINE_TRUSTED_PROXIES', '10.0.0.5; rm'],
    ['THROUGHLINE_SMTP', 'mail.loamshire.gov.uk'],
    ['THROUGHLINE_MAIL_FROM', 'Throughline'],
    ['THROUGHLINE_MAIL_FROM', 'A <a@b.c>\nBcc: <d@e.f>'],
    ['THROUGHLINE_CREDENTIAL_KEY', 'short'],
    ['THROUGHLINE_COUNCIL_NAME', 'x'.repeat(101)],
    ['THROUGHLINE_BRAND_COLOUR', 'navy'],
    ['THROUGHLINE_BRAND_COLOUR', '#ffdd00'],
    ['THROUGHLINE_BRAND_COLOUR', '#12345'],
    ['THROUGHLINE_LOGO', 'crest.gif'],
    ['THROUGHLINE_LOGO', '/nowhere/crest.svg'],
    ['LOG_LEVEL', 'loud'],
    ['THROUGHLINE_FORM_SECRET', 'short'],
  ])('refuses %s=%s in a sentence that names it', (name, value) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} .+\\.$`));
    expect(found[0]).not.toContain('pass word');
  });

  it.each([
    ['0.0.0.0', {}, 2],
    ['10.0.0.4', { THROUGHLINE_URL: 'https://plan.loamshire.gov.uk' }, 1],
    ['throughline.example', { THROUGHLINE_TRUSTED_PROXIES: '10.0.0.5' }, 1],
    ['::', { THROUGHLINE_URL: 'https://a.example', THROUGHLINE_TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16' }, 0],
    ['127.0.0.1', {}, 0],
    ['localhost', {}, 0],
    ['127.0.0.1.evil.example', {}, 2],
  ])('listens on %s with %o only where connections are kept private', (host, others, count) => {
    const read = readConfig({ HOST: host, ...others });
    const found = read.kind === 'problems' ? read.problems : [];
    expect(found).toHaveLength(count);
    for (const sentence of found) expect(sentence).toMatch(/^HOST .+ THROUGHLINE_.+\.$/);
  });

  it('says every problem at once', () => {
    const found = problems({
      PORT: 'x',
      HOST: '0.0.0.0',
      LOG_LEVEL: 'loud',
      THROUGHLINE_BRAND_COLOUR: 'navy',
    });
    const named = new Set(found.map((sentence) => sentence.split(' ')[0]));
    expect(named).toEqual(new Set(['HOST', 'LOG_LEVEL', 'PORT', 'THROUGHLINE_BRAND_COLOUR']));
  });

  it('explains every variable', () => {
    const unexplained = Object.entries(environment.shape).filter(
      ([, schema]) => !schema.description?.endsWith('.'),
    );
    expect(unexplained).toEqual([]);
  });
});

describe('keepFormSecret', () => {
  it('makes one that lasts and that others cannot read', () => {
    const config = { dataFolder: join(folder, 'new data'), formSecret: undefined };
    const secret = keepFormSecret(config);
    expect(secret).toMatch(/^[0-9a-f]{64}$/);
    expect(keepFormSecret(config)).toBe(secret);
    const file = join(config.dataFolder, 'form-secret');
    expect(readFileSync(file, 'utf8')).toBe(secret);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('prefers the one that was set', () => {
    expect(keepFormSecret({ dataFolder: folder, formSecret: 'y'.repeat(32) })).toBe('y'.repeat(32));
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFromAnotherSite } from './cross-site.ts';
import { isOwnHost } from './own-host.ts';
import { errorFacts } from './request-log.ts';
import { covers } from './route.ts';

describe('our own host', () => {
  it.each([
    undefined,
    '',
    ':80',
    'localhost:',
    'localhost:x',
    'localhost:123456',
    'local host',
    '[::1',
    '::1',
    '[::2]',
    '0.0.0.0',
    '128.0.0.1',
    '127.0.0.1.example',
    'xlocalhost',
  ])('is not %s', (host) => {
    expect(isOwnHost(host, [])).toBe(false);
  });

  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.8.9.10:80', '[::1]', '[::1]:3000'])(
    'is %s',
    (host) => {
      expect(isOwnHost(host, [])).toBe(true);
    },
  );

  it('is never a name that was not set', () => {
    fc.assert(
      fc.property(fc.domain(), (name) => {
        expect(isOwnHost(name, ['plan.loamshire.gov.uk'])).toBe(name === 'plan.loamshire.gov.uk');
      }),
    );
  });
});

describe('another site', () => {
  it.each([
    [{ fetchSite: 'same-origin' }, false],
    [{ fetchSite: 'cross-site' }, true],
    [{ fetchSite: 'same-site' }, true],
    [{ fetchSite: 'none' }, true],
    [{ fetchSite: '' }, true],
    [{ origin: 'http://localhost:3000' }, false],
    [{ origin: 'http://localhost' }, true],
    [{ origin: 'null' }, true],
    [{ fetchSite: 'same-origin', origin: 'https://evil.example' }, true],
    [{}, false],
  ])('%j: %s', (headers, other) => {
    expect(
      isFromAnotherSite({ host: 'localhost:3000', origin: undefined, fetchSite: undefined, ...headers }),
    ).toBe(other);
  });
});

describe('a route', () => {
  it.each([
    ['/plan', '/plan', true],
    ['/plan/:plan', '/plan/kent', true],
    ['/plan/:plan', '/plan', false],
    ['/plan/:plan', '/plan/kent/actions', false],
    ['/plan/:plan/actions', '/plan/kent/leads', false],
  ])('%s covers %s: %s', (path, address, covered) => {
    expect(covers(path, address)).toBe(covered);
  });
});

describe('an error in the log', () => {
  it('is its kind, its code and its places, without its words', () => {
    const cause = Object.assign(new RangeError('Jane Citizen, 1 High Street'), { code: '23505' });
    const facts = errorFacts(new Error('Jane Citizen', { cause }));
    expect(facts).toMatchObject({
      error: 'Error',
      cause: { error: 'RangeError', code: '23505' },
      frames: expect.arrayContaining([expect.stringContaining('guards.test')]),
    });
    expect(JSON.stringify(facts)).not.toContain('Jane');
  });

  it('may be no error at all', () => {
    expect(errorFacts('Jane')).toEqual({ error: 'string' });
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isFromAnotherSite } from './cross-site.ts';
import { hostNamedIn, isOwnHost } from './own-host.ts';
import { errorFacts } from './request-log.ts';
import { covers } from './route.ts';

describe('the host of a request', () => {
  it.each([
    '',
    ':80',
    'localhost:',
    'localhost:x',
    'localhost:0',
    'localhost:65536',
    'localhost:99999',
    'localhost:123456',
    'local host',
    'localhost, localhost',
    'localhost@evil.example',
    'http://localhost',
    'localhost/',
    'localhost?',
    'localhost#',
    'localhost\\evil',
    '%6cocalhost',
    'löcalhost',
    '[::1',
    '::1',
    '[::1]x',
    '[:::1]',
    '[1]',
    '127.0.0.999',
  ])('is none that can be read: %s', (host) => {
    expect(hostNamedIn(['Host', host])).toEqual({ kind: 'unreadable' });
  });

  it('is named once', () => {
    expect(hostNamedIn(['Accept', '*/*'])).toEqual({ kind: 'unreadable' });
    expect(hostNamedIn(['Host', 'localhost', 'HOST', 'localhost'])).toEqual({ kind: 'unreadable' });
    expect(hostNamedIn(['Accept', 'host', 'host', 'LocalHost:65535'])).toEqual({
      kind: 'host',
      name: 'localhost',
    });
  });

  it('makes an address wherever it can be read', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), fc.domain(), fc.stringMatching(/^[a-z.[\]:%@\d-]{1,20}$/)),
        fc.oneof(
          fc.constant(''),
          fc.nat(99_999).map((port) => `:${port}`),
        ),
        (name, port) => {
          const host = `${name}${port}`;
          expect(hostNamedIn(['host', host]).kind === 'unreadable' || URL.canParse(`https://${host}/`)).toBe(
            true,
          );
        },
      ),
    );
  });

  it.each(['[::2]', '0.0.0.0', '128.0.0.1', '127.0.0.1.example', 'xlocalhost'])('is not ours: %s', (name) => {
    expect(isOwnHost(name, [])).toBe(false);
  });

  it.each(['localhost', 'LOCALHOST:3000', '127.0.0.1', '127.8.9.10:80', '[::1]', '[::1]:3000'])(
    'is ours: %s',
    (host) => {
      const named = hostNamedIn(['host', host]);
      expect(named.kind === 'host' && isOwnHost(named.name, [])).toBe(true);
    },
  );

  it('is never ours by a name that was not set', () => {
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

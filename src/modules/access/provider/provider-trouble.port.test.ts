import { ClientError, ResponseBodyError } from 'openid-client';
import { describe, expect, it } from 'vitest';
import { ProviderTrouble, troubleOf } from './provider-trouble.port.ts';

const answered = (error: string, status: number) =>
  new ResponseBodyError('It said no', {
    cause: { error },
    response: new Response(null, { status }),
  });
const unreadable = (code: string, cause?: unknown) =>
  Object.assign(new ClientError('It cannot be used', { cause }), { code });
const failed = (cause?: unknown) => new TypeError('fetch failed', { cause });

describe('what went wrong with the council’s own sign-in, by what somebody can do about it', () => {
  it.each([
    [answered('invalid_client', 401), 'not-accepted', 'invalid_client'],
    [answered('unauthorized_client', 400), 'not-accepted', 'unauthorized_client'],
    [answered('invalid_grant', 499), 'refused', 'invalid_grant'],
    [answered('oops', 500), 'no-answer', 'oops'],
    [unreadable('OAUTH_TIMEOUT'), 'no-answer', 'OAUTH_TIMEOUT'],
    [unreadable('OAUTH_RESPONSE_IS_NOT_JSON'), 'no-answer', 'OAUTH_RESPONSE_IS_NOT_JSON'],
    [unreadable('OAUTH_JWT_CLAIM_COMPARISON_FAILED'), 'refused', 'OAUTH_JWT_CLAIM_COMPARISON_FAILED'],
    [
      unreadable('OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED', {
        attribute: 'issuer',
        body: { issuer: 'https://other.example' },
      }),
      'other-issuer',
      'https://other.example',
    ],
    [failed(Object.assign(new Error('no'), { code: 'ECONNREFUSED' })), 'no-answer', 'ECONNREFUSED'],
    [failed(), 'no-answer', 'fetch failed'],
    [
      Object.assign(new TypeError('no'), { code: 'ERR_INVALID_ARG_VALUE' }),
      'refused',
      'ERR_INVALID_ARG_VALUE',
    ],
  ])('%s is %s (%s)', (error, trouble, detail) => {
    expect(troubleOf(error)).toMatchObject({ trouble, detail });
  });

  it('is what was asked for where nothing fits, and stays what it was found to be', () => {
    expect(troubleOf(answered('invalid_grant', 400), 'no-answer').trouble).toBe('no-answer');
    const found = new ProviderTrouble('not-safe', 'http');
    expect(troubleOf(found, 'refused')).toBe(found);
  });

  it.each([new Error('a bug'), new TypeError('x is not a function')])(
    'never takes a bug of ours for it: %s',
    (bug) => expect(() => troubleOf(bug)).toThrow(bug),
  );
});

import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { z } from 'zod';

/** What went wrong with the council's own sign-in, as far as a person is told. */
export type Trouble =
  /** It does not answer, too late, or with an error of its own. */
  | 'no-answer'
  /** It answers, and does not take us for the application it knows: the secret ran out, as a rule. */
  | 'not-accepted'
  /** It calls itself otherwise than it was called. */
  | 'other-issuer'
  /** Its address has no HTTPS. */
  | 'not-safe'
  /** What came back is not what must come back. */
  | 'refused';

/** Thrown for whatever goes wrong at the provider. `detail` is for the log: an error code, never anything of a person. */
export class ProviderTrouble extends Error {
  readonly trouble: Trouble;
  readonly detail: string;

  constructor(trouble: Trouble, detail: string, options?: ErrorOptions) {
    super('The council’s own sign-in cannot be used', options);
    this.trouble = trouble;
    this.detail = detail;
  }
}

/** Codes of openid-client that say that nothing came back, or nothing that is of the protocol at all. */
const NO_ANSWER = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_RESPONSE_IS_NOT_JSON',
]);

/**
 * Sorts an error by what somebody can do about it.
 * @param otherwise what one is that fits nothing: of what came back through a browser it is refused
 */
export function troubleOf(error: unknown, otherwise: Trouble = 'refused'): ProviderTrouble {
  if (error instanceof ProviderTrouble) return error;
  const cause = error instanceof Error ? { cause: error } : undefined;
  if (error instanceof ResponseBodyError)
    return new ProviderTrouble(
      ['invalid_client', 'unauthorized_client'].includes(error.error)
        ? 'not-accepted'
        : error.status >= 500
          ? 'no-answer'
          : otherwise,
      error.error,
      cause,
    );
  if (error instanceof AuthorizationResponseError)
    return new ProviderTrouble(
      ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'no-answer' : 'refused',
      error.error,
      cause,
    );
  if (error instanceof WWWAuthenticateChallengeError)
    return new ProviderTrouble('not-accepted', `challenge ${error.status}`, cause);
  if (error instanceof ClientError) {
    const code = error.code ?? codeOf(error.cause) ?? 'unknown';
    const says = issuerSaid(error.cause);
    if (says !== undefined) return new ProviderTrouble('other-issuer', says, cause);
    return new ProviderTrouble(NO_ANSWER.has(code) ? 'no-answer' : otherwise, code, cause);
  }
  // Fetch says so of a connection that failed, and openid-client's own carry a code. A bug of ours must not look like one.
  if (error instanceof TypeError && error.message === 'fetch failed')
    return new ProviderTrouble('no-answer', codeOf(error.cause) ?? 'fetch failed', cause);
  const code = codeOf(error);
  if (error instanceof TypeError && code !== undefined) return new ProviderTrouble(otherwise, code, cause);
  throw error;
}

const OtherIssuer = z.object({ attribute: z.literal('issuer'), body: z.object({ issuer: z.string() }) });

/** What a provider calls itself, where that is why it was turned down. */
function issuerSaid(cause: unknown): string | undefined {
  return OtherIssuer.safeParse(cause).data?.body.issuer;
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

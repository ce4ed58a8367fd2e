import * as openid from 'openid-client';
import type { Seal } from '../../../platform/secrets/seal.ts';
import { type OutsideClaims, readClaims, saysEnough } from './outside-claims.rule.ts';
import { isSafeAddress } from './provider-address.rule.ts';
import { fetchShort } from './provider-answer.port.ts';
import { askForGroups } from './provider-groups.port.ts';
import { ProviderTrouble, troubleOf } from './provider-trouble.port.ts';
import type { Provider } from '../credentials/provider-in-use.read.ts';

/** What a client secret is sealed for. */
export const SECRET_PURPOSE = 'provider secret';

/** Seconds that each answer of the provider is waited for. */
const PATIENCE = 5;

/** Seconds by which the provider's clock and ours may differ. */
const CLOCKS_DIFFER = 60;

/** Milliseconds for which what the provider said about itself is taken as said: asking again shows whether it answers. */
const SAID_FOR = 60_000;

/** What waits in the browser until somebody comes back from the provider. */
export interface Waiting {
  readonly providerId: number;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
}

/** Speaks with the council's own sign-in. Everything it does throws `ProviderTrouble` and nothing else for what goes wrong there. */
export interface ProviderClient {
  /** Where somebody is sent to sign in, and what has to wait here for their return. */
  readonly begin: (
    provider: Provider,
    redirectUri: string,
    back: string,
  ) => Promise<{ readonly to: string; readonly waiting: Waiting }>;
  /** Who came back, by an ID token whose signature, issuer, audience, nonce and time were checked. */
  readonly finish: (provider: Provider, returnedTo: URL, waiting: Waiting) => Promise<OutsideClaims>;
}

/** A client that asks the provider for its addresses and keys at most once a minute. */
export function providerClient(seal: Seal): ProviderClient {
  let known:
    | { readonly id: number; readonly since: number; readonly asked: Promise<openid.Configuration> }
    | undefined;

  function configurationOf(provider: Provider): Promise<openid.Configuration> {
    if (known?.id === provider.id && Date.now() - known.since < SAID_FOR) return known.asked;
    const asked = discover(provider, secretOf(seal, provider));
    const entry = { id: provider.id, since: Date.now(), asked };
    known = entry;
    // One that did not answer is asked again by the next person.
    asked.catch(() => {
      if (known === entry) known = undefined;
    });
    return asked;
  }

  return {
    begin: async (provider, redirectUri, back) => {
      const configuration = await configurationOf(provider);
      const waiting: Waiting = {
        providerId: provider.id,
        state: openid.randomState(),
        nonce: openid.randomNonce(),
        verifier: openid.randomPKCECodeVerifier(),
        back,
      };
      const to = openid.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: scopeFor(provider),
        state: waiting.state,
        nonce: waiting.nonce,
        code_challenge: await openid.calculatePKCECodeChallenge(waiting.verifier),
        code_challenge_method: 'S256',
      });
      return { to: to.href, waiting };
    },
    finish: async (provider, returnedTo, { state, nonce, verifier }) => {
      const configuration = await configurationOf(provider);
      try {
        const tokens = await openid.authorizationCodeGrant(configuration, returnedTo, {
          expectedState: state,
          expectedNonce: nonce,
          pkceCodeVerifier: verifier,
          idTokenExpected: true,
        });
        return await claimsOf(provider, configuration, tokens);
      } catch (error) {
        throw troubleOf(error);
      }
    },
  };
}

/**
 * Asks an issuer about itself. The answer must be about that very issuer: a directory for all organisations, such as
 * Entra ID's `common`, would let anybody's people in.
 */
export async function discover(
  { issuer, clientId }: Pick<Provider, 'issuer' | 'clientId'>,
  secret: string | undefined,
): Promise<openid.Configuration> {
  if (!isSafeAddress(issuer)) throw new ProviderTrouble('not-safe', 'issuer without https');
  try {
    const configuration = await openid.discovery(
      new URL(issuer),
      clientId,
      { [openid.clockTolerance]: CLOCKS_DIFFER },
      secret === undefined ? openid.None() : inFormOrHeader(secret),
      {
        timeout: PATIENCE,
        [openid.customFetch]: fetchShort,
        execute: [
          openid.enableNonRepudiationChecks,
          ...(issuer.startsWith('http:') ? [openid.allowInsecureRequests] : []),
        ],
      },
    );
    const metadata = configuration.serverMetadata();
    // openid-client itself lets one pass whose name differs where it is Entra ID's.
    if (new URL(metadata.issuer).href !== new URL(issuer).href)
      throw new ProviderTrouble('other-issuer', metadata.issuer);
    const { authorization_endpoint: signIn, token_endpoint: token, jwks_uri: keys } = metadata;
    if (![signIn, token, keys].every((address) => address !== undefined && isSafeAddress(address)))
      throw new ProviderTrouble('no-answer', 'addresses are missing');
    return configuration;
  } catch (error) {
    throw troubleOf(error, 'no-answer');
  }
}

/** The client secret in the form where the provider takes it there, else in a header (OpenID Connect Core 1.0, section 9). */
function inFormOrHeader(secret: string): openid.ClientAuth {
  const [inForm, inHeader] = [openid.ClientSecretPost(secret), openid.ClientSecretBasic(secret)];
  return (server, client, body, headers) => {
    const ways = server.token_endpoint_auth_methods_supported;
    const use = ways?.includes('client_secret_post') === true ? inForm : inHeader;
    use(server, client, body, headers);
  };
}

/** The ID token's claims, with the rest from the provider where that does not stand in it. What was signed goes before. */
async function claimsOf(
  provider: Provider,
  configuration: openid.Configuration,
  tokens: openid.TokenEndpointResponse & openid.TokenEndpointResponseHelpers,
): Promise<OutsideClaims> {
  const signed = tokens.claims();
  if (signed === undefined) throw new ProviderTrouble('refused', 'no ID token');
  const more =
    saysEnough(signed, provider.roleClaim) || configuration.serverMetadata().userinfo_endpoint === undefined
      ? {}
      : await openid.fetchUserInfo(configuration, tokens.access_token, signed.sub);
  const claims = readClaims({ ...more, ...signed }, provider.issuer, provider.roleClaim);
  if (claims === null) throw new ProviderTrouble('refused', 'no subject');
  return claims.roles === 'too-many' && provider.groupsUrl !== null
    ? { ...claims, roles: await askForGroups(provider.groupsUrl, tokens.access_token) }
    : claims;
}

/** Microsoft Graph tells somebody's own groups to whom they let read their profile. */
function scopeFor({ groupsUrl }: Provider): string {
  const graph = groupsUrl?.startsWith('https://graph.microsoft.com/') === true;
  return `openid profile email${graph ? ' https://graph.microsoft.com/User.Read' : ''}`;
}

function secretOf(seal: Seal, { clientSecret }: Provider): string | undefined {
  if (clientSecret === null) return undefined;
  const secret = seal.open(SECRET_PURPOSE, clientSecret);
  if (secret === undefined)
    throw new ProviderTrouble('not-accepted', 'the secret was sealed with another key');
  return secret.toString();
}

import { createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, Provider } from 'oidc-provider';

/** What the provider says of somebody, by the name they sign in there with. */
export type Accounts = Record<string, Record<string, unknown>>;

/** What goes wrong at the provider; each is forgotten by setting another. */
export type Tampering =
  | 'none'
  /** Cuts every connection. */
  | 'down'
  /** Answers nothing at all. */
  | 'slow'
  /** Answers with a page of its own instead of the protocol. */
  | 'out-of-order'
  | 'wrong-nonce'
  | 'no-nonce'
  /** Signed with a key that is not the provider's. */
  | 'bad-signature'
  /** Not signed: `alg` is `none`. */
  | 'unsigned'
  /** Signed with the public key as if it were a shared secret. */
  | 'public-key-as-secret'
  | 'wrong-audience'
  | 'wrong-issuer'
  | 'expired'
  /** The provider's clock is so many seconds before ours. */
  | { readonly clockBehind: number };

export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Changed at will between two sign-ins. */
  readonly accounts: Accounts;
  tampering: Tampering;
  /** Who signs in at the next visit without being asked; null for a page that asks. */
  signsInAtOnce: string | null;
  /** Pages of groups that `groupsUrl` answers with, one after the other. */
  groupPages: readonly (readonly string[])[];
  readonly groupsUrl: string;
  /** Requests so far, as method and path. */
  readonly asked: readonly string[];
  readonly close: () => Promise<void>;
}

export interface IdentityProviderOptions {
  readonly accounts?: Accounts;
  /** Where people may be sent back to. */
  readonly redirectUris: readonly string[];
  /** A client without a secret. */
  readonly isPublic?: boolean;
  /** Says only who it is in the ID token; the rest has to be asked for. */
  readonly spareIdToken?: boolean;
  /** How the client shows its secret. */
  readonly secretIn?: 'client_secret_post' | 'client_secret_basic';
}

const CLIENT_SECRET = 'a client secret with / and + in it';

/** A whole OpenID provider on this machine, as a council's own would be, which can be made to misbehave. */
export async function startIdentityProvider(options: IdentityProviderOptions): Promise<IdentityProvider> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const asked: string[] = [];
  const self: IdentityProvider = {
    issuer,
    clientId: 'throughline',
    clientSecret: CLIENT_SECRET,
    accounts: { ...options.accounts },
    tampering: 'none',
    signsInAtOnce: null,
    groupPages: [],
    groupsUrl: `${issuer}/groups`,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  const provider = new Provider(issuer, configurationOf(self, keys.privateKey, options));
  provider.use(async (context, next) => {
    await next();
    const body = context.body as { id_token?: string } | undefined;
    if (context.path === '/token' && typeof body?.id_token === 'string')
      body.id_token = tamperedToken(body.id_token, self.tampering, keys);
  });
  const handle = provider.callback();
  server.on('request', (request, response) => {
    asked.push(`${request.method} ${request.url?.split('?')[0]}`);
    if (self.tampering === 'slow') return;
    if (self.tampering === 'down') request.socket.destroy();
    else if (self.tampering === 'out-of-order') response.writeHead(502).end('<h1>Bad gateway</h1>');
    else if (request.url?.startsWith('/interaction/') === true)
      void interact(self, provider, request, response);
    else if (request.url?.startsWith('/groups') === true) answerGroups(self, request, response);
    else void handle(request, response);
  });
  return self;
}

function configurationOf(
  self: IdentityProvider,
  key: KeyObject,
  options: IdentityProviderOptions,
): Configuration {
  return {
    clients: [
      {
        client_id: self.clientId,
        redirect_uris: [...options.redirectUris],
        grant_types: ['authorization_code'],
        response_types: ['code'],
        ...(options.isPublic === true
          ? { token_endpoint_auth_method: 'none' }
          : {
              client_secret: self.clientSecret,
              token_endpoint_auth_method: options.secretIn ?? 'client_secret_post',
            }),
      },
    ],
    clientAuthMethods: [options.secretIn ?? 'client_secret_post', 'none'],
    jwks: { keys: [{ ...key.export({ format: 'jwk' }), kid: 'this-one', use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['a key of the test provider'] },
    claims: {
      openid: ['sub', 'roles', 'groups', '_claim_names', '_claim_sources', 'hasgroups'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: options.spareIdToken === true,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    // Nobody signs in without being asked because they did before: each test says who comes.
    ttl: { Session: 1, Grant: 60, Interaction: 600, AccessToken: 60, AuthorizationCode: 60, IdToken: 3600 },
    findAccount: (_context, id) => {
      const claims = self.accounts[id];
      return claims === undefined ? undefined : { accountId: id, claims: () => ({ sub: id, ...claims }) };
    },
    loadExistingGrant: async ({ oidc }) => {
      const { client, session, provider } = oidc;
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email');
      await grant.save();
      return grant;
    },
  };
}

/** Asks who it is, with a button for each account and one to give up. */
async function interact(
  self: IdentityProvider,
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname, searchParams } = new URL(request.url ?? '/', self.issuer);
  const who = searchParams.get('who') ?? self.signsInAtOnce;
  if (who === '' || who === 'nobody')
    await provider.interactionFinished(request, response, {
      error: 'access_denied',
      error_description: 'They gave up',
    });
  else if (who !== null) await provider.interactionFinished(request, response, { login: { accountId: who } });
  else
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(
      `<!doctype html><html lang="en"><title>Loamshire sign-in</title><h1>Who are you?</h1><form action="${pathname}">${Object.keys(
        self.accounts,
      )
        .map((id) => `<button name="who" value="${id}">${id}</button>`)
        .join('')}<button name="who" value="nobody">Cancel</button></form></html>`,
    );
}

/** Answers as Microsoft Graph's getMemberObjects does, a page at a time. */
function answerGroups(self: IdentityProvider, request: IncomingMessage, response: ServerResponse): void {
  if (request.headers.authorization?.startsWith('Bearer ') !== true) {
    response.writeHead(401).end();
    return;
  }
  const number = Number(new URL(request.url ?? '/', self.issuer).searchParams.get('page') ?? 0);
  const next =
    number + 1 < self.groupPages.length ? { '@odata.nextLink': `${self.groupsUrl}?page=${number + 1}` } : {};
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ value: self.groupPages[number] ?? [], ...next }));
}

function tamperedToken(
  token: string,
  tampering: Tampering,
  keys: { readonly privateKey: KeyObject; readonly publicKey: KeyObject },
): string {
  const [head = '', body = ''] = token.split('.');
  const header = JSON.parse(Buffer.from(head, 'base64url').toString()) as Record<string, unknown>;
  const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<
    string,
    number | string | undefined
  >;
  const now = Math.floor(Date.now() / 1000);
  if (typeof tampering === 'object') {
    const { clockBehind } = tampering;
    return signed(
      header,
      { ...claims, iat: now - clockBehind - 30, exp: now - clockBehind + 1 },
      keys.privateKey,
    );
  }
  switch (tampering) {
    case 'wrong-nonce':
      return signed(header, { ...claims, nonce: randomUUID() }, keys.privateKey);
    case 'no-nonce':
      return signed(header, { ...claims, nonce: undefined }, keys.privateKey);
    case 'wrong-audience':
      return signed(header, { ...claims, aud: 'another-application' }, keys.privateKey);
    case 'wrong-issuer':
      return signed(header, { ...claims, iss: 'https://elsewhere.example' }, keys.privateKey);
    case 'expired':
      return signed(header, { ...claims, iat: now - 7200, exp: now - 3600 }, keys.privateKey);
    case 'bad-signature':
      return signed(header, claims, generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey);
    case 'unsigned':
      return `${encoded({ alg: 'none' })}.${body}.`;
    case 'public-key-as-secret': {
      const start = `${encoded({ ...header, alg: 'HS256' })}.${body}`;
      const secret = keys.publicKey.export({ format: 'pem', type: 'spki' });
      return `${start}.${createHmac('sha256', secret).update(start).digest('base64url')}`;
    }
    case 'none':
    case 'down':
    case 'slow':
    case 'out-of-order':
      return token;
  }
}

function signed(header: object, claims: object, key: KeyObject): string {
  const start = `${encoded(header)}.${encoded(claims)}`;
  return `${start}.${sign('sha256', Buffer.from(start), key).toString('base64url')}`;
}

function encoded(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}

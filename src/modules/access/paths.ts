/** Addresses of signing in, of one's own account, and of who may do what. */
export const accessPaths = {
  signIn: (backTo?: string) => withQuery('/sign-in', backTo === undefined ? {} : { back: backTo }),
  code: (backTo?: string) => withQuery('/sign-in/code', backTo === undefined ? {} : { back: backTo }),
  passkey: () => '/sign-in/passkey',
  provider: (backTo?: string) =>
    withQuery('/sign-in/organisation', backTo === undefined ? {} : { back: backTo }),
  providerReturn: () => '/sign-in/organisation/return',
  help: () => '/sign-in/help',
  signOut: () => '/sign-out',
  lookAround: () => '/look-around',
  setUp: (token: string) => `/set-up/${token}`,
  link: (token: string) => `/link/${token}`,
  linkPasskey: (token: string) => `/link/${token}/passkey`,
  account: () => '/account',
  accountPassword: () => '/account/password',
  accountCodes: () => '/account/recovery-codes',
  addPasskey: () => '/account/passkeys',
  removePasskey: () => '/account/passkeys/remove',
  endOwnSession: () => '/account/sessions/end',
  roles: () => '/access',
  matrix: () => '/access/matrix',
  sessions: () => '/access/sessions',
  endSession: () => '/access/sessions/end',
  outbox: () => '/access/outbox',
  handOver: () => '/access/outbox/handed-over',
  organisation: () => '/access/organisation',
  council: () => '/access/council',
  person: (id: number) => `/people/${id}/access`,
  openAccount: (id: number) => `/people/${id}/access/account`,
  newLink: (id: number) => `/people/${id}/access/link`,
  closeAccount: (id: number) => `/people/${id}/access/close`,
  giveRole: (id: number) => `/people/${id}/access/roles`,
  postRoles: (id: number) => `/posts/${id}/roles`,
  endRole: (id: number) => `/access/roles/${id}/end`,
};

function withQuery(path: string, query: Readonly<Record<string, string>>): string {
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
}

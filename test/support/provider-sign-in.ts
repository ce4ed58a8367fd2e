import { randomBytes } from 'node:crypto';
import { SECRET_PURPOSE } from '../../src/modules/access/provider/provider-client.port.ts';
import { findWhoAsks } from '../../src/modules/access/signing-in/find-who-asks.route.ts';
import { addOrganisationRoutes } from '../../src/modules/access/provider/organisation.route.tsx';
import { addProviderRoutes } from '../../src/modules/access/provider/provider.route.tsx';
import type { Provider } from '../../src/modules/access/credentials/provider-in-use.read.ts';
import type { Actor } from '../../src/modules/audit/index.ts';
import type { Db } from '../../src/platform/db/index.ts';
import { Seal } from '../../src/platform/secrets/seal.ts';
import { page } from '../../src/platform/web/answer.ts';
import { h } from 'preact';
import { openTestDatabase } from './database.ts';
import {
  type IdentityProvider,
  type IdentityProviderOptions,
  startIdentityProvider,
} from './identity-provider.ts';
import { bareServer } from './plan-visitor.ts';

export const OPERATOR: Actor = { kind: 'operator', name: 'Test' };

/** Throughline's sign-in through a provider, and a provider on this machine to sign in at. */
export interface ProviderSignInWorld {
  /** http://127.0.0.1:40123 */
  readonly address: string;
  readonly db: Db;
  readonly seal: Seal;
  readonly provider: IdentityProvider;
  /** Connects the provider, with some things otherwise. */
  readonly connectProvider: (
    otherwise?: Partial<Omit<Provider, 'id' | 'clientSecret'>> & { clientSecret?: string },
  ) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A page only for those who signed in, that says who they are and what they are. */
const GUARDED = '/guarded';

export async function startProviderSignIn(
  options: Omit<IdentityProviderOptions, 'redirectUris'> = {},
): Promise<ProviderSignInWorld> {
  const database = await openTestDatabase();
  const db = database.pagesDb;
  const seal = new Seal(randomBytes(32));
  const server = await bareServer({
    clock: () => new Date(),
    whoAsks: findWhoAsks({ db, lookAround: false }),
    signInAt: (back) => `/sign-in/organisation?${new URLSearchParams({ back }).toString()}`,
  });
  addProviderRoutes(server, { db, seal });
  addOrganisationRoutes(server, { db, seal });
  server.route({
    method: 'GET',
    path: '/',
    access: 'public',
    handler: () => page(h('p', null, 'The home page')),
  });
  server.route({
    method: 'GET',
    path: GUARDED,
    access: { needs: 'has signed in', allows: (asker) => asker !== undefined },
    handler: ({ asker }) => page(h('p', null, JSON.stringify(asker))),
  });
  const address = await server.app.listen({ host: '127.0.0.1', port: 0 });
  const provider = await startIdentityProvider({
    ...options,
    redirectUris: [`${address}/sign-in/organisation/return`],
  });
  return {
    address,
    db: database.db,
    seal,
    provider,
    connectProvider: async (otherwise = {}) => {
      const { roles = MAPPING, ...row } = otherwise;
      const { id } = await database.db
        .insertInto('access.provider')
        .values({
          name: row.name ?? 'your Loamshire account',
          issuer: row.issuer ?? provider.issuer,
          client_id: row.clientId ?? provider.clientId,
          client_secret:
            options.isPublic === true
              ? null
              : seal.close(SECRET_PURPOSE, row.clientSecret ?? provider.clientSecret),
          role_claim: row.roleClaim ?? 'roles',
          groups_url: row.groupsUrl ?? null,
          recorded_by: 'Test',
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await database.db
        .insertInto('access.provider_role')
        .values(roles.map(({ value, role }) => ({ provider_id: id, value, role })))
        .execute();
    },
    close: async () => {
      await server.app.close();
      await provider.close();
      await database.close();
    },
  };
}

const MAPPING = [
  { value: 'Plan.Manage', role: 'programme-manager' },
  { value: 'Figures', role: 'analyst' },
  { value: 'Everything', role: 'administrator' },
] as const;

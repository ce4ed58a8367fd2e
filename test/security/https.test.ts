import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls, type ConnectionOptions } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WebServer } from '../../src/platform/web/index.ts';
import { appOn } from '../support/access-app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { signedInAs } from '../support/signed-in.ts';
import { cookieName } from '../support/cookie-names.ts';

const HOST = 'plan.loamshire.example';

/** A certificate for the test alone; undefined where there is no openssl to make it with. */
function makeCertificate(): { readonly cert: Buffer; readonly key: Buffer } | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'certificate-'));
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  try {
    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-subj',
        `/CN=${HOST}`,
        '-addext',
        `subjectAltName=DNS:${HOST}`,
        '-keyout',
        key,
        '-out',
        cert,
      ],
      { stdio: 'ignore' },
    );
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch {
    return undefined;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const certificate = makeCertificate();

describe.skipIf(certificate === undefined)(
  'HTTPS spoken by the program itself (skipped where there is no openssl to make a certificate)',
  () => {
    let database: TestDatabase;
    let server: WebServer;
    let port: number;
    beforeAll(async () => {
      database = await openTestDatabase();
      server = await appOn(database, { publicUrl: `https://${HOST}`, https: certificate });
      await server.app.listen({ host: '127.0.0.1', port: 0 });
      ({ port } = server.app.server.address() as AddressInfo);
    });
    afterAll(async () => {
      await server.app.close();
      await database.close();
    });

    function ask(path: string, headers: Readonly<Record<string, string>> = {}) {
      return new Promise<{ status: number; headers: Record<string, unknown> }>((resolve, reject) => {
        get(
          {
            host: '127.0.0.1',
            port,
            path,
            servername: HOST,
            ca: certificate?.cert,
            agent: false,
            headers: { host: HOST, ...headers },
          },
          (response) => {
            response.resume();
            response.on('end', () =>
              resolve({ status: response.statusCode ?? 0, headers: response.headers }),
            );
          },
        ).on('error', reject);
      });
    }

    it('answers whoever trusts the certificate, promises HTTPS for a year, and sends Secure cookies alone', async () => {
      const { status, headers } = await ask('/sign-in');
      expect(status).toBe(200);
      expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
      expect(headers['set-cookie']).toEqual([
        expect.stringMatching(/^__Host-form-[0-9a-f]{10}=.+; HttpOnly; Secure; SameSite=Lax$/),
      ]);
    });

    it('knows a session by its __Host- cookie and no other', async () => {
      const { token } = await signedInAs(database.db, 'clerk');
      expect(
        (await ask('/account', { cookie: `${cookieName('session', { secure: true })}=${token}` })).status,
      ).toBe(200);
      expect((await ask('/account', { cookie: `${cookieName('session')}=${token}` })).status).toBe(303);
    });

    it('has nothing to say in clear', async () => {
      await expect(fetch(`http://127.0.0.1:${port}/sign-in`)).rejects.toThrow('fetch failed');
    });

    it.each([
      ['TLSv1', false],
      ['TLSv1.1', false],
      ['TLSv1.2', true],
      ['TLSv1.3', true],
    ] as const)('speaks %s: %s', async (version, spoken) => {
      const handshake = new Promise<boolean>((resolve) => {
        const options: ConnectionOptions = {
          host: '127.0.0.1',
          port,
          servername: HOST,
          ca: certificate?.cert,
          minVersion: version,
          maxVersion: version,
          // Old versions have only ciphers that this side would not offer either.
          ...(spoken ? {} : { ciphers: 'ALL:@SECLEVEL=0' }),
        };
        const socket = connectTls(options, () => {
          socket.destroy();
          resolve(true);
        });
        socket.on('error', () => resolve(false));
      });
      expect(await handshake).toBe(spoken);
    });
  },
);

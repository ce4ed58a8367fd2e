import { createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { describe, expect, it } from 'vitest';
import { explainConnectionFailure, placeOf } from './explain-connection-failure.ts';

function failure(code: string, message = 'said by the system') {
  return Object.assign(new Error(message), { code });
}

describe('explainConnectionFailure', () => {
  it.each([
    [failure('EAI_AGAIN'), 'host-not-found'],
    [failure('EHOSTUNREACH'), 'no-answer'],
    [failure('ECONNRESET'), 'no-answer'],
    [failure('EACCES'), 'not-allowed'],
    [failure('42501', 'permission denied for database "plan"'), 'not-allowed'],
    [failure('57P03', 'the database system is starting up'), 'server-not-ready'],
    [new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]), 'nobody-listening'],
    [new Error('self-signed certificate'), 'encryption'],
    ['something else', 'no-answer'],
  ])('%s', (error, code) => {
    const { code: found, message } = explainConnectionFailure(error, 'db.example/plan');
    expect(found).toBe(code);
    expect(message).toMatch(/db\.example\/plan.*\.$/);
  });

  it('knows a server that accepts and says nothing', async () => {
    const mute = createServer((socket) => socket.resume());
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    const client = new Client({ host: '127.0.0.1', port, connectionTimeoutMillis: 100 });
    const error: unknown = await client.connect().catch((reason: unknown) => reason);
    mute.close();
    expect(explainConnectionFailure(error, 'db')).toMatchObject({
      code: 'no-answer',
      message: expect.stringContaining('within 10 seconds'),
    });
  });
});

describe('placeOf', () => {
  it.each([
    ['postgres://clerk:secret@db.example:5433/plan?sslmode=verify-full', 'db.example:5433/plan'],
    ['postgres://clerk:secret@/plan?host=/run/postgresql', '/run/postgresql/plan'],
    ['postgres://clerk:se cret@db.ex ample/plan', 'the address in DATABASE_URL'],
  ])('%s is at %s', (url, place) => {
    expect(placeOf(url)).toBe(place);
  });
});

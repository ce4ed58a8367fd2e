import { connect as connectSocket, createServer, type AddressInfo, type Socket } from 'node:net';
import { connect } from '../../src/platform/db/connect.ts';
import type { Db } from '../../src/platform/db/tables.ts';
import type { TestDatabase } from './database.ts';

/** A way to a test's database that can be cut, as when its server stops, and mended again. */
export interface CuttableDatabase {
  readonly pagesDb: Db;
  /** Ends every connection and takes no other. */
  readonly cut: () => Promise<void>;
  readonly mend: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function cuttableDatabase(database: Pick<TestDatabase, 'url'>): Promise<CuttableDatabase> {
  const { username, pathname, searchParams } = new URL(database.url);
  const path = `${searchParams.get('host')}/.s.PGSQL.${searchParams.get('port')}`;
  const open = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    open.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => open.delete(socket));
    return socket;
  };
  const relay = createServer((near) => {
    const far = keep(connectSocket(path));
    keep(near).pipe(far).pipe(near);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => relay.listen(port, '127.0.0.1', () => resolve()));
  await listen(0);
  const { port } = relay.address() as AddressInfo;
  const cut = () =>
    new Promise<void>((resolve) => {
      relay.close(() => resolve());
      for (const socket of open) socket.destroy();
    });
  const pagesDb = connect(
    { url: `postgres://${username}@127.0.0.1:${port}${pathname}` },
    { most: 5, reader: 'nobody' },
  );
  return {
    pagesDb,
    cut,
    mend: () => listen(port),
    close: async () => {
      await pagesDb.destroy();
      if (relay.listening) await cut();
    },
  };
}

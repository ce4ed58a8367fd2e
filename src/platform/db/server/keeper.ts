import { Client } from 'pg';
import { clientConfig, type Address } from '../connect.ts';

/** The key of the advisory lock that every Throughline process shares while it uses the server. It must never change. */
const LOCK = 7_403_110_202;

/**
 * One connection that says "this process uses the server" for as long as it lives. The server forgets it when the
 * process ends, however it ends, so no list of users can go stale: the last one out is whoever can then take the lock
 * alone.
 */
export class Keeper {
  readonly #client: Client;
  #closing = false;

  private constructor(client: Client) {
    this.#client = client;
  }

  /** @param onLost called once, when the connection breaks while it should not: the server is gone */
  static async start(address: Address, onLost: (error: Error | undefined) => void): Promise<Keeper> {
    const client = new Client({
      ...clientConfig(address),
      application_name: 'throughline keeper',
      keepAlive: true,
    });
    const keeper = new Keeper(client);
    let failure: Error | undefined;
    client.on('error', (error) => (failure = error));
    client.on('end', () => {
      if (!keeper.#closing) onLost(failure);
    });
    try {
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1)', [LOCK]);
    } catch (error) {
      keeper.#closing = true;
      await client.end().catch(() => undefined);
      throw error;
    }
    return keeper;
  }

  /** Gives the connection up. Returns whether no other Throughline process uses the server. */
  async stop(): Promise<boolean> {
    this.#closing = true;
    try {
      await this.#client.query('select pg_advisory_unlock_shared($1)', [LOCK]);
      const { rows } = await this.#client.query<{ alone: boolean }>(
        'select pg_try_advisory_lock($1) as alone',
        [LOCK],
      );
      return rows[0]?.alone === true;
    } finally {
      await this.#client.end().catch(() => undefined);
    }
  }
}

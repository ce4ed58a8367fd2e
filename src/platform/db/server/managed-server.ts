import { setTimeout as wait } from 'node:timers/promises';
import type { Log } from '../../log.ts';
import { ensureServer, type EnsureOptions, type SocketAddress } from './ensure-server.ts';
import { whileHolding } from './exclusive-file.ts';
import { Keeper } from './keeper.ts';
import { findRunningServer } from './postmaster-file.ts';
import type { ServerPlace } from './server-place.ts';
import { stopServer } from './stop-server.ts';

/** Milliseconds to wait for another process that creates, starts or stops the same server. */
const PATIENCE = 180_000;

/** Milliseconds between tries to bring back a server that went away, the last for all that follow. */
const PAUSES = [100, 500, 1000, 2000, 5000];

/**
 * The PostgreSQL server that Throughline runs, as one of perhaps several processes uses it: a web server and a command
 * line beside it share one. Whoever comes first starts it, whoever leaves last stops it, and when it dies under them
 * whoever notices first starts it again.
 */
export class ManagedServer {
  readonly address: SocketAddress;
  readonly #place: ServerPlace;
  readonly #options: EnsureOptions;
  readonly #log: Log;
  #keeper: Keeper | undefined;
  #closing = false;

  private constructor(place: ServerPlace, options: EnsureOptions, log: Log, address: SocketAddress) {
    this.#place = place;
    this.#options = options;
    this.#log = log;
    this.address = address;
  }

  /** Creates, starts or joins the server of a place. Throws a DatabaseProblemError where it cannot. */
  static async open(place: ServerPlace, options: EnsureOptions, log: Log): Promise<ManagedServer> {
    return whileHolding(place.lockFile, PATIENCE, async () => {
      const server = new ManagedServer(place, options, log, await ensureServer(place, options));
      await server.#keep();
      return server;
    });
  }

  /** Leaves the server, and stops it if no other Throughline process uses it. */
  async close(): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await whileHolding(this.#place.lockFile, PATIENCE, async () => {
      const alone = await this.#keeper?.stop().catch(() => false);
      if (alone !== true) return;
      const running = await findRunningServer(this.#place.cluster);
      if (running !== undefined) await stopServer(running, this.#place.cluster);
    });
  }

  async #keep(): Promise<void> {
    this.#keeper = await Keeper.start(this.address, (error) => {
      this.#keeper = undefined;
      this.#log.error({ err: error }, 'The database server went away');
      void this.#bringBack();
    });
  }

  async #bringBack(): Promise<void> {
    for (let attempt = 0; !this.#closing; attempt += 1) {
      await wait(PAUSES[Math.min(attempt, PAUSES.length - 1)], undefined, { ref: false });
      try {
        await whileHolding(this.#place.lockFile, PATIENCE, async () => {
          if (this.#closing) return;
          await ensureServer(this.#place, { ...this.#options, onStep: () => undefined });
          await this.#keep();
        });
        this.#log.info('The database server is back');
        return;
      } catch (error) {
        this.#log.error({ err: error }, 'The database server could not be brought back yet');
      }
    }
  }
}

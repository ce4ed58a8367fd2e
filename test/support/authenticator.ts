import { setTimeout as wait } from 'node:timers/promises';
import { generate } from 'otplib';

const PERIOD = 30;

/**
 * A person's authenticator app. A code is good once, and those of the half minute before and after count too: gives that
 * of now, which counts for half a minute more however slow the machine is, or the next that was not given yet; and waits
 * where all of them were.
 */
export class Authenticator {
  readonly #secret: string;
  #given = -1;

  /** @param secret as the page shows it, in groups of four */
  constructor(secret: string) {
    this.#secret = secret.replaceAll(' ', '');
  }

  async next(): Promise<string> {
    const now = () => Math.floor(Date.now() / 1000 / PERIOD);
    const step = Math.max(this.#given + 1, now());
    while (step > now() + 1) await wait(500);
    this.#given = step;
    return generate({ secret: this.#secret, epoch: step * PERIOD });
  }
}

import { Agent, request } from 'node:http';

/** How an answer to a form came, and after how many milliseconds. */
export interface Sent {
  readonly status: number;
  readonly took: number;
}

/** A browser that keeps cookies and one connection, and asks from another place with every form it sends. */
export class Browser {
  readonly #address: URL;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #cookies = new Map<string, string>();
  #token = '';
  static #places = 0;

  /** Opens the page to sign in, for the token of its form. */
  static async open(address: string, cookie?: string): Promise<Browser> {
    const browser = new Browser(address);
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (name !== '') browser.#cookies.set(name, value);
    const { body } = await browser.#ask('GET', '/sign-in');
    browser.#token = /name="_csrf" value="([^"]+)"/.exec(body)?.[1] ?? '';
    return browser;
  }

  private constructor(address: string) {
    this.#address = new URL(address);
  }

  /** Opens a page; how many milliseconds that took. */
  async open(page: string): Promise<number> {
    const { status, took } = await this.#ask('GET', page);
    if (status !== 200) throw new Error(`${page} answered ${status}`);
    return took;
  }

  async send(page: string, form: Readonly<Record<string, string>>): Promise<Sent> {
    return this.#ask('POST', page, new URLSearchParams({ ...form, _csrf: this.#token }).toString());
  }

  async #ask(method: 'GET' | 'POST', page: string, sent = ''): Promise<Sent & { readonly body: string }> {
    Browser.#places += 1;
    const place = Browser.#places;
    const headers = {
      'x-forwarded-for': `10.${place >> 16}.${(place >> 8) & 255}.${place & 255}`,
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      ...(method === 'GET'
        ? {}
        : {
            'content-type': 'application/x-www-form-urlencoded',
            'content-length': Buffer.byteLength(sent),
          }),
    };
    const started = performance.now();
    return new Promise((resolve, reject) => {
      const asked = request(
        new URL(page, this.#address),
        { method, headers, agent: this.#agent },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () => {
            const took = performance.now() - started;
            for (const cookie of response.headers['set-cookie'] ?? []) this.#keep(cookie);
            resolve({ status: response.statusCode ?? 0, took, body: Buffer.concat(chunks).toString() });
          });
        },
      );
      asked.on('error', reject);
      asked.end(sent);
    });
  }

  #keep(cookie: string): void {
    const [name = '', value = ''] = cookie.split(';')[0]?.split('=') ?? [];
    this.#cookies.set(name, value);
  }
}

/**
 * By how much one list's values are the larger: 1 where every one of them is larger than every one of the other's, 0 where
 * neither is, -1 the other way round (rank-biserial correlation).
 */
export function rankBiserial(one: readonly number[], other: readonly number[]): number {
  let sum = 0;
  for (const a of one) for (const b of other) sum += Math.sign(a - b);
  return sum / (one.length * other.length);
}

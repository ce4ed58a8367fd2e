/** What a browser shows after it went somewhere. */
export interface Arrived {
  readonly status: number;
  /** The whole address it ended at, after every redirect. */
  readonly url: URL;
  readonly html: string;
  /** The words of the page, without markup. */
  readonly words: string;
}

/** Somebody at a browser without JavaScript who goes from one site to another, with the cookies of each. */
export class Traveller {
  /** By site, then by name. */
  readonly cookies = new Map<string, Map<string, string>>();
  #here: Arrived | undefined;

  /**
   * Opens an address and follows every redirect.
   * @param stopAt a path: what would be opened there is given instead of opened
   */
  async open(address: string | URL, stopAt?: string): Promise<Arrived> {
    let url = new URL(address, this.#here?.url);
    for (let hops = 0; hops < 20; hops += 1) {
      if (url.pathname === stopAt) return { status: 0, url, html: '', words: '' };
      const response = await this.#ask(url, {});
      const location = response.headers.get('location');
      if (response.status < 300 || response.status >= 400 || location === null)
        return this.#arrive(url, response);
      url = new URL(location, url);
    }
    throw new Error(`Sent round in circles, at last to ${url.href}`);
  }

  /** Sends the form of the page in front of them that goes to a path, as it is filled in, with some fields changed. */
  async send(path: string, fields: Readonly<Record<string, string>>): Promise<Arrived> {
    const here = this.#here;
    if (here === undefined) throw new Error('No page is open');
    const url = new URL(path, here.url);
    const response = await this.#ask(url, {
      method: 'POST',
      body: new URLSearchParams({ ...hiddenFields(here.html), ...fields }),
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    const location = response.headers.get('location');
    return location === null ? this.#arrive(url, response) : this.open(new URL(location, url));
  }

  async #ask(url: URL, init: RequestInit): Promise<Response> {
    const jar = this.cookies.get(url.origin) ?? new Map<string, string>();
    this.cookies.set(url.origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      headers: {
        ...(init.headers as Record<string, string> | undefined),
        ...(cookie === '' ? {} : { cookie }),
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') jar.delete(name);
      else jar.set(name, value);
    }
    return response;
  }

  async #arrive(url: URL, response: Response): Promise<Arrived> {
    const html = await response.text();
    const words = decoded(html.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' ');
    this.#here = { status: response.status, url, html, words };
    return this.#here;
  }
}

function hiddenFields(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries([...found].map(([, name = '', value = '']) => [name, decoded(value)]));
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

import { buildAssets, buildServer, type WebServer } from '../../src/platform/web/index.ts';
import { createLog } from '../../src/platform/log.ts';
import type { ServerOptions } from '../../src/platform/web/server.ts';
import { FORM_SECRET } from './cookie-names.ts';
import { NO_LIMITS } from './no-limits.ts';

const assets = buildAssets();

/** A server without pages, for a council that does not exist. Add the routes that are tested. */
export function bareServer(options: Partial<ServerOptions> = {}): Promise<WebServer> {
  return buildServer({
    log: createLog('silent'),
    formSecret: FORM_SECRET,
    makingLimits: NO_LIMITS,
    site: { councilName: 'Loamshire County Council', version: '0', navigation: [], assets },
    clock: () => new Date('2026-05-12T10:00:00Z'),
    ...options,
  });
}

/** What a browser shows after it went somewhere. */
export interface Shown {
  readonly status: number;
  /** The path it ended at, with its query, after every redirect. */
  readonly path: string;
  readonly html: string;
  /** The words of the page, without markup. */
  readonly words: string;
}

/** Somebody at a browser without JavaScript: keeps cookies, follows redirects, and sends the forms of the page in front of them. */
export class PlanVisitor {
  readonly #server: WebServer;
  readonly #cookies = new Map<string, string>();
  #last: { cookies: { name: string; value: string }[] } = { cookies: [] };
  #shown: Shown = { status: 0, path: '/', html: '', words: '' };

  constructor(server: WebServer) {
    this.#server = server;
  }

  /** The page in front of them. */
  get shown(): Shown {
    return this.#shown;
  }

  /** What their browser holds under a name. */
  cookie(name: string): string | undefined {
    return this.#cookies.get(this.#server.cookieName(name));
  }

  /** Puts a cookie into their browser, as somebody else might. */
  keepCookie(name: string, value: string): void {
    this.#cookies.set(this.#server.cookieName(name), value);
  }

  /** The last answer before redirects were followed. */
  get lastResponse(): { readonly cookies: readonly { readonly name: string; readonly value: string }[] } {
    return this.#last;
  }

  async open(path: string): Promise<Shown> {
    return this.#go({ method: 'GET', path });
  }

  /** Sends the form of the page in front of them that goes to a path, with its hidden fields and whatever its address carries. */
  async send(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Shown> {
    const form = this.#formTo(path);
    return this.#go({
      method: 'POST',
      path: form.action,
      payload: new URLSearchParams({ ...form.hidden, ...fields }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
  }

  /** Chooses a file and sends it; null for a box that was left empty. */
  async upload(path: string, file: { fileName: string; bytes: Uint8Array | string } | null): Promise<Shown> {
    const form = new FormData();
    for (const [name, value] of Object.entries(this.#formTo(path).hidden)) form.set(name, value);
    form.set('file', new Blob(file === null ? [] : [file.bytes as string]), file?.fileName ?? '');
    const request = new Request('http://localhost', { method: 'POST', body: form });
    return this.#go({
      method: 'POST',
      path,
      payload: Buffer.from(await request.arrayBuffer()),
      headers: { 'content-type': request.headers.get('content-type') ?? '' },
    });
  }

  /** Where the page has no such form, the path itself with the hidden fields of the page: somebody may make a form up. */
  #formTo(path: string): { action: string; hidden: Record<string, string> } {
    const { html } = this.#shown;
    const wanted = path.split('?')[0];
    const forms = [...html.matchAll(/<form[^>]*method="post" action="([^"]*)"[^>]*>[\s\S]*?<\/form>/g)];
    const found = forms.find(([, action = '']) => decoded(action).split('?')[0] === wanted);
    const hidden = (found?.[0] ?? html).matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
    return {
      action: found === undefined ? path : decoded(found[1] ?? path),
      hidden: Object.fromEntries([...hidden].map(([, name = '', value = '']) => [name, decoded(value)])),
    };
  }

  async #go(request: {
    method: 'GET' | 'POST';
    path: string;
    payload?: string | Buffer;
    headers?: Record<string, string>;
  }): Promise<Shown> {
    const cookie = [...this.#cookies]
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('; ');
    const response = await this.#server.app.inject({
      method: request.method,
      url: request.path.split('#')[0] ?? '/',
      headers: { ...request.headers, ...(cookie === '' ? {} : { cookie }) },
      ...(request.payload === undefined ? {} : { payload: request.payload }),
    });
    if (response.cookies.length > 0) this.#last = response;
    for (const { name, value } of response.cookies) {
      if (value === '') this.#cookies.delete(name);
      else this.#cookies.set(name, value);
    }
    const { location } = response.headers;
    if (response.statusCode === 303 && typeof location === 'string')
      return this.#go({ method: 'GET', path: location });
    this.#shown = {
      status: response.statusCode,
      path: request.path,
      html: response.body,
      words: decoded(response.body.replaceAll(/<[^>]*>/g, ' ')).replaceAll(/\s+/g, ' '),
    };
    return this.#shown;
  }
}

function decoded(html: string): string {
  return html
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

import type { LightMyRequestResponse } from 'fastify';
import { covers } from '../../src/platform/web/route.ts';
import type { RouteFact, WebServer } from '../../src/platform/web/index.ts';

/** One address of a route, and what was answered there. */
export interface Crawled {
  /** The pattern of the route, as the list of routes has it; undefined where there is no such route. */
  readonly route: string | undefined;
  readonly url: string;
  readonly answer: LightMyRequestResponse;
}

export interface Crawl {
  /** Every address that was asked for. Of each route there is one at least. */
  readonly pages: readonly Crawled[];
  /** Addresses that a form of a page goes to, with one made up for every POST route that no page has a form for. */
  readonly forms: readonly string[];
}

/** How many addresses of one route are asked for: what differs between them is no matter of the route. Files are dear. */
const mostOf = (url: string): number => (/\.\w+(\?|$)/.test(url) ? 1 : 2);

/** Follows every link from the front, then asks for whatever route was not linked by an address that is made up. */
export async function crawl(
  server: WebServer,
  headers: Readonly<Record<string, string>> = {},
): Promise<Crawl> {
  const gets = server.listRoutes().filter(({ method }) => method === 'GET');
  const posts = server.listRoutes().filter(({ method }) => method === 'POST');
  const pages: Crawled[] = [];
  const forms = new Map<string, string>();
  const asked = new Map<string, number>();
  const waiting = ['/', '/my-work', '/people', '/access', '/audit', '/sign-in', '/nothing-is-here'];
  const seen = new Set(waiting);

  const askFor = async (url: string): Promise<void> => {
    const route = routeOf(gets, url);
    const before = asked.get(route ?? '') ?? 0;
    if (before >= mostOf(url)) return;
    asked.set(route ?? '', before + 1);
    const answer = await server.app.inject({ method: 'GET', url, headers });
    pages.push({ route, url, answer });
    if (!String(answer.headers['content-type']).startsWith('text/html')) return;
    for (const path of pathsIn(answer.body, /<form[^>]*method="post" action="([^"]*)"/g)) {
      const post = routeOf(posts, path);
      if (post !== undefined) forms.set(post, path);
    }
    for (const path of pathsIn(answer.body, /\shref="([^"#]*)/g))
      if (!seen.has(path) && !path.startsWith('/assets/')) {
        seen.add(path);
        waiting.push(path);
      }
  };

  for (let url = waiting.shift(); url !== undefined; url = waiting.shift()) await askFor(url);
  for (const { path } of gets) if (!asked.has(path)) await askFor(madeUp(path));
  for (const { path } of posts) if (!forms.has(path)) forms.set(path, madeUp(path));
  return { pages, forms: [...forms.values()] };
}

function routeOf(routes: readonly RouteFact[], url: string): string | undefined {
  const [path = ''] = url.split('?');
  const found = routes.filter((route) => covers(route.path, path));
  // `/people/new` is covered by `/people/:person` as well: the one that says it in full is the route.
  return (found.find((route) => !route.path.includes(':')) ?? found[0])?.path;
}

function pathsIn(html: string, pattern: RegExp): readonly string[] {
  return [...html.matchAll(pattern)]
    .map(([, path = '']) => path.replaceAll('&amp;', '&'))
    .filter((path) => /^\/(?!\/)/.test(path));
}

function madeUp(path: string): string {
  return path.replaceAll(/:(plan|ref)\b/g, 'kent-2011').replaceAll(/:\w+/g, '1');
}

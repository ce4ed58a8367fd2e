import { createLog, type Log } from '../../log.ts';
import type { Clock } from '../../time/plain-day.ts';
import { page } from '../answer.ts';
import { buildAssets } from '../assets.ts';
import type { Site } from '../frame.ts';
import { buildServer, type ServerOptions, type WebServer } from '../server.ts';
import { StoryPage } from './story-page.tsx';

const clock: Clock = () => new Date('2011-05-12T10:00:00Z');

/** A council that does not exist. Its assets are built once for all tests. */
export const storySite: Site = {
  councilName: 'Loamshire County Council',
  version: '0.1.0',
  sourceUrl: 'https://example.org/throughline',
  navigation: [
    { text: 'Overview', href: '/' },
    { text: 'Improvement plan', href: '/plan' },
    { text: 'Line of sight', href: '/line' },
    { text: 'Who does what', href: '/people' },
    { text: 'Reports', href: '/reports' },
  ],
  assets: buildAssets({ brandColour: '#15324f' }),
};

/** A server for tests, with one page that shows everything. */
export async function storyServer(
  options: Partial<ServerOptions> = {},
  log: Log = createLog('silent'),
): Promise<WebServer> {
  const server = await buildServer({
    log,
    site: storySite,
    formSecret: 'a secret of more than thirty-two characters',
    clock,
    ...options,
  });
  server.route({
    method: 'GET',
    path: '/plan/story',
    access: 'public',
    handler: (visit) => page(<StoryPage frame={visit.frame} token={visit.formToken()} />),
  });
  return server;
}

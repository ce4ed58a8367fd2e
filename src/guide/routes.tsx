import { page, type WebServer } from '../platform/web/index.ts';
import { AccessibilityView } from './accessibility-page.tsx';
import { GlossaryView } from './glossary-page.tsx';
import { readGlossary } from './read-glossary.ts';

/** Pages about the pages: what the words mean, and who can use them. */
export function addGuideRoutes(server: WebServer): void {
  const terms = readGlossary();
  server.route({
    method: 'GET',
    path: '/glossary',
    access: 'public',
    handler: ({ frame }) => page(<GlossaryView frame={frame} terms={terms} />),
  });
  server.route({
    method: 'GET',
    path: '/accessibility',
    access: 'public',
    handler: ({ frame }) => page(<AccessibilityView frame={frame} />),
  });
}

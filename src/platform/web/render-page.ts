import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** Prints a whole page as HTML. */
export function renderPage(page: VNode): string {
  return `<!DOCTYPE html>\n${renderToString(page)}`;
}

import type { Readable } from 'node:stream';
import type { VNode } from 'preact';
import type { Notice } from './frame.ts';
import { type Problem, pageNotFound } from './problem.ts';

/** What a handler answers with. The server turns it into HTTP. */
export type Answer =
  | { kind: 'page'; page: VNode; status: PageStatus }
  | { kind: 'go'; path: string; notice: Notice | undefined; withoutDay?: boolean }
  | { kind: 'leave'; to: string }
  | { kind: 'download'; file: Download }
  | { kind: 'json'; body: unknown; status: number }
  | { kind: 'problem'; problem: Problem };

/**
 * 200 for a page; 422 for a form shown again with what is wrong with it; 409 where somebody else was first; 404 where
 * what leads here is over; 503 where something we rely on does not answer.
 */
export type PageStatus = 200 | 404 | 409 | 422 | 503;

export interface Download {
  /** As the reader's computer should call it, with its ending. */
  fileName: string;
  mediaType: string;
  body: string | Buffer | Readable;
  /** Shown in the browser instead of saved, as a PDF may be. */
  inline?: boolean | undefined;
}

/** A page. */
export function page(view: VNode, status: PageStatus = 200): Answer {
  return { kind: 'page', page: view, status };
}

/**
 * Sends the reader on after something was done (303), with a notice for the next page where one is given.
 * @param path a path of our own, starting with one slash
 */
export function go(path: string, notice?: string): Answer {
  return { kind: 'go', path, notice: notice === undefined ? undefined : { text: notice, kind: 'success' } };
}

/** Sends the reader on with something to know, where nothing was done. */
export function goSaying(path: string, text: string): Answer {
  return { kind: 'go', path, notice: { text, kind: 'important' } };
}

/** Sends the reader on without the day they read the record as at, to a page that is about no day. */
export function goNow(path: string): Answer {
  return { kind: 'go', path, notice: undefined, withoutDay: true };
}

/**
 * Sends the reader to another site. Only for an address that our own settings name, never for one that was sent to us.
 * @param to a whole address
 */
export function leave(to: string): Answer {
  return { kind: 'leave', to };
}

/** A file to keep, such as an export or a report. */
export function download(file: Download): Answer {
  return { kind: 'download', file };
}

/** An answer for a machine. */
export function json(body: unknown, status = 200): Answer {
  return { kind: 'json', body, status };
}

/** There is no such thing. */
export function notFound(): Answer {
  return problem(pageNotFound);
}

/** Something stands in the way, said as a page of its own. */
export function problem(what: Problem): Answer {
  return { kind: 'problem', problem: what };
}

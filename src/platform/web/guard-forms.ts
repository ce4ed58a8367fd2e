import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isFromAnotherSite, type Origin } from './cross-site.ts';
import { fileTooLarge, formTooLarge, fromAnotherSite, requestNotRead, tooManyParts } from './problem.ts';
import { ProblemError } from './problem-error.ts';
import { readUploads } from './read-uploads.ts';

const UPLOAD_PROBLEMS = {
  'file-too-large': fileTooLarge,
  'form-too-large': formTooLarge,
  'too-many-parts': tooManyParts,
  'not-read': requestNotRead,
} as const;

/**
 * Lets through only forms that our own pages sent: by what the browser says of where they come from, before anything
 * is read, and by the token of the form, once it is read. There is no way round it for a single route.
 */
export function guardForms(app: FastifyInstance): void {
  app.addHook('onRequest', async (request) => {
    if (!changesThings(request.method)) return;
    if (isFromAnotherSite(originOf(request))) {
      throw new ProblemError(fromAnotherSite);
    }
  });
  app.addHook('preHandler', async (request) => {
    // Where there is no page, nothing that was sent is read.
    if (request.is404 || !request.isMultipart()) return;
    const read = await readUploads(request);
    if (read.kind !== 'read') throw new ProblemError(UPLOAD_PROBLEMS[read.kind]);
    request.body = read.body;
  });
  app.addHook('preHandler', (request, reply, done) => {
    if (changesThings(request.method) && !request.is404) app.csrfProtection(request, reply, done);
    else done();
  });
}

/** What the browser says of where a request came from. */
export function originOf({ headers }: Pick<FastifyRequest, 'headers'>): Origin {
  return { host: headers.host, origin: headers.origin, fetchSite: oneOf(headers['sec-fetch-site']) };
}

/** Whether a request by this method may change anything. */
export function changesThings(method: string): boolean {
  return method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS';
}

function oneOf(header: string | readonly string[] | undefined): string | undefined {
  return typeof header === 'string' ? header : header?.join(',');
}

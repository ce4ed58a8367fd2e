import type { FastifyRequest } from 'fastify';
import { isFromAnotherSite } from './cross-site.ts';
import { type Body, type Form, readFormText } from './form-body.ts';
import { LARGEST_FORM } from './problem.ts';
import { holdsSecret } from './secret-fields.ts';

/** A form that could not be taken, as it was sent. */
export interface TypedAgain {
  /** The path of ours that it was sent to. */
  readonly action: string;
  readonly form: Form;
}

/**
 * What was typed into a form that came while something we rely on was away, so that it can be sent again; undefined where it
 * came from another site, holds a secret or files, or cannot be read. It may not have been read yet: who asks is found out
 * first, and that may be what failed. Never throws.
 */
export async function typedAgain(request: FastifyRequest): Promise<TypedAgain | undefined> {
  const { host, origin, 'content-type': type = '', 'sec-fetch-site': site } = request.headers;
  if (request.method !== 'POST' || !type.startsWith('application/x-www-form-urlencoded')) return undefined;
  if (isFromAnotherSite({ host, origin, fetchSite: typeof site === 'string' ? site : undefined }))
    return undefined;
  if (!/^\/(?![/\\])/.test(request.url)) return undefined;
  const form = (request.body as Partial<Body> | null | undefined)?.form ?? (await unreadForm(request));
  if (form === undefined || holdsSecret(form)) return undefined;
  return { action: request.url, form };
}

async function unreadForm(request: FastifyRequest): Promise<Form | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.raw as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LARGEST_FORM) return undefined;
      chunks.push(chunk);
    }
    return readFormText(Buffer.concat(chunks).toString('utf8')).form;
  } catch {
    // Whoever sent it has gone, or sends it too slowly.
    return undefined;
  }
}

import type { FastifyRequest } from 'fastify';
import { isFromOwnPage } from './cross-site.ts';
import {
  type Body,
  type Form,
  formOf,
  readFormText,
  TOKEN_FIELD,
  type UploadedFile,
  valueOf,
  valuesOf,
} from './form-body.ts';
import { originOf } from './guard-forms.ts';
import { isOwnPath } from './own-path.ts';
import { holdsSecret, isSecretField } from './secret-fields.ts';

/** A form that could not be taken, as it is given back. */
export interface TypedAgain {
  /** The path of ours that it was sent to, with its query. */
  readonly action: string;
  /** The token it came with; undefined where it had none. */
  readonly token: string | undefined;
  /** What was typed, without its token and without anything secret. */
  readonly form: Form;
  /** What has to be chosen anew: a page cannot fill in a file. */
  readonly files: readonly Pick<UploadedFile, 'field' | 'fileName'>[];
  /** Whether something secret was typed, which is not here: sent as it is, the form would say another thing. */
  readonly lacksSecrets: boolean;
}

/**
 * How much of a form is given back. It is printed before a token or a permission was looked at, so that anybody may ask for it,
 * as often as they like: longer ones get the plain page of their problem.
 */
export const GIVEN_BACK = { fields: 200, bytes: 100 * 1024 } as const;

/** A form that was not read yet stands in its request in signs, of which one byte may take three. */
const LONGEST_UNREAD = 3 * GIVEN_BACK.bytes;

/**
 * What was typed into a form that could not be taken, to be given back; undefined where the browser does not say that a page of
 * ours sent it, where it is longer than `GIVEN_BACK`, or cannot be read. It may not have been read yet: who asks is found out
 * first, and that may be what failed. A form with files that was not read yet is not given back. Never throws.
 */
export async function typedAgain(request: FastifyRequest): Promise<TypedAgain | undefined> {
  if (request.method !== 'POST' || !isFromOwnPage(originOf(request)) || !isOwnPath(request.url))
    return undefined;
  const body = request.body as Partial<Body> | null | undefined;
  const form = body?.form ?? (await unreadForm(request));
  const files = (body?.files ?? []).map(({ field, fileName }) => ({ field, fileName }));
  if (form === undefined || !isShort(form, files)) return undefined;
  const token = valueOf(form, TOKEN_FIELD);
  return {
    action: request.url,
    token: token === '' ? undefined : token,
    form: formOf(fieldsOf(form).filter(([name]) => name !== TOKEN_FIELD && !isSecretField(name))),
    files,
    lacksSecrets: holdsSecret(form),
  };
}

/** Every field with its value, as often as it was sent. */
export function fieldsOf(form: Form): readonly (readonly [name: string, value: string])[] {
  return Object.keys(form).flatMap((name) =>
    valuesOf(form, name).map((value): [string, string] => [name, value]),
  );
}

function isShort(form: Form, files: TypedAgain['files']): boolean {
  let fields = files.length;
  let bytes = 0;
  for (const file of files) bytes += Buffer.byteLength(file.field) + Buffer.byteLength(file.fileName);
  for (const name of Object.keys(form)) {
    const values = valuesOf(form, name);
    fields += values.length;
    if (fields > GIVEN_BACK.fields) return false;
    for (const value of values) bytes += Buffer.byteLength(name) + Buffer.byteLength(value);
    if (bytes > GIVEN_BACK.bytes) return false;
  }
  return fields <= GIVEN_BACK.fields && bytes <= GIVEN_BACK.bytes;
}

async function unreadForm(request: FastifyRequest): Promise<Form | undefined> {
  const { 'content-type': type = '', 'content-length': said = '0' } = request.headers;
  if (!/^application\/x-www-form-urlencoded\b/i.test(type) || Number(said) > LONGEST_UNREAD) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.raw as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LONGEST_UNREAD) return undefined;
      chunks.push(chunk);
    }
  } catch {
    // Whoever sent it has gone, or sends it too slowly.
    return undefined;
  }
  const text = Buffer.concat(chunks).toString('utf8');
  return text.split('&', GIVEN_BACK.fields + 2).length > GIVEN_BACK.fields + 1
    ? undefined
    : readFormText(text).form;
}

import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { RawAnswer } from './normal-answer.ts';
import type { World } from './world.ts';
import { cookieName } from '../cookie-names.ts';

/** One request, made in both worlds. */
export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly form?: Readonly<Record<string, string>>;
  readonly payload?: string;
}

/** Who asks: the cookie their browser sends, if any, and an address of their own, since sign-ins are counted by it. */
export interface Reader {
  readonly who: string;
  readonly cookie: (world: World) => string | undefined;
  readonly address: string;
  /** Whether HEAD and 304 are asked for as well. They are made from the answer to GET, whoever asks. */
  readonly isThorough?: boolean;
}

/** Sends it past the network, as everything after it would see it. */
export async function ask(
  app: FastifyInstance,
  world: World,
  reader: Reader,
  request: Ask,
): Promise<RawAnswer> {
  const { method, url, headers = {}, form, payload } = request;
  const cookies = [reader.cookie(world), headers['cookie']].filter((one) => one !== undefined).join('; ');
  const body = form === undefined ? payload : new URLSearchParams(form).toString();
  const response = await app.inject({
    method,
    url,
    remoteAddress: reader.address,
    headers: {
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...headers,
      ...(cookies === '' ? {} : { cookie: cookies }),
    },
    ...(body === undefined ? {} : { payload: body }),
  });
  return rawAnswer(response);
}

function rawAnswer(response: LightMyRequestResponse): RawAnswer {
  const headers = new Map<string, readonly string[]>();
  for (const [name, value] of Object.entries(response.headers))
    if (value !== undefined) headers.set(name, [value].flat().map(String));
  return { status: response.statusCode, headers, body: response.rawPayload };
}

/** A form's token with the cookie it belongs to. */
export interface FormToken {
  readonly token: string;
  readonly cookie: string;
}

/** Takes a token from a page that has a form for everybody. */
export async function formToken(app: FastifyInstance, world: World, reader: Reader): Promise<FormToken> {
  const page = await ask(app, world, reader, { method: 'GET', url: '/sign-in' });
  const token = /name="_csrf" value="([^"]+)"/.exec(page.body.toString())?.[1];
  const cookie = page.headers
    .get('set-cookie')
    ?.find((one) => one.startsWith(`${cookieName('form')}=`))
    ?.split(';')[0];
  if (token === undefined || cookie === undefined) throw new Error('The page to sign in has no form');
  return { token, cookie };
}

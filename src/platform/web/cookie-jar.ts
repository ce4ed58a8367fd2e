import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CookieNames } from './cookie-names.ts';

export interface CookieLife {
  /** Seconds the browser keeps it; for as long as it is open when left out. */
  readonly maxAge?: number | undefined;
}

/** The cookies of one request and its answer. Every cookie is for us alone, out of reach of scripts and other sites. */
export interface CookieJar {
  readonly read: (name: string) => string | undefined;
  readonly keep: (name: string, value: string, life?: CookieLife) => void;
  readonly forget: (name: string) => void;
}

/** No honest cookie of ours is longer: what is, is not read at all. */
const LONGEST = 4096;

/** The cookies of a request, by the names that this installation gives them. */
export function cookieJar(request: FastifyRequest, reply: FastifyReply, names: CookieNames): CookieJar {
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure: names.secure } as const;
  return {
    read: (name) => {
      const value = request.cookies?.[names.of(name)];
      return value === undefined || value.length > LONGEST ? undefined : value;
    },
    keep: (name, value, life = {}) => {
      reply.setCookie(names.of(name), value, {
        ...attributes,
        ...(life.maxAge === undefined ? {} : { maxAge: life.maxAge }),
      });
    },
    forget: (name) => {
      reply.clearCookie(names.of(name), attributes);
    },
  };
}

import type { FastifyReply, FastifyRequest } from 'fastify';

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

/**
 * Where readers come over HTTPS alone, names begin with `__Host-`, so that no neighbouring site can plant one
 * (OWASP ASVS 5.0, 3.3.1 and 3.3.3).
 */
export function cookieJar(
  request: FastifyRequest,
  reply: FastifyReply,
  { secure }: { readonly secure: boolean },
): CookieJar {
  const named = (name: string): string => (secure ? `__Host-${name}` : name);
  const attributes = { path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
  return {
    read: (name) => {
      const value = request.cookies?.[named(name)];
      return value === undefined || value.length > LONGEST ? undefined : value;
    },
    keep: (name, value, life = {}) => {
      reply.setCookie(named(name), value, {
        ...attributes,
        ...(life.maxAge === undefined ? {} : { maxAge: life.maxAge }),
      });
    },
    forget: (name) => {
      reply.clearCookie(named(name), attributes);
    },
  };
}

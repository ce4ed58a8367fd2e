const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Whether a request was meant for us, by the host it names. A page of another site can point a name of its own at
 * this machine (DNS rebinding) and read what it finds: the name is then the only thing that gives it away.
 * @param host the Host header, with or without a port
 * @param allowed further names we answer to, without a port
 */
export function isOwnHost(host: string | undefined, allowed: readonly string[]): boolean {
  const name = /^([^:[\]]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/i.exec(host ?? '')?.[1]?.toLowerCase();
  return name !== undefined && (LOOPBACK.test(name) || allowed.some((own) => own.toLowerCase() === name));
}

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** What a request says of whom it is for. */
export type NamedHost =
  | { readonly kind: 'host'; readonly name: string }
  /** It names none, several, or what no host can be called. */
  | { readonly kind: 'unreadable' };

const LARGEST_PORT = 65_535;

/**
 * The host that a request names, in small letters and without its port (RFC 9112, section 3.2: exactly one, or the request is
 * answered with 400).
 * @param raw names and values of its headers in turn, as they came
 */
export function hostNamedIn(raw: readonly string[]): NamedHost {
  const hosts = raw.filter((_, at) => at % 2 === 1 && raw[at - 1]?.toLowerCase() === 'host');
  const [host = ''] = hosts;
  const { name, port } =
    /^(?<name>[\w.-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::(?<port>\d{1,5}))?$/i.exec(host)?.groups ?? {};
  const isPort = port === undefined || (Number(port) > 0 && Number(port) <= LARGEST_PORT);
  if (hosts.length !== 1 || name === undefined || !isPort || !URL.canParse(`http://${host}`))
    return { kind: 'unreadable' };
  return { kind: 'host', name: name.toLowerCase() };
}

/**
 * Whether a host is one of ours. A page of another site can point a name of its own at this machine (DNS rebinding) and read
 * what it finds: the name is then the only thing that gives it away.
 * @param name as `hostNamedIn` has it
 * @param allowed further names we answer to, without a port
 */
export function isOwnHost(name: string, allowed: readonly string[]): boolean {
  return LOOPBACK.test(name) || allowed.some((own) => own.toLowerCase() === name);
}

/**
 * Where somebody may be sent after signing in: a page of ours, as their address had it. Anything that a browser could
 * take for another site, or that is no page, leads nowhere (OWASP ASVS 5.0, 3.7.2).
 */
export function ownPathOr(asked: string | null, otherwise: string): string {
  if (asked === null || asked.length > 2000) return otherwise;
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(asked) || asked.includes('\\')) return otherwise;
  // As a browser reads it: whatever it is relative to, it must stay where it is.
  const base = 'http://throughline.invalid';
  if (!URL.canParse(asked, base)) return otherwise;
  const url = new URL(asked, base);
  if (url.origin !== base || url.pathname.startsWith('//')) return otherwise;
  return /^\/(sign-in|sign-out|look-around|set-up|link)(\/|$)/.test(url.pathname)
    ? otherwise
    : `${url.pathname}${url.search}`;
}

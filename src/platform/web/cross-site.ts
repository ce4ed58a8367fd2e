/** What a browser says of where a request came from. */
export interface Origin {
  host: string | undefined;
  origin: string | undefined;
  /** The Sec-Fetch-Site header, which pages cannot set or remove. */
  fetchSite: string | undefined;
}

/** Whether a browser says outright that one of our own pages sent a form: silence does not. */
export function isFromOwnPage({ host, origin, fetchSite }: Origin): boolean {
  if (isFromAnotherSite({ host, origin, fetchSite })) return false;
  return fetchSite === 'same-origin' || origin !== undefined;
}

/**
 * Whether a form may have been sent by another site. A request that says nothing of where it came from passes: it is
 * no browser's, or an old one's, and the form's token still has to be right.
 */
export function isFromAnotherSite({ host, origin, fetchSite }: Origin): boolean {
  if (fetchSite !== undefined && fetchSite !== 'same-origin') return true;
  if (origin === undefined) return false;
  return origin !== `http://${host}` && origin !== `https://${host}`;
}

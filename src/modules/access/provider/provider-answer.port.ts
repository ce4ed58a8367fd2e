import type { CustomFetchOptions } from 'openid-client';
import { ProviderTrouble } from './provider-trouble.port.ts';

/** Far more than any provider says of itself, of somebody or of a page of groups. */
export const LONGEST_ANSWER = 2 * 1024 * 1024;

/**
 * `fetch`, for an answer that is read whole at once and given up when it is longer than any provider's: who answers there is
 * not us, and what is read here is read by the process that serves pages.
 * @throws ProviderTrouble where it is too long
 */
export async function fetchShort(address: string, init: RequestInit | CustomFetchOptions): Promise<Response> {
  const response = await fetch(address, init as RequestInit);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    // Leaving the loop ends the reading, and so the connection.
    if (length > LONGEST_ANSWER) throw new ProviderTrouble('no-answer', 'an answer too long to read');
    chunks.push(chunk);
  }
  const { status, statusText, headers } = response;
  return new Response(length === 0 ? null : Buffer.concat(chunks), { status, statusText, headers });
}

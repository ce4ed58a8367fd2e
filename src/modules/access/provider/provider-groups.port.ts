import { z } from 'zod';
import { isSafeAddress } from './provider-address.rule.ts';
import { fetchShort } from './provider-answer.port.ts';
import { ProviderTrouble } from './provider-trouble.port.ts';

/** Milliseconds for all pages together. */
const PATIENCE = 5_000;
const MOST_GROUPS = 10_000;
const MOST_PAGES = 100;

const Page = z.object({ value: z.array(z.string()), '@odata.nextLink': z.string().optional() });

/**
 * Asks which groups somebody is in, where there are too many to stand in their token, in the form of Microsoft Graph's
 * `getMemberObjects`. The access token goes to no other host than the one an administrator named.
 */
export async function askForGroups(address: string, accessToken: string): Promise<readonly string[]> {
  const groups: string[] = [];
  const signal = AbortSignal.timeout(PATIENCE);
  const asked = new Set<string>();
  let next: string | undefined = address;
  while (next !== undefined) {
    if (!isSafeAddress(next) || new URL(next).origin !== new URL(address).origin)
      throw new ProviderTrouble('no-answer', 'groups lead elsewhere');
    if (asked.has(next) || asked.size >= MOST_PAGES)
      throw new ProviderTrouble('no-answer', 'groups without end');
    asked.add(next);
    const page = await askOnce(next, next === address, accessToken, signal);
    groups.push(...page.value);
    if (groups.length > MOST_GROUPS) throw new ProviderTrouble('no-answer', 'too many groups to read');
    next = page['@odata.nextLink'];
  }
  return groups;
}

async function askOnce(address: string, first: boolean, accessToken: string, signal: AbortSignal) {
  try {
    const response = await fetchShort(address, {
      method: first ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${accessToken}`,
        accept: 'application/json',
        'content-type': 'application/json',
      },
      ...(first ? { body: JSON.stringify({ securityEnabledOnly: true }) } : {}),
      redirect: 'error',
      signal,
    });
    if (!response.ok) throw new ProviderTrouble('no-answer', `groups ${response.status}`);
    return Page.parse(await response.json());
  } catch (error) {
    if (error instanceof ProviderTrouble) throw error;
    throw new ProviderTrouble('no-answer', 'groups', { cause: error });
  }
}

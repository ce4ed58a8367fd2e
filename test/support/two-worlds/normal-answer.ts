import { createHash } from 'node:crypto';
import { partsOfZip } from '../../../src/platform/steady-zip.ts';
import type { World } from './world.ts';

/** What a world answered, byte for byte. */
export interface RawAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly body: Buffer;
}

/** The same with what is random in every answer put out of sight: what is left must be the same in both worlds. */
export interface NormalAnswer {
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** One character a byte. */
  readonly body: string;
  /** Whether something in the body was put out of sight, so that its mark (ETag) says nothing by itself. */
  readonly isRandom: boolean;
}

/**
 * Puts out of sight the reference of the request, tokens of forms, values of our own cookies, challenges of passkeys,
 * authenticators, the time now, and the numbers that labels stand for. Of what is sealed the length stays: it must not
 * tell anything either. What is derived from the body (its mark, its length) is checked against it.
 *
 * @param said the request, whose own words may come back
 * @param head for an answer to HEAD, what the GET of the same address was
 */
export async function normalAnswer(
  raw: RawAnswer,
  { world, said, head }: { world: World; said: string; head: { readonly isRandom: boolean } | undefined },
): Promise<NormalAnswer> {
  const requestId = raw.headers.get('x-request-id')?.[0] ?? '';
  const text = isWorkbook(raw) ? await unpacked(raw.body) : raw.body.toString('latin1');
  const named = (one: string) => withLabels(withoutSaid(one, said, world), world);
  const body = named(withoutNonces(requestId === '' ? text : text.replaceAll(requestId, '[request]')));
  const isRandom = body !== text;
  const about = { raw, isRandom: head?.isRandom ?? isRandom, isHead: head !== undefined };
  const headers = new Map<string, readonly string[]>();
  for (const [name, values] of raw.headers)
    headers.set(
      name,
      values.map((value) => named(normalHeader(name, value, about))),
    );
  return { status: raw.status, headers, body, isRandom };
}

function isWorkbook({ headers }: Pick<RawAnswer, 'headers'>): boolean {
  return headers.get('content-type')?.[0]?.includes('spreadsheetml') === true;
}

/** What stands in a workbook, so that a word in it can be found. */
async function unpacked(body: Buffer): Promise<string> {
  if (body.length === 0) return '';
  const parts = await partsOfZip(body);
  return parts.map(({ name, content }) => `${name}\n${content.toString('latin1')}\n`).join('');
}

/** A page may repeat what somebody searched for: a planted word that the question itself said. */
function withoutSaid(text: string, said: string, { words }: World): string {
  return words
    .filter(({ word }) => said.includes(word))
    .reduce((before, { word }) => before.replaceAll(word, '[what was asked]'), text);
}

function withoutNonces(text: string): string {
  return text
    .replaceAll(
      /(name="_csrf" value=")([^"]*)/g,
      (_, before: string, token: string) => `${before}[token of ${token.length}]`,
    )
    .replaceAll(
      /(&quot;challenge&quot;:&quot;)([\w-]*)/g,
      (_, before: string, sealed: string) => `${before}[challenge of ${sealed.length}]`,
    )
    .replaceAll(
      /(name="authenticator" value=")([^"]*)/g,
      (_, before: string, sealed: string) => `${before}[sealed of ${sealed.length}]`,
    )
    .replaceAll(
      /(class="tl-ref tl-secret">)([^<]*)/g,
      (_, before: string, secret: string) => `${before}[secret of ${secret.length}]`,
    )
    .replaceAll(/<path d="[^"]*" class="tl-qr__ink"/g, '<path d="[picture]" class="tl-qr__ink"');
}

function normalHeader(
  name: string,
  value: string,
  { raw, isRandom, isHead }: { raw: RawAnswer; isRandom: boolean; isHead: boolean },
): string {
  switch (name) {
    case 'date':
      return '[now]';
    case 'x-request-id':
      return /^[B-Z2-9]{4}-[B-Z2-9]{4}$/.test(value) ? '[request]' : value;
    case 'etag': {
      if (!isRandom) return value;
      const own = `W/"${createHash('sha1').update(raw.body).digest('base64')}"`;
      return isHead || value === own ? '[mark of the body]' : value;
    }
    case 'content-length':
      return isRandom && (isHead || value === String(raw.body.length)) ? '[length of the body]' : value;
    case 'set-cookie':
      return value.replace(
        /^((?:__Host-)?(?:form|session|half-way|device|provider)-[0-9a-f]{10}=)([^;]+)/,
        (_, before: string, sealed: string) => `${before}[${lengthOf(sealed)}]`,
      );
    default:
      return value;
  }
}

/** Without the signs that an address needs for some letters of a signature. */
function lengthOf(cookie: string): number {
  return decodeURIComponent(cookie).length;
}

/** The same text for what a label stands for in either world; of the same length where that was alike. */
function withLabels(text: string, { labels }: World): string {
  let result = text;
  for (const [label, value] of labels)
    // Small numbers stand everywhere, and are asked for by number in both worlds alike.
    if (value.length > 12) result = result.replaceAll(value, `[${label} of ${value.length}]`);
  return result;
}

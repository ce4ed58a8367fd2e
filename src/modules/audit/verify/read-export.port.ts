import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import type { ChainedEvent } from './event-hash.rule.ts';
import type { TrailToVerify } from './verdict.shape.ts';

/** Lines handed over at once. */
const PAGE = 1000;

export type ReadTrail =
  | { readonly kind: 'trail'; readonly trail: TrailToVerify }
  | { readonly kind: 'not-a-trail' };

/** Opens an exported file of JSON lines. Throws the file system's error where it cannot be read. */
export async function trailOfFile(file: string): Promise<ReadTrail> {
  return trailOfLines(createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity }));
}

/** A trail as it was exported: a line about the whole, a line for each event, a line that ends it. */
export async function trailOfLines(source: AsyncIterable<string>): Promise<ReadTrail> {
  const lines = source[Symbol.asyncIterator]();
  const first = await lines.next();
  const head = first.done === true ? undefined : object(first.value);
  const { installation, whole } = head ?? {};
  if (
    head?.['format'] !== 'throughline-audit-1' ||
    typeof installation !== 'string' ||
    typeof whole !== 'boolean'
  )
    return { kind: 'not-a-trail' };
  let number = 1;
  let count = 0;
  let end: { sequence: number; hash: string } | { wrong: string } = {
    wrong: 'The file is cut off: the line that ends it is missing, and so are the events before that line.',
  };
  return { kind: 'trail', trail: { installation, whole, events: pages(), end: async () => end } };

  async function* pages() {
    let page: (ChainedEvent | string)[] = [];
    let ended = false;
    for (let next = await lines.next(); next.done !== true; next = await lines.next()) {
      number += 1;
      const value = object(next.value);
      if (ended) page.push(`Line ${number} of the file stands after its end.`);
      else if (value !== undefined && 'end' in value) {
        ended = true;
        end = endOf(value, count, number);
      } else {
        page.push(eventOf(value) ?? `Line ${number} of the file cannot be read as an event.`);
        count += 1;
      }
      if (page.length === PAGE) {
        yield page;
        page = [];
      }
    }
    yield page;
  }
}

function endOf(value: Readonly<Record<string, unknown>>, count: number, line: number) {
  const { events, sequence, hash } = object(value['end']) ?? {};
  if (!isWhole(events) || !isWhole(sequence) || typeof hash !== 'string')
    return { wrong: `Line ${line} of the file cannot be read as its end.` };
  if (events !== count)
    return { wrong: `The file says that it holds ${events} events, and there are ${count} in it.` };
  return { sequence, hash };
}

function object(value: unknown): Readonly<Record<string, unknown>> | undefined {
  let read = value;
  if (typeof value === 'string') {
    try {
      read = JSON.parse(value);
    } catch {
      return undefined;
    }
  }
  return typeof read === 'object' && read !== null && !Array.isArray(read)
    ? (read as Readonly<Record<string, unknown>>)
    : undefined;
}

/** Exactly the members an event has: nothing may stand beside what the hash covers and be taken for part of it. */
const MEMBERS = 15;

function eventOf(line: Readonly<Record<string, unknown>> | undefined): ChainedEvent | undefined {
  if (line === undefined || Object.keys(line).length !== MEMBERS) return undefined;
  const { sequence, at, actorKind, actor, salt, name, personId, requestId } = line;
  const { type, subjectKind, subjectRef, detail, detailVersion, previous, hash } = line;
  const micros = typeof at === 'string' ? microseconds(at) : undefined;
  if (!isWhole(sequence) || !isWhole(detailVersion) || detailVersion > 0x7fffffff) return undefined;
  if (micros === undefined || !isHash(actor) || !isHash(previous) || !isHash(hash)) return undefined;
  if (typeof actorKind !== 'string' || typeof type !== 'string' || typeof detail !== 'string')
    return undefined;
  if (typeof subjectKind !== 'string' || typeof subjectRef !== 'string') return undefined;
  if (!isTextOrNull(requestId) || !isTextOrNull(name)) return undefined;
  if (!(salt === null || isHash(salt)) || !(personId === null || isWhole(personId))) return undefined;
  return {
    sequence,
    at: micros,
    actorKind,
    actor,
    salt,
    name,
    personId,
    requestId,
    type,
    subjectKind,
    subjectRef,
    detail,
    detailVersion,
    previous,
    hash,
  };
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string';

const isHash = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

/** Microseconds since 1970 of a moment such as 2026-06-15T12:00:00.123456Z; undefined for text of another form. */
function microseconds(text: string): number | undefined {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)\.(\d{3})(\d{3})Z$/.exec(text);
  if (parts === null) return undefined;
  const milliseconds = Date.parse(`${parts[1]}.${parts[2]}Z`);
  return Number.isNaN(milliseconds) ? undefined : milliseconds * 1000 + Number(parts[3]);
}

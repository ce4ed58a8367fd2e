import { assert, asyncProperty, nat, pre } from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { rounds } from '../../../../test/support/rounds.ts';
import { type ATrail, writeATrail } from '../../../../test/support/a-trail.ts';
import { openTestDatabase, type TestDatabase } from '../../../../test/support/database.ts';
import { trailOfDatabase } from './read-database.read.ts';
import { checkpointLines } from './read-checkpoints.port.ts';
import { trailOfLines } from './read-export.port.ts';
import { actorCommitment, type ChainedEvent, eventHash } from './event-hash.rule.ts';
import type { Verdict } from './verdict.shape.ts';
import { verifyTrail } from './verify-trail.rule.ts';

/** An exported line, as far as these tests change one. */
type Line = Record<string, string | number | null>;

/** A trail that somebody may tamper with. */
interface Copy {
  readonly head: Line;
  readonly events: Line[];
  readonly end: { end: { events: number; sequence: number; hash: string } };
  readonly checkpoints: string[];
}

/** What should be found: the first event, or the line of the checkpoint file. */
type Found = { readonly sequence: number } | { readonly checkpointLine: number };

let database: TestDatabase;
let other: TestDatabase;
let trail: ATrail;
let foreign: ATrail;
let count = 0;
beforeAll(async () => {
  [database, other] = await Promise.all([openTestDatabase(), openTestDatabase()]);
  // Copies of one template share their installation, as real ones do not.
  await sql
    .raw(`alter table audit.chain disable trigger user;
    update audit.chain set installation = gen_random_uuid();
    update audit.chain set hash = audit.first_hash(installation);
    alter table audit.chain enable trigger user`)
    .execute(other.db);
  [trail, foreign] = await Promise.all([writeATrail(database.db), writeATrail(other.db)]);
  count = trail.lines.length - 2;
});
afterAll(async () => {
  await Promise.all([trail.remove(), foreign.remove(), database.close(), other.close()]);
});

/** What somebody might do, each with where it should be found. `at` and `to` are places of events, counted from 0. */
const tamperings: Readonly<
  Record<string, (copy: Copy, at: number, to: number, dice: number) => Found | undefined>
> = {
  'flips a bit in any column': ({ events }, at, _to, dice) => {
    const event = events[at] as Line;
    const columns = Object.keys(event).filter((name) => event[name] !== null);
    const column = columns[dice % columns.length] as string;
    event[column] = flipped(event[column] as string | number, dice >> 4);
    return { sequence: at + 1 };
  },
  'takes an event out': (copy, at) => {
    copy.events.splice(at, 1);
    copy.end.end.events -= 1;
    return { sequence: at + 1 };
  },
  'puts one in, with a hash that is right for it': (copy, at) => {
    const before = copy.events[at] as Line;
    const put = { ...before, sequence: at + 2, previous: before['hash'] as string, subjectRef: 'put in' };
    copy.events.splice(at + 1, 0, withHash(put));
    copy.end.end.events += 1;
    // What follows is numbered on, as somebody would who hides that there is one more.
    for (const event of copy.events.slice(at + 2)) event['sequence'] = (event['sequence'] as number) + 1;
    if (at + 1 === count) copy.end.end.sequence = count + 1;
    if (at + 1 === count) copy.end.end.hash = (copy.events.at(-1) as Line)['hash'] as string;
    // After the last checkpoint anybody who can write can add: that is recording, not tampering.
    return at + 1 === count
      ? undefined
      : { sequence: copy.checkpoints.length > 0 ? firstBadAfter(at + 2) : at + 3 };
  },
  'swaps two events and their numbers': ({ events }, at, to) => {
    if (at === to) return undefined;
    const [one, another] = [events[at] as Line, events[to] as Line];
    events[at] = { ...another, sequence: at + 1 };
    events[to] = { ...one, sequence: to + 1 };
    return { sequence: Math.min(at, to) + 1 };
  },
  'gives an event another number': ({ events }, at, to) => {
    if (at === to) return undefined;
    (events[at] as Line)['sequence'] = to + 1;
    return { sequence: at + 1 };
  },
  'cuts off the end and says that it ends there': (copy, at) => {
    copy.events.splice(at);
    const last = copy.events.at(-1);
    copy.end.end.events = at;
    copy.end.end.sequence = at;
    copy.end.end.hash = (last?.['hash'] as string | undefined) ?? 'none';
    return { sequence: at + 1 };
  },
  'writes everything anew from one event on, with right hashes': (copy, at) => {
    (copy.events[at] as Line)['detail'] = '{"on":"another day"}';
    rechain(copy, at);
    return { sequence: trail.checkpointed.find((sequence) => sequence > at) ?? 0 };
  },
  'alters a time': ({ events }, at, _to, dice) => {
    const event = events[at] as Line;
    const moved = new Date(
      Date.parse(event['at'] as string) + (dice % 2 === 0 ? -1 : 1) * (1000 + (dice >> 1)),
    );
    event['at'] = `${moved.toISOString().slice(0, -1)}${(event['at'] as string).slice(-4)}`;
    return { sequence: at + 1 };
  },
  'alters a checkpoint': ({ checkpoints }, at, _to, dice) => {
    const line = at % checkpoints.length;
    checkpoints[line] = flipped(checkpoints[line] as string, dice) as string;
    return { checkpointLine: line + 1 };
  },
  'swaps the details of two events': ({ events }, at, to) => {
    const [one, another] = [events[at] as Line, events[to] as Line];
    if (one['detail'] === another['detail']) return undefined;
    [one['detail'], another['detail']] = [another['detail'] as string, one['detail'] as string];
    return { sequence: Math.min(at, to) + 1 };
  },
  'puts another name beside an event': ({ events }, at, _to, dice) => {
    const event = events[at] as Line;
    if (event['name'] === null) {
      // The name was erased: somebody makes up a salt and a name for it.
      Object.assign(event, { name: 'Made up', salt: 'ab'.repeat(32), personId: null });
    } else if (dice % 4 === 0) Object.assign(event, { name: null, salt: null, personId: null });
    else if (dice % 4 === 1) event['personId'] = event['personId'] === null ? dice : null;
    else if (dice % 4 === 2) event['name'] = `${event['name'] ?? ''} `;
    else Object.assign(event, { salt: 'cd'.repeat(32), name: 'Somebody else' });
    return { sequence: at + 1 };
  },
  'replays an event of this trail or of another installation': (copy, at, to, dice) => {
    const source = dice % 2 === 0 ? copy.events : foreignEvents();
    if (source === copy.events && at === to) return undefined;
    copy.events[at] = { ...(source[to] as Line), sequence: at + 1 };
    return { sequence: at + 1 };
  },
};

/** Of each of twelve; in the whole run, with the sample in tampering.database.test.ts, there are 1,000. */
const RUNS = rounds(79);

describe('a trail in a file', () => {
  it('is sound as it was written, and so is the one in the database', async () => {
    const verdicts = await Promise.all([
      verifyCopy(copyOf(trail)),
      verifyTrail(await trailOfDatabase(database.db), lines(trail.checkpoints)),
      verifyTrail(
        await trailOfDatabase(database.db),
        checkpointLines(`${trail.folder}/audit-checkpoints.txt`),
      ),
    ]);
    for (const verdict of verdicts) {
      expect(verdict).toMatchObject({
        kind: 'sound',
        events: count,
        erasedNames: 2,
        checkpoints: { agree: trail.checkpoints.length, last: { sequence: count } },
      });
    }
  });

  it.each(Object.keys(tamperings))('shows it when somebody %s', async (name) => {
    const place = nat({ max: count - 1 });
    let tampered = 0;
    await assert(
      asyncProperty(place, place, nat({ max: 1_000_000 }), async (at, to, dice) => {
        const copy = copyOf(trail);
        const found = tamperings[name]?.(copy, at, to, dice);
        pre(found !== undefined);
        tampered += 1;
        expect(await verifyCopy(copy)).toMatchObject({ kind: 'tampered', finding: found });
      }),
      { numRuns: RUNS },
    );
    expect(tampered).toBeGreaterThanOrEqual(RUNS);
  });

  it('knows a name that is gone without an erasure on record', async () => {
    const copy = copyOf(trail);
    const gone = copy.events.findIndex(({ name }) => name === 'Amara Obi');
    for (const event of copy.events) {
      if (event['name'] === 'Amara Obi') Object.assign(event, { name: null, salt: null, personId: null });
    }
    expect(await verifyCopy(copy)).toMatchObject({
      finding: { sequence: gone + 1, sentence: expect.stringContaining('no event that erased it') },
    });
  });

  it('refuses another key than the one the reader kept', async () => {
    const verify = async (key: string) =>
      verifyTrail(await trailOfDatabase(database.db), lines(trail.checkpoints), key);
    expect(await verify(foreign.checkpoints[0]?.split(' ')[5] ?? '')).toMatchObject({
      finding: { checkpointLine: 1, sentence: expect.stringContaining('not the one you named') },
    });
    expect(await verify(trail.checkpoints[0]?.split(' ')[5] ?? '')).toMatchObject({ kind: 'sound' });
  });

  it('takes a part of the trail as a part: what is there must be right, what is left out is not missed', async () => {
    const copy = copyOf(trail);
    copy.head['whole'] = false as never;
    copy.events.splice(20, 10);
    copy.end.end.events -= 10;
    expect(await verifyCopy(copy)).toMatchObject({ kind: 'sound', whole: false, events: count - 10 });
    (copy.events[25] as Line)['subjectRef'] = 'altered';
    expect(await verifyCopy(copy)).toMatchObject({ kind: 'tampered', finding: { sequence: 36 } });
  });

  it.each(['', '{}', 'Number,When', '{"format":"throughline-audit-2","installation":"x","whole":true}'])(
    'does not take %j for a trail',
    async (text) => {
      expect(await trailOfLines(lines([text]))).toEqual({ kind: 'not-a-trail' });
    },
  );
});

function copyOf({ lines: [head = '', ...rest], checkpoints }: ATrail): Copy {
  return {
    head: JSON.parse(head) as Line,
    events: rest.slice(0, -1).map((line) => JSON.parse(line) as Line),
    end: JSON.parse(rest.at(-1) ?? '') as Copy['end'],
    checkpoints: [...checkpoints],
  };
}

async function verifyCopy({ head, events, end, checkpoints }: Copy): Promise<Verdict> {
  const read = await trailOfLines(lines([head, ...events, end].map((line) => JSON.stringify(line))));
  if (read.kind !== 'trail') throw new Error('The file was not taken for a trail');
  return verifyTrail(read.trail, lines(checkpoints));
}

async function* lines(texts: readonly string[]): AsyncGenerator<string> {
  yield* texts;
}

/** Where an event that is put in is found: it fits its place itself, so at the next event, or at its checkpoint. */
function firstBadAfter(sequence: number): number {
  return trail.checkpointed.includes(sequence) ? sequence : sequence + 1;
}

let foreignRows: Line[] | undefined;
function foreignEvents(): Line[] {
  return (foreignRows ??= copyOf(foreign).events);
}

function rechain(copy: Copy, from: number): void {
  for (let index = from; index < copy.events.length; index += 1) {
    const event = copy.events[index] as Line;
    if (index > from) event['previous'] = (copy.events[index - 1] as Line)['hash'] as string;
    copy.events[index] = withHash(event);
  }
  copy.end.end.hash = (copy.events.at(-1) as Line)['hash'] as string;
}

function withHash(line: Line): Line {
  const at =
    Date.parse(`${(line['at'] as string).slice(0, 23)}Z`) * 1000 +
    Number((line['at'] as string).slice(23, 26));
  return { ...line, hash: eventHash({ ...line, at } as unknown as ChainedEvent) };
}

/** The same with one bit of one letter or figure the other way. */
function flipped(value: string | number, dice: number): string | number {
  if (typeof value === 'number') return value ^ (1 << (dice % 20));
  const place = dice % value.length;
  const letter = String.fromCodePoint((value.codePointAt(place) ?? 0) ^ (1 << (dice % 7)));
  return value.slice(0, place) + letter + value.slice(place + 1);
}

describe('the commitment of a name', () => {
  it.each<[string, string, number | null]>([
    ['ab'.repeat(32), 'Amara Obi', null],
    ['ab'.repeat(32), 'Amara Obi', 1],
    ['ab'.repeat(32), 'Amara Ob', null],
    ['ac'.repeat(32), 'Amara Obi', null],
    ['ab'.repeat(32), 'Ámara Óbi 🏛', 9_007_199_254_740_991],
  ])('is what the database works out: %s %s %s', async (salt, name, personId) => {
    const { rows } = await database.db
      .selectNoFrom((build) =>
        build
          .fn<Buffer>('audit.actor_commitment', [
            build.val(Buffer.from(salt, 'hex')),
            build.val(name),
            build.val(personId),
          ])
          .as('made'),
      )
      .execute()
      .then((made) => ({ rows: made }));
    expect(rows[0]?.made.toString('hex')).toBe(actorCommitment(salt, name, personId));
  });
});

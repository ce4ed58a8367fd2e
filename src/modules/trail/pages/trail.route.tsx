import { Readable } from 'node:stream';
import { QUEUE_FULL, takeTurns } from '../../../platform/take-turns.ts';
import type { Tx } from '../../../platform/db/index.ts';
import { download, notFound, page } from '../../../platform/web/answer.ts';
import type { Needs } from '../../../platform/web/access.ts';
import type { Place } from '../../../platform/web/frame.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import {
  recordRead,
  type Actor,
  type EventDefinition,
  type Subject,
  auditEvents,
  exportTrail,
  TRAIL_FORMATS,
  type TrailFormat,
  eventPage,
  type EventFilter,
  listEvents,
  countEvents,
  verifyDatabase,
} from '../../audit/index.ts';
import { readFilter, typedFilter } from './trail-filter.form.ts';
import { EventView } from './event-page.view.tsx';
import { TrailView } from './trail-page.view.tsx';
import { VerifyView } from './verify-page.view.tsx';

export interface AuditRoutes {
  /** What every other module writes, for the sentences. */
  readonly events: readonly EventDefinition<never>[];
  /** Where the checkpoint file is kept. */
  readonly checkpoints: string;
  /** A page about the thing an event happened to, beside the trail's own. */
  readonly thingPage?: (subject: Subject) => Place | undefined;
  /** Who may read the trail, which is not for this module to say: it stands below the one that knows people. */
  readonly access: Needs;
  /** Who asks, and on what ground they read the trail. */
  readonly readerOf: (visit: Visit) => TrailReader;
}

export interface TrailReader {
  readonly actor: Actor;
  /** As a phrase, such as "auditor since 1 March 2026". */
  readonly ground: string;
  /** Runs a reading for them and nobody else: the database shows the trail to those alone who may read it. */
  readonly read: <Result>(work: (tx: Tx) => Promise<Result>) => Promise<Result>;
}

/** The pages of the audit trail, and the trail to take away. */
export function addAuditRoutes(
  server: WebServer,
  { events, access, readerOf, checkpoints, thingPage = () => undefined }: AuditRoutes,
): void {
  const definitions: readonly EventDefinition<never>[] = [...events, ...auditEvents];
  const types = [...new Set(definitions.map(({ type }) => type))].sort();

  server.route({
    method: 'GET',
    path: '/audit',
    access,
    handler: async (visit) => {
      const typed = typedFilter(visit.query);
      const read = readFilter(typed);
      const shown = { frame: visit.frame, typed, types };
      if (!read.ok) return page(<TrailView {...shown} problems={read.problems} />, 422);
      const place = placeIn(visit.query);
      const trail = await readTrail(readerOf(visit), 'page', (tx) =>
        listEvents(tx, definitions, { ...read.value, ...place }),
      );
      return page(
        <TrailView {...shown} trail={trail ?? undefined} narrowed={Object.keys(read.value).length > 0} />,
      );
    },
  });

  server.route({
    method: 'GET',
    path: '/audit/event/:sequence',
    access,
    handler: async (visit) => {
      const sequence = numberIn(visit.params.sequence);
      const shown =
        sequence === undefined
          ? undefined
          : await readTrail(
              readerOf(visit),
              `event ${sequence}`,
              async (tx) => (await eventPage(tx, definitions, sequence)) ?? null,
            );
      return shown === undefined || shown === null
        ? notFound()
        : page(<EventView frame={visit.frame} shown={shown} thingPage={thingPage(shown.event.subject)} />);
    },
  });

  const verifyPage = async (visit: Visit, shown: Pick<Parameters<typeof VerifyView>[0], 'result' | 'busy'>) =>
    page(
      <VerifyView
        {...shown}
        frame={visit.frame}
        token={visit.formToken()}
        events={await readerOf(visit).read(countEvents)}
      />,
    );

  server.route({
    method: 'GET',
    path: '/audit/verify',
    access,
    handler: (visit) => verifyPage(visit, { result: undefined, busy: false }),
  });

  server.route({
    method: 'POST',
    path: '/audit/verify',
    access,
    handler: async (visit) => {
      const started = performance.now();
      const verdict = await oneAtATime(() =>
        readTrail(readerOf(visit), 'verified', (tx) => verifyDatabase(tx, { kept: checkpoints })),
      );
      if (verdict === QUEUE_FULL || verdict === null)
        return verifyPage(visit, { result: undefined, busy: true });
      const seconds = ((performance.now() - started) / 1000).toFixed(1);
      return verifyPage(visit, { result: { verdict, seconds }, busy: false });
    },
  });

  for (const format of TRAIL_FORMATS)
    server.route({
      method: 'GET',
      path: `/audit/trail.${format}`,
      access,
      handler: async (visit) => {
        const read = readFilter(typedFilter(visit.query));
        if (!read.ok) return notFound();
        return visit.costly(async () => {
          const reader = readerOf(visit);
          await readTrail(reader, format, async () => undefined);
          return download({
            fileName: `audit-trail.${format}`,
            mediaType: MEDIA_TYPES[format],
            body: Readable.from(exportTrail(reader.read, read.value, format)),
          });
        });
      },
    });
}

/** Reading a million events again keeps a processor busy for some seconds: pages of others must go on meanwhile. */
const oneAtATime = takeTurns(1, 0);

const MEDIA_TYPES: Readonly<Record<TrailFormat, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

/**
 * Reads the trail for somebody, and records that they did: before anything is shown, and after it was read, so that a
 * page of the trail does not begin with its own opening. Where there was nothing to read, nothing was read.
 */
async function readTrail<Result>(
  { actor, ground, read }: TrailReader,
  part: string,
  work: (tx: Tx) => Promise<Result | null>,
): Promise<Result | null> {
  return read(async (tx) => {
    const result = await work(tx);
    if (result !== null) await recordRead(tx, actor, { kind: 'audit-trail', ref: part }, ground);
    return result;
  });
}

/** Where in a long list the reader is. What cannot be understood means the newest events. */
function placeIn(query: URLSearchParams): Pick<EventFilter, 'after' | 'before'> {
  const [after, before] = [numberIn(query.get('after')), numberIn(query.get('before'))];
  return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
}

function numberIn(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

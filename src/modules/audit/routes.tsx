import { Readable } from 'node:stream';
import type { Db } from '../../platform/db/index.ts';
import { download, notFound, page } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { recordRead } from './commands/record-read.ts';
import type { Actor } from './domain/actor.ts';
import type { EventDefinition } from './domain/event.ts';
import { auditEvents } from './events.ts';
import { exportTrail, TRAIL_FORMATS, type TrailFormat } from './exports/export-trail.ts';
import { readFilter, typedFilter } from './forms/trail-filter.ts';
import { eventPage } from './queries/event-page.ts';
import { type EventFilter, listEvents } from './queries/list-events.ts';
import { EventView } from './views/event-page.tsx';
import { TrailView } from './views/trail-page.tsx';

export interface AuditRoutes {
  readonly db: Db;
  /** What every other module writes, for the sentences. */
  readonly events: readonly EventDefinition<never>[];
  /** Who asks, to record that the trail was taken away. A visitor on this machine unless given. */
  readonly actorOf?: ((visit: Pick<Visit, 'requestId'>) => Actor) | undefined;
}

/** The pages of the audit trail, and the trail to take away. */
export function addAuditRoutes(server: WebServer, { db, events, actorOf = visitor }: AuditRoutes): void {
  const definitions: readonly EventDefinition<never>[] = [...events, ...auditEvents];
  const types = [...new Set(definitions.map(({ type }) => type))].sort();

  server.route({
    method: 'GET',
    path: '/audit',
    access: 'this-machine',
    handler: async (visit) => {
      const typed = typedFilter(visit.query);
      const read = readFilter(typed);
      const shown = { frame: visit.frame, typed, types };
      if (!read.ok) return page(<TrailView {...shown} problems={read.problems} />, 422);
      const trail = await listEvents(db, definitions, { ...read.value, ...placeIn(visit.query) });
      return page(<TrailView {...shown} trail={trail} narrowed={Object.keys(read.value).length > 0} />);
    },
  });

  server.route({
    method: 'GET',
    path: '/audit/event/:sequence',
    access: 'this-machine',
    handler: async (visit) => {
      const sequence = numberIn(visit.params.sequence);
      const shown = sequence === undefined ? undefined : await eventPage(db, definitions, sequence);
      return shown === undefined ? notFound() : page(<EventView frame={visit.frame} shown={shown} />);
    },
  });

  for (const format of TRAIL_FORMATS)
    server.route({
      method: 'GET',
      path: `/audit/trail.${format}`,
      access: 'this-machine',
      handler: async (visit) => {
        const read = readFilter(typedFilter(visit.query));
        if (!read.ok) return notFound();
        await recordRead(
          db,
          actorOf(visit),
          { kind: 'audit-trail', ref: format },
          'somebody who may read the trail',
        );
        return download({
          fileName: `audit-trail.${format}`,
          mediaType: MEDIA_TYPES[format],
          body: Readable.from(exportTrail(db, read.value, format)),
        });
      },
    });
}

const MEDIA_TYPES: Readonly<Record<TrailFormat, string>> = {
  jsonl: 'application/jsonl; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
};

function visitor({ requestId }: Pick<Visit, 'requestId'>): Actor {
  return { kind: 'visitor', name: 'A visitor on this machine', requestId };
}

/** Where in a long list the reader is. What cannot be understood means the newest events. */
function placeIn(query: URLSearchParams): Pick<EventFilter, 'after' | 'before'> {
  const [after, before] = [numberIn(query.get('after')), numberIn(query.get('before'))];
  return { ...(after === undefined ? {} : { after }), ...(before === undefined ? {} : { before }) };
}

function numberIn(text: string | null): number | undefined {
  return text !== null && /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

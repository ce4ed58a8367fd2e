import type { Db } from '../../platform/db/index.ts';
import { parsePlainDay } from '../../platform/time/plain-day.ts';
import { page } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { EventDefinition } from './domain/event.ts';
import { type EventFilter, listEvents } from './queries/list-events.ts';
import { TrailView } from './views/trail-page.tsx';

const FILTERS = ['from', 'to', 'type', 'kind', 'ref'] as const;

/**
 * The page of the audit trail.
 * @param events what every module writes, for the sentences
 */
export function addAuditRoutes(
  server: WebServer,
  { db, events }: { readonly db: Db; readonly events: readonly EventDefinition<never>[] },
): void {
  server.route({
    method: 'GET',
    path: '/audit',
    access: 'this-machine',
    handler: async (visit) => {
      const given = Object.fromEntries(
        FILTERS.flatMap((name) => {
          const value = visit.query.get(name)?.trim();
          return value ? [[name, value] as const] : [];
        }),
      );
      const trail = await listEvents(db, events, filterFrom(given, visit.query.get('after')));
      return page(<TrailView frame={visit.frame} trail={trail} filter={given} />);
    },
  });
}

/** What can be understood of the address; the rest is passed over, as the page then shows. */
function filterFrom(given: Readonly<Partial<Record<string, string>>>, after: string | null): EventFilter {
  const { from, to, type, kind, ref } = given;
  return {
    ...(kind !== undefined && ref !== undefined ? { subject: { kind, ref } } : {}),
    ...(type === undefined ? {} : { type }),
    ...(from !== undefined && parsePlainDay(from) !== null ? { from } : {}),
    ...(to !== undefined && parsePlainDay(to) !== null ? { to } : {}),
    ...(after !== null && /^\d{1,15}$/.test(after) ? { after: Number(after) } : {}),
  };
}

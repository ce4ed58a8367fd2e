import type { Db } from '../../../platform/db/index.ts';
import { toCsv } from '../../../platform/tables/to-csv.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Answer, download, notFound, page } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { recordRead } from '../../audit/index.ts';
import { actFor, askerOf, mayReadTrail, needs, whyMayReadTrail } from '../../identity/index.ts';
import { seenTable } from './seen-table.print.ts';
import { draftInTrail, type DraftInTrail, type DraftRead, readsOfDraft } from './draft-in-trail.read.ts';
import type { DraftReader } from './draft-readers.read.ts';
import { whoCouldSee } from './who-could-see.query.ts';
import { ImportSeenPage } from './seen-page.view.tsx';

/** Who could see a draft on a day and who did, for those who read the audit trail. */
export function addSeenRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft/seen',
    access: needs(mayReadTrail),
    handler: (visit) =>
      seenOn(db, visit, ({ draft, could, reads }) =>
        page(<ImportSeenPage frame={visit.frame} draft={draft} could={could} reads={reads} />),
      ),
  });

  server.route({
    method: 'GET',
    path: '/plan/import/:draft/seen.csv',
    access: needs(mayReadTrail),
    handler: (visit) =>
      visit.costly(() =>
        seenOn(db, visit, ({ draft, day, could, reads }) =>
          download({
            fileName: `draft-${draft.id}-seen-${day}.csv`,
            mediaType: 'text/csv; charset=utf-8',
            body: toCsv(seenTable(day, could, reads)),
          }),
        ),
      ),
  });
}

interface Seen {
  readonly draft: DraftInTrail;
  readonly day: PlainDay;
  readonly could: readonly DraftReader[];
  readonly reads: readonly DraftRead[];
}

/** Gathers it for whoever asks, and records that they read that part of the trail. */
async function seenOn(
  db: Db,
  visit: Visit<{ readonly draft: string }>,
  show: (seen: Seen) => Answer,
): Promise<Answer> {
  const asker = askerOf(visit);
  const { day } = visit;
  return actFor(db, asker, async (tx) => {
    const draft = await draftInTrail(tx, visit.params.draft);
    if (draft === null) return notFound();
    const could = await whoCouldSee(tx, draft, day);
    const reads = await readsOfDraft(tx, draft.id, day);
    const part = `who could see import ${draft.id} on ${day}`;
    await recordRead(tx, asker, { kind: 'audit-trail', ref: part }, whyMayReadTrail(asker));
    return show({ draft, day, could, reads });
  });
}

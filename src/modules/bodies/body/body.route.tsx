import type { Db } from '../../../platform/db/index.ts';
import { toCsv } from '../../../platform/tables/to-csv.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { type Answer, download, json, notFound, page } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { nameOnDay } from '../sayings/facts.rule.ts';
import { compareTerms, type Terms } from '../terms/terms.rule.ts';
import { bodyPage } from './body-page.query.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readTerms } from '../terms/read-terms.read.ts';
import { voterRows, type Voters, votersOn } from './voters-on.query.ts';
import { BodyView } from './body-page.view.tsx';
import { TermsPage } from '../terms/terms-page.view.tsx';
import { VotersPage } from './voters-page.view.tsx';
import { visitBodies } from '../visiting/visit-bodies.route.ts';

/** A body's own pages: as at a day, its terms side by side, and who could vote. */
export function addBodyRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/bodies/:body',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day, mayKeep }) => {
        const body = await bodyPage(tx, visit.params.body, day);
        return body === null ? notFound() : page(<BodyView frame={frame} body={body} mayKeep={mayKeep} />);
      }),
  });

  server.route({
    method: 'GET',
    path: '/bodies/:body/terms',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day }) => {
        const [body] = await readBodies(tx, { slug: visit.params.body });
        const versions = body === undefined ? [] : await readTerms(tx, body.id);
        const newest = versions.at(-1);
        if (body === undefined || newest === undefined) return notFound();
        const newer = chosen(versions, visit.query.get('newer')) ?? newest;
        const older = chosen(versions, visit.query.get('older')) ?? versions.at(-2) ?? newest;
        return page(
          <TermsPage
            frame={frame}
            body={{ slug: body.slug, name: nameOnDay(body.facts, day) }}
            versions={versions}
            older={older}
            newer={newer}
            differences={compareTerms(older.clauses, newer.clauses)}
          />,
        );
      }),
  });

  const withVoters = (show: (voters: Voters, frame: Parameters<typeof VotersPage>[0]['frame']) => Answer) =>
    function voters(visit: Visit<{ readonly body: string }>): Promise<Answer> {
      return visitBodies(db, visit, async ({ tx, frame, day }) => {
        const found = await votersOn(tx, visit.params.body, day);
        return found === null ? notFound() : show(found, frame);
      });
    };

  server.route({
    method: 'GET',
    path: '/bodies/:body/voters',
    access: 'public',
    handler: withVoters((voters, frame) => page(<VotersPage frame={frame} voters={voters} />)),
  });
  server.route({
    method: 'GET',
    path: '/bodies/:body/voters.json',
    access: 'public',
    machine: true,
    handler: withVoters((voters) =>
      json({
        body: voters.slug,
        name: voters.name,
        asAt: voters.day,
        there: voters.life.kind === 'in-being' || voters.life.kind === 'presumed',
        quorum: voters.quorum === undefined ? null : Number(voters.quorum),
        seats: voterRows(voters),
      }),
    ),
  });
  server.route({
    method: 'GET',
    path: '/bodies/:body/voters.csv',
    access: 'public',
    handler: withVoters((voters) =>
      download({
        fileName: `${voters.slug}-voters-${voters.day}.csv`,
        mediaType: 'text/csv; charset=utf-8',
        body: votersCsv(voters),
      }),
    ),
  });
}

function chosen(versions: readonly Terms[], asked: string | null): Terms | undefined {
  return versions.find(({ version }) => String(version) === asked);
}

function votersCsv(voters: Voters): string {
  return toCsv({
    title: `${voters.name}, who could vote on ${formatDay(voters.day)}`,
    columns: [
      { heading: 'Person', kind: 'text' },
      { heading: 'Seat', kind: 'text' },
      { heading: 'Capacity', kind: 'text' },
      { heading: 'Role', kind: 'text' },
      { heading: 'May vote', kind: 'text' },
      { heading: 'Why', kind: 'text' },
      { heading: 'Standing', kind: 'text' },
      { heading: 'Substitute', kind: 'text' },
      { heading: 'Source', kind: 'text' },
      { heading: 'Day of the source', kind: 'day' },
      { heading: 'Place in the source', kind: 'text' },
    ],
    rows: voterRows(voters).map((row) => [
      row.person,
      row.seat,
      row.capacity,
      row.role,
      row.mayVote,
      row.why,
      row.standing,
      row.substitute ? 'yes' : 'no',
      row.source,
      row.statedOn,
      row.place,
    ]),
  });
}

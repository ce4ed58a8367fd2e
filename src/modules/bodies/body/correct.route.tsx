import { z } from 'zod';
import type { Db } from '../../../platform/db/index.ts';
import { go, notFound, page } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { actFor, askerOf, needs, reasonField } from '../../identity/index.ts';
import { withdraw } from './withdraw.ts';
import { partDoneAlready } from '../keeping/done-already.route.ts';
import { addFormRoute } from '../keeping/form.route.tsx';
import { bodyPaths } from '../paths.ts';
import { mayKeepBodies } from '../permissions.ts';
import { bodyParts } from './body-parts.query.ts';
import { BODY_PARTS } from '../sayings/body-part.shape.ts';
import { bodyNamed } from '../life/known-bodies.read.ts';
import { RecordOfBodyPage, WithdrawView } from './record-page.view.tsx';

/** What is recorded of a body, line by line, and taking out what never was so. */
export function addCorrectRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/bodies/:body/record',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) => {
        const body = await bodyNamed(tx, visit.params.body, visit.today);
        return body === null
          ? notFound()
          : page(<RecordOfBodyPage frame={visit.frame} body={body} parts={await bodyParts(tx, body.slug)} />);
      }),
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/record/:part/:id/withdraw',
    schema: z.object({ reason: reasonField }),
    days: [],
    doneAlready: async (tx, { params, today }) => {
      const part = BODY_PARTS.find((known) => known === params.part);
      return part === undefined
        ? null
        : partDoneAlready(tx, { slug: params.body, part, id: params.id, today });
    },
    known: async (tx, { params, today }) => {
      const body = await bodyNamed(tx, params.body, today);
      const part = BODY_PARTS.find((known) => known === params.part);
      if (body === null || part === undefined) return null;
      const found = (await bodyParts(tx, body.slug)).find(
        (one) => one.part === part && String(one.id) === params.id,
      );
      return found === undefined ? null : { body, found };
    },
    view: WithdrawView,
    act: async (tx, asker, { value, known }) => {
      const { body, found } = known;
      const result = await withdraw(tx, asker, { ...found, slug: body.slug, reason: value.reason });
      return result.kind === 'withdrawn'
        ? {
            kind: 'done',
            answer: go(
              bodyPaths.record(body.slug),
              `Taken out: ${found.what}. It is kept, with your reason.`,
            ),
          }
        : { kind: 'gone' };
    },
  });
}

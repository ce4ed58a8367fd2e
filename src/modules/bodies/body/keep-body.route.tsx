import type { Db } from '../../../platform/db/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { go, goSaying } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { changeShownTo } from '../life/change-shown-to.ts';
import { drawLine, endLine } from '../lines/draw-line.ts';
import { nameStatutoryPost } from '../accountability/name-statutory-post.ts';
import { recordHappening } from '../life/record-happening.ts';
import { sayFact } from '../life/say-fact.ts';
import { setUpBody } from '../life/set-up-body.ts';
import { writeTerms } from '../terms/write-terms.ts';
import type { Attribute } from '../sayings/body-words.shape.ts';
import { RELATIONS } from '../sayings/body-words.shape.ts';
import { partDoneAlready } from '../keeping/done-already.route.ts';
import { addFormRoute, refused, refusedDay } from '../keeping/form.route.tsx';
import {
  EndForm,
  HappenForm,
  LineForm,
  SayForm,
  SetUpForm,
  ShownToForm,
  StatutoryPostForm,
  TermsForm,
} from '../keeping/keep.form.ts';
import { bodyPaths } from '../paths.ts';
import { bodyNamed, otherBodies } from '../life/known-bodies.read.ts';
import { readLines } from '../lines/read-lines.read.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { readTerms } from '../terms/read-terms.read.ts';
import {
  EndView,
  HappenView,
  LineView,
  SayView,
  SetUpView,
  ShownToView,
  StatutoryPostView,
  TermsView,
} from '../keeping/keep-forms.view.tsx';

/** Setting bodies up, what happens to them, what is said of them, their terms, their lines, who may know of them. */
export function addKeepBodyRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  addFormRoute(server, db, {
    path: '/bodies/new',
    schema: SetUpForm,
    days: ['day', 'statedOn'],
    known: async () => ({}),
    opensWith: () => ({ shownTo: 'everybody' }),
    view: SetUpView,
    act: async (tx, asker, { value }) => {
      const said: readonly (readonly [Attribute, string | null])[] = [
        ['purpose', value.purpose],
        ['meets', value.meets],
        ['composition', value.composition],
      ];
      const result = await setUpBody(tx, asker, {
        ...value,
        facts: said.flatMap(([attribute, text]) =>
          text === null || text === '' ? [] : [{ attribute, value: text }],
        ),
      });
      return result.kind === 'set-up'
        ? { kind: 'done', answer: go(bodyPaths.body(result.slug), `Set up ${value.name}.`) }
        : refused(`A body is called ${value.name} already. Two bodies cannot have one name`, 'name');
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/events/new',
    schema: HappenForm,
    days: ['day', 'statedOn'],
    known: async (tx, { params, today }) => {
      const body = await bodyNamed(tx, params.body, today);
      return body === null ? null : { body, others: await otherBodies(tx, body.slug, today) };
    },
    view: HappenView,
    act: async (tx, asker, { value, known }) => {
      const result = await recordHappening(tx, asker, { ...value, slug: known.body.slug });
      switch (result.kind) {
        case 'recorded':
          return {
            kind: 'done',
            answer: go(
              bodyPaths.body(known.body.slug),
              value.authority === null
                ? 'Recorded as a proposal: nothing changes until it is approved.'
                : 'Recorded.',
            ),
          };
        case 'no-such-body':
          return { kind: 'gone' };
        case 'no-such-other':
          return refused('Choose the body it is merged into', 'into');
        case 'itself':
          return refused('A body cannot be merged into itself', 'into');
        case 'not-there':
          return refusedDay(`${result.name} is not there on ${formatDay(value.day)}`, 'day');
        case 'there-already':
          return refusedDay(`${result.name} is there on ${formatDay(value.day)} already`, 'day');
      }
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/facts/new',
    schema: SayForm,
    days: ['from', 'statedOn'],
    known: (tx, { params, today }) => bodyNamed(tx, params.body, today),
    view: SayView,
    act: async (tx, asker, { value, known }) => {
      const result = await sayFact(tx, asker, { ...value, slug: known.slug });
      switch (result.kind) {
        case 'said':
          return { kind: 'done', answer: go(bodyPaths.body(known.slug), 'Recorded.') };
        case 'no-such-body':
          return { kind: 'gone' };
        case 'fewest-beyond-most':
          return refused('The fewest members cannot be more than the most', 'value');
      }
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/terms/new',
    schema: TermsForm,
    days: ['inForceFrom', 'statedOn'],
    known: async (tx, { params, today }) => {
      const body = await bodyNamed(tx, params.body, today);
      if (body === null) return null;
      const versions = await readTerms(tx, body.id);
      return { body, versions: versions.at(-1)?.version ?? 0, last: versions.at(-1) };
    },
    opensWith: ({ last }) => ({
      title: last?.title ?? 'Terms of reference',
      clauses: last?.clauses.map(({ number, text }) => `${number} ${text}`).join('\n') ?? '',
    }),
    view: TermsView,
    act: async (tx, asker, { value, known }) => {
      const result = await writeTerms(tx, asker, { ...value, slug: known.body.slug });
      switch (result.kind) {
        case 'written':
          return {
            kind: 'done',
            answer: go(
              result.version > 1 ? bodyPaths.terms(known.body.slug) : bodyPaths.body(known.body.slug),
              `Saved version ${result.version}.`,
            ),
          };
        case 'no-such-body':
          return { kind: 'gone' };
        case 'no-authority':
          return refused('Enter the resolution or decision by which they come into force', 'authority');
        case 'later-version':
          return refusedDay(
            `A later version is in force from ${formatDay(result.from)}: terms of a body are in force one after the other`,
            'inForceFrom',
          );
      }
    },
  });

  addLineRoutes(server, db);

  addFormRoute(server, db, {
    path: '/bodies/:body/shown-to',
    schema: ShownToForm,
    days: [],
    known: async (tx, { params, today }) => {
      const body = await bodyNamed(tx, params.body, today);
      const [record] = await readBodies(tx, { slug: params.body });
      return body === null || record === undefined ? null : { ...body, shownTo: record.shownTo };
    },
    opensWith: ({ shownTo }) => ({ shownTo }),
    view: ShownToView,
    act: async (tx, asker, { value, known }) => {
      const result = await changeShownTo(tx, asker, { slug: known.slug, shownTo: value.shownTo });
      switch (result.kind) {
        case 'changed':
          return { kind: 'done', answer: go(bodyPaths.body(known.slug), 'Saved who may know of it.') };
        case 'nothing-changed':
          return { kind: 'done', answer: goSaying(bodyPaths.body(known.slug), 'Nothing changed.') };
        case 'no-such-body':
          return { kind: 'gone' };
      }
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/accountability/posts/new',
    schema: StatutoryPostForm,
    days: ['from', 'statedOn'],
    known: async () => ({}),
    view: StatutoryPostView,
    act: async (tx, asker, { value }) => {
      const result = await nameStatutoryPost(tx, asker, value);
      return result.kind === 'named'
        ? {
            kind: 'done',
            answer: go(bodyPaths.accountability(), `Recorded that ${value.post} carries the duty.`),
          }
        : refusedDay(
            `Another post carries the duty from ${formatDay(result.from)}: one post carries a duty at a time`,
            'from',
          );
    },
  });
}

function addLineRoutes(server: WebServer, db: Db): void {
  addFormRoute(server, db, {
    path: '/bodies/:body/lines/new',
    schema: LineForm,
    days: ['from', 'statedOn'],
    known: async (tx, { params, today }) => {
      const body = await bodyNamed(tx, params.body, today);
      return body === null ? null : { body, others: await otherBodies(tx, body.slug, today) };
    },
    view: LineView,
    act: async (tx, asker, { value, known }) => {
      const { from, to, ...line } = value;
      const result = await drawLine(tx, asker, { ...line, from: known.body.slug, to, fromDay: from });
      const path = bodyPaths.body(known.body.slug);
      switch (result.kind) {
        case 'drawn':
          return {
            kind: 'done',
            answer:
              result.circle === null
                ? go(path, 'Drew the line.')
                : goSaying(
                    path,
                    `Drew the line. It closes a circle, as peers may: ${result.circle.join(', ')}.`,
                  ),
          };
        case 'no-such-body':
          return { kind: 'gone' };
        case 'no-such-other':
          return refused('Choose the body it leads to', 'to');
        case 'itself':
          return refused('A line leads from one body to another', 'to');
        case 'there-already':
          return refused('The same line is recorded for these days already', 'relation');
        case 'circle':
          return refused(
            `Nothing can be part of its own part: ${result.circle.join(', which is part of ')}`,
            'to',
          );
      }
    },
  });

  addFormRoute(server, db, {
    path: '/bodies/:body/lines/:line/end',
    schema: EndForm,
    days: ['until'],
    doneAlready: (tx, { params, today }) =>
      partDoneAlready(tx, { slug: params.body, part: 'line', id: params.line, today }),
    known: async (tx, { params, today }) => {
      const body = await bodyNamed(tx, params.body, today);
      if (body === null) return null;
      const line = (await readLines(tx, { bodyId: body.id })).find(
        ({ id, fromId }) => String(id) === params.line && fromId === body.id,
      );
      const other = (await otherBodies(tx, body.slug, today)).find(({ id }) => id === line?.toId);
      if (line === undefined || other === undefined) return null;
      return {
        body,
        lineId: line.id,
        title: 'End a line',
        what: `${RELATIONS[line.relation].out} ${other.name}`,
        action: bodyPaths.endLine(body.slug, line.id),
        begins: line.from ?? line.statedOn,
      };
    },
    view: EndView,
    act: async (tx, asker, { value, known }) => {
      const result = await endLine(tx, asker, { ...value, slug: known.body.slug, lineId: known.lineId });
      switch (result.kind) {
        case 'ended':
          return { kind: 'done', answer: go(bodyPaths.body(known.body.slug), 'Ended the line.') };
        case 'no-such-line':
          return { kind: 'gone' };
        case 'ends-before-it-begins':
          return refusedDay(`The line begins on ${formatDay(result.begins)}: it cannot end before`, 'until');
      }
    },
  });
}

import type { Db, Tx } from '../../../platform/db/index.ts';
import { toCsv } from '../../../platform/tables/to-csv.ts';
import { z } from 'zod';
import { type Answer, download, go, goSaying, notFound, page } from '../../../platform/web/answer.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { formProblem, type FormProblems, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import {
  actFor,
  askerOf,
  change,
  needs,
  optionalText,
  sourceField,
  statedOnField,
} from '../../identity/index.ts';
import {
  acceptMembers,
  dropMemberDraft,
  keepMemberDraft,
  type MemberDraft,
  endedMemberDraft,
  openMemberDraft,
  type RowDecision,
  takeMemberDraft,
} from './bring-members.ts';
import { listDoneAlready } from './list-done-already.route.ts';
import { membersTable } from './members-table.print.ts';
import { popoloDocument } from './popolo.print.ts';
import { bodyPaths } from '../paths.ts';
import { mayKeepBodies } from '../permissions.ts';
import { exportBodies } from './export-bodies.query.ts';
import { judgeMembers, type JudgedMembership } from './judge-members.query.ts';
import { readMemberList } from './read-member-list.port.ts';
import { toSeeTo } from './to-see-to.query.ts';
import { refusalInWords } from '../seats/refusal.rule.ts';
import { BringMembersPage, NEW_KINDS, ReviewMembersPage } from './bring-members-pages.view.tsx';
import { VacanciesPage } from './vacancies-page.view.tsx';
import { visitBodies } from '../visiting/visit-bodies.route.ts';

/** Memberships to take away and to bring in, and what is to be seen to. */
export function addMemberRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/bodies/popolo.json',
    access: 'public',
    machine: true,
    handler: (visit) =>
      visit.costly(() =>
        visitBodies(db, visit, async ({ tx, day }) =>
          download({
            fileName: `bodies-${day}.json`,
            mediaType: 'application/json; charset=utf-8',
            body: `${JSON.stringify(popoloDocument(await exportBodies(tx, day), day), null, 2)}\n`,
          }),
        ),
      ),
  });
  server.route({
    method: 'GET',
    path: '/bodies/members.csv',
    access: 'public',
    handler: (visit) =>
      visit.costly(() =>
        visitBodies(db, visit, async ({ tx, day }) =>
          download({
            fileName: `memberships-${day}.csv`,
            mediaType: 'text/csv; charset=utf-8',
            body: toCsv(membersTable(await exportBodies(tx, day), day)),
          }),
        ),
      ),
  });
  server.route({
    method: 'GET',
    path: '/bodies/vacancies',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day }) =>
        page(<VacanciesPage frame={frame} toSeeTo={await toSeeTo(tx, day)} />),
      ),
  });
  addImportRoutes(server, db);
}

function addImportRoutes(server: WebServer, db: Db): void {
  const bringPage = (visit: Visit, problems?: FormProblems): Answer =>
    page(
      <BringMembersPage frame={visit.frame} token={visit.formToken()} state={{ form: {}, problems }} />,
      problems === undefined ? 200 : 422,
    );

  server.route({
    method: 'GET',
    path: '/bodies/members/import',
    access: needs(mayKeepBodies),
    handler: (visit) => bringPage(visit),
  });

  server.route({
    method: 'POST',
    path: '/bodies/members/import',
    access: needs(mayKeepBodies),
    handler: async (visit) => {
      const file = visit.files.find(({ field, bytes }) => field === 'file' && bytes.length > 0);
      if (file === undefined) return bringPage(visit, formProblem('Choose the list to bring in', 'file'));
      const read = await readMemberList(file);
      if (read.kind === 'unreadable') return bringPage(visit, formProblem(read.sentence, 'file'));
      const { list } = read;
      if (list.memberships.length === 0)
        return bringPage(
          visit,
          formProblem(
            list.problems.length === 0
              ? `${file.fileName} has no row with a person and a body`
              : list.problems.map(({ at, sentence }) => `${at}: ${sentence}`).join('. '),
            'file',
          ),
        );
      return change(db, visit, mayKeepBodies, async (tx, asker) =>
        go(bodyPaths.memberDraft(await keepMemberDraft(tx, asker, { fileName: file.fileName, list }))),
      );
    },
  });

  server.route({
    method: 'GET',
    path: '/bodies/members/import/:draft',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) => {
        const draft = await openMemberDraft(tx, visit.params.draft);
        return draft === null ? noDraft(tx, visit.params.draft) : reviewPage(tx, visit, draft, {});
      }),
  });

  server.route({
    method: 'POST',
    path: '/bodies/members/import/:draft/accept',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      change(db, visit, mayKeepBodies, async (tx, asker) => {
        const draft = await takeMemberDraft(tx, visit.params.draft);
        if (draft === null) return noDraft(tx, visit.params.draft);
        const { form } = visit;
        const read = readForm(AcceptForm, form, { days: ['statedOn'] });
        if (!read.ok) return reviewPage(tx, visit, draft, form, read.problems);
        const judged = await judgeMembers(tx, draft.list.memberships, visit.today, chosenBodyIn(form));
        const seatless = judged.filter((row) => lacksSeat(row, form));
        if (seatless.length > 0)
          return reviewPage(tx, visit, draft, form, {
            summary: seatless.map(({ row, index }) => ({
              text: `${row.at}: choose the seat of ${row.person}, now that the body is chosen`,
              href: `#seat-${index}`,
            })),
            of: (name) =>
              seatless.some(({ index }) => name === `seat-${index}`)
                ? 'Choose the seat, or leave the row out'
                : undefined,
          });
        const decisions = judged.map((row) => decisionOf(row, form));
        if (decisions.every(({ kind }) => kind === 'left-out'))
          return reviewPage(
            tx,
            visit,
            draft,
            form,
            formProblem('No row is clear or decided: there is nothing to accept'),
          );
        const result = await acceptMembers(tx, asker, draft, decisions, read.value);
        if (result.kind === 'accepted')
          return go(
            bodyPaths.vacancies(),
            `Accepted ${result.sittings} ${result.sittings === 1 ? 'place' : 'places'}${result.people === 0 ? '' : ` and added ${result.people} ${result.people === 1 ? 'person' : 'people'}`}${result.bodies === 0 ? '' : `; set up ${result.bodies} ${result.bodies === 1 ? 'body' : 'bodies'}`}.${leftOutInWords(decisions)}`,
          );
        return reviewPage(tx, visit, draft, form, {
          summary: result.rows.map(({ row, why }) => ({
            text: `${row.at}: ${refusalInWords(why, row.person).sentence}`,
          })),
          of: () => undefined,
        });
      }),
  });

  server.route({
    method: 'POST',
    path: '/bodies/members/import/:draft/drop',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      change(db, visit, mayKeepBodies, async (tx) => {
        const draft = await takeMemberDraft(tx, visit.params.draft);
        if (draft === null) return noDraft(tx, visit.params.draft);
        await dropMemberDraft(tx, draft.id);
        return goSaying(bodyPaths.bringMembers(), `Dropped ${draft.fileName}. Nothing was changed.`);
      }),
  });
}

/** The answer about a list that is not open: accepted or dropped already, as after a click too many, or never there. */
async function noDraft(tx: Tx, id: string): Promise<Answer> {
  const over = await endedMemberDraft(tx, id);
  return over === null ? notFound() : listDoneAlready(over);
}

const AcceptForm = z.object({
  authority: optionalText(300, 'The resolution or decision must be 300 characters or fewer'),
  source: sourceField,
  statedOn: statedOnField,
});

async function reviewPage(
  tx: Tx,
  visit: Visit<{ readonly draft: string }>,
  draft: MemberDraft,
  form: Form,
  problems?: FormProblems,
): Promise<Answer> {
  return page(
    <ReviewMembersPage
      frame={visit.frame}
      token={visit.formToken()}
      state={{ form: { source: draft.fileName, ...form }, problems }}
      draft={draft}
      judged={await judgeMembers(tx, draft.list.memberships, visit.today, chosenBodyIn(form))}
    />,
    problems === undefined ? 200 : 422,
  );
}

/** The body of the record that was chosen for a row, by its index. */
function chosenBodyIn(form: Form): (index: number) => string | undefined {
  return (index) => valueOf(form, `body-${index}`) || undefined;
}

/** Whether the body of a row was just chosen, and its seats were not yet there to choose from. */
function lacksSeat(row: JudgedMembership, form: Form): boolean {
  return (
    row.body.kind === 'open' &&
    row.isBodyKnown &&
    row.seat.kind === 'open' &&
    (row.person.kind === 'one' || valueOf(form, `person-${row.index}`) !== '') &&
    valueOf(form, `seat-${row.index}`) === 'new-with-body'
  );
}

function leftOutInWords(decisions: readonly RowDecision[]): string {
  const rows = decisions.filter(({ kind }) => kind === 'left-out').length;
  return rows === 0 ? '' : ` Left out: ${rows} ${rows === 1 ? 'row' : 'rows'}.`;
}

/** What a row comes to by what is clear and what was chosen. A choice counts only where it was offered. */
function decisionOf(row: JudgedMembership, form: Form): RowDecision {
  const chosen = (field: 'person' | 'body' | 'seat') => valueOf(form, `${field}-${row.index}`);
  const newKind = NEW_KINDS.find((kind) => chosen('body') === `new-${kind}`);
  const body =
    row.body.kind === 'one'
      ? row.body.value
      : newKind === undefined
        ? row.body.likely.find(({ value }) => value === chosen('body'))?.value
        : { newKind };
  const seat =
    row.seat.kind === 'one'
      ? row.seat.value
      : chosen('seat') === 'new' || typeof body === 'object'
        ? 'new'
        : row.seat.likely.find(({ value }) => String(value) === chosen('seat'))?.value;
  const person =
    row.person.kind === 'one'
      ? row.person.value
      : chosen('person') === 'new'
        ? 'new'
        : row.person.likely.find(({ value }) => String(value) === chosen('person'))?.value;
  const isSkipped = valueOf(form, `skip-${row.index}`) !== '';
  return isSkipped || row.problem !== null || body === undefined || seat === undefined || person === undefined
    ? { kind: 'left-out' }
    : { kind: 'taken', body, seat, person };
}

import type { Db, Tx } from '../../../platform/db/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { type Answer, go, page, goSaying } from '../../../platform/web/answer.ts';
import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { type FormProblems, formProblem, readForm, dayProblem } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { endJudgement } from '../../access/index.ts';
import { type Asker, needs } from '../../identity/index.ts';
import { type OpenedDraft, openDraftTo } from './open-draft-to.ts';
import { type ShutDraft, shutDraftTo } from './shut-draft-to.ts';
import { END_ONE, OpenToOne, readEnd, READERS_ACTION, SHUT_TO_ONE, ShutToOne } from './readers.form.ts';
import { importPaths } from '../paths.ts';
import { draftThing } from '../permissions.ts';
import { mayChangePlans } from '../../improvement/index.ts';
import { draftReaders } from './draft-readers.read.ts';
import type { ImportDraft } from '../draft/draft.read.ts';
import { ImportReadersPage } from './readers-page.view.tsx';
import { changeDraft, type DraftChange, visitDraftToChange } from '../draft/visit-draft.route.tsx';

/** Who may see a draft: opened to one person who needs to know, or shut to one who has an interest in it. */
export function addReaderRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft/readers',
    access: needs(mayChangePlans),
    handler: (visit) =>
      visitDraftToChange(db, visit, ({ tx, asker, draft }) => readersPage({ tx, asker, draft, visit })),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/readers',
    access: needs(mayChangePlans),
    handler: (visit) =>
      changeDraft(db, visit, (change) => {
        const ended = readEnd(valueOf(visit.form, END_ONE));
        if (ended !== null) return endOne(change, ended);
        return valueOf(visit.form, READERS_ACTION) === SHUT_TO_ONE
          ? shutToOne(change, visit)
          : openToOne(change, visit);
      }),
  });
}

type PageVisit = Pick<Visit, 'frame' | 'form' | 'formToken'>;

async function openToOne({ tx, actor, draft }: DraftChange, visit: PageVisit): Promise<Answer> {
  const again = (problems: FormProblems) => readersPage({ tx, asker: actor, draft, visit }, problems);
  const read = readForm(OpenToOne, visit.form, { days: ['openFrom', 'openUntil'] });
  if (!read.ok) return again(read.problems);
  const { openPerson, openFrom, openUntil, openReason } = read.value;
  const given = {
    personId: openPerson,
    from: openFrom ?? actor.day,
    until: openUntil,
    reason: openReason,
  };
  const result = await openDraftTo(tx, actor, draft.id, given);
  if (result.kind !== 'opened') return again(whyNotOpened(result));
  const when = given.from > actor.day ? ` from ${formatDay(given.from)}` : '';
  return go(importPaths.readers(draft.id), `Opened this draft to ${result.personName}${when}.`);
}

function whyNotOpened(result: Exclude<OpenedDraft, { kind: 'opened' }>): FormProblems {
  switch (result.kind) {
    case 'may-read-already':
      return formProblem(`${result.personName} may see it already: ${result.ground}`, 'openPerson');
    case 'to-be-opened-already':
      return formProblem(
        `It will be open to ${result.personName} from ${formatDay(result.from)}. End that first to choose other days`,
        'openPerson',
      );
    case 'shut-out':
      return formProblem(
        `${result.personName} is shut out because of an interest. End that first, if the interest is over`,
        'openPerson',
      );
    case 'no-such-person':
      return formProblem(CANNOT_SIGN_IN, 'openPerson');
    case 'begins-in-the-past':
      return dayProblem('The first day must be today or a later day', 'openFrom');
    case 'ends-before-it-begins':
      return dayProblem('The last day must be the first day or a later one', 'openUntil');
  }
}

async function shutToOne({ tx, actor, draft }: DraftChange, visit: PageVisit): Promise<Answer> {
  const again = (problems: FormProblems) => readersPage({ tx, asker: actor, draft, visit }, problems);
  const read = readForm(ShutToOne, visit.form);
  if (!read.ok) return again(read.problems);
  const result = await shutDraftTo(tx, actor, draft.id, {
    personId: read.value.shutPerson,
    reason: read.value.shutReason,
  });
  if (result.kind !== 'shut') return again(whyNotShut(result));
  return result.self
    ? goSaying(
        importPaths.start(),
        'Recorded your interest. You can no longer see that draft; another programme manager can end it.',
      )
    : go(importPaths.readers(draft.id), `${result.personName} can no longer see this draft.`);
}

function whyNotShut(result: Exclude<ShutDraft, { kind: 'shut' }>): FormProblems {
  return result.kind === 'shut-already'
    ? formProblem(`${result.personName} is shut out already`, 'shutPerson')
    : formProblem(CANNOT_SIGN_IN, 'shutPerson');
}

const CANNOT_SIGN_IN = 'They can no longer sign in. Choose somebody else';

async function endOne(
  { tx, actor, draft }: DraftChange,
  { ground, id }: NonNullable<ReturnType<typeof readEnd>>,
): Promise<Answer> {
  const { kind } = await endJudgement(tx, actor, ground, id, draftThing(draft.id));
  const back = importPaths.readers(draft.id);
  if (kind === 'no-such-judgement') return goSaying(back, 'It had ended already. Here is how it stands now.');
  return go(
    back,
    ground === 'need-to-know'
      ? 'Ended. The draft is open to them no longer.'
      : 'Ended. The interest no longer shuts them out.',
  );
}

async function readersPage(
  given: { tx: Tx; asker: Asker; draft: ImportDraft; visit: PageVisit },
  problems?: FormProblems,
): Promise<Answer> {
  const { tx, asker, draft, visit } = given;
  const form: Form = problems === undefined ? {} : visit.form;
  return page(
    <ImportReadersPage
      frame={visit.frame}
      token={visit.formToken()}
      draft={draft}
      today={asker.day}
      readers={await draftReaders(tx, draft.id, asker.day)}
      state={{ form, problems }}
    />,
    problems === undefined ? 200 : 422,
  );
}

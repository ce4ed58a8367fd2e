import type { Db, Tx } from '../../platform/db/index.ts';
import { formatDay } from '../../platform/time/plain-day.ts';
import { type Answer, go, page } from '../../platform/web/answer.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { type AcceptPlan, acceptPlan } from './commands/accept-plan.ts';
import { applyChoices } from './domain/apply-choices.ts';
import { countReading } from './domain/count-reading.ts';
import { countByHand } from './domain/draft-rows.ts';
import {
  NEW_PLAN,
  readAcceptance,
  type TypedAcceptance,
  typedAcceptance,
} from './forms/import-acceptance.ts';
import type { FieldError } from './forms/import-form.ts';
import { planPaths } from './paths.ts';
import type { ImportDraft } from './queries/import-draft.ts';
import { listPlans } from './queries/list-plans.ts';
import { acceptedReading } from './queries/plan-history.ts';
import { planVersions } from './queries/plan-in-force.ts';
import { compareReadings } from './reading/compare-readings.ts';
import type { PlanReading } from './reading/plan-reading.ts';
import { ImportAcceptPage, type LaterVersion } from './views/import-accept-page.tsx';
import { counted } from './views/words.ts';
import { cannotHappen, changeDraft, goSaying, visitDraft } from './visit-draft.tsx';

/** The last look at a draft, and its acceptance as a new plan or as a later version of one. */
export function addAcceptRoutes(server: WebServer, db: Db): void {
  server.route({
    method: 'GET',
    path: '/plan/import/:draft/accept',
    access: 'this-machine',
    handler: (visit) =>
      visitDraft(db, visit, async (draft) => {
        const plans = await listPlans(db);
        const asked = visit.query.get('plan');
        const same = plans.find(({ title }) => title === draft.reading.title);
        const chosen = plans.find(({ slug }) => slug === asked) ?? (asked === null ? same : undefined);
        return acceptPage(db, visit, draft, { ...untyped(draft), plan: chosen?.slug ?? NEW_PLAN }, []);
      }),
  });

  server.route({
    method: 'POST',
    path: '/plan/import/:draft/accept',
    access: 'this-machine',
    handler: (visit) =>
      changeDraft(db, visit, async ({ tx, actor, draft }) => {
        const typed = typedAcceptance(visit.form);
        const again = (errors: readonly FieldError[], status: 409 | 422 = 422, as = typed) =>
          acceptPage(tx, visit, draft, as, errors, status);
        const read = readAcceptance(typed);
        if (read.kind === 'wrong') return again(read.errors);
        if (typed.decisions !== String(draft.choices.length))
          return again([aboutNoField(DECIDED_MEANWHILE)], 409);
        const result = await acceptPlan(tx, actor, { ...read.values, draftId: draft.id });
        return answerTo(result, draft, typed, again);
      }),
  });
}

type DraftVisit = Visit<{ readonly draft: string }>;
type Again = (errors: readonly FieldError[], status?: 409 | 422, as?: TypedAcceptance) => Promise<Answer>;

const DECIDED_MEANWHILE =
  'Somebody decided about this import while you had the page open. Look at what will be stored now, and accept it again.';

function aboutNoField(message: string): FieldError {
  return { field: '', message };
}

/** Each way an acceptance can end, as the person is told. */
async function answerTo(
  result: AcceptPlan,
  draft: ImportDraft,
  typed: TypedAcceptance,
  again: Again,
): Promise<Answer> {
  switch (result.kind) {
    case 'accepted':
      return go(
        planPaths(result.slug, null).home(),
        `Accepted ${counted(result.actions, 'action')} as version ${result.version}, from ${draft.fileName}.`,
      );
    case 'nothing-changed':
      return goSaying(
        planPaths(result.slug, null).home(),
        `Nothing changed: version ${result.version} says the same as ${draft.fileName}.`,
      );
    case 'plan-has-moved-on':
      return again(
        [
          aboutNoField(
            `Somebody accepted version ${result.version} of this plan while you had the page open. Look at what would change of that version, and accept it again.`,
          ),
        ],
        409,
        { ...typed, plan: result.slug },
      );
    case 'title-taken':
      return again([
        {
          field: 'title',
          message:
            'There is a plan of nearly that name already, and both would have one address. Choose another name, or bring this in as a later version of it',
        },
      ]);
    case 'earlier-than-current':
      return again([
        {
          field: 'inForceFrom',
          message: `The version before it is in force from ${formatDay(result.inForceFrom)}. Enter that day or a later one`,
        },
      ]);
    case 'nothing-to-accept':
      return again([
        aboutNoField('Every action was dropped, so there is nothing to accept. Put back those to keep.'),
      ]);
    case 'no-such-plan':
      return again(
        [aboutNoField('There is no such plan any more. Choose another, or accept this as a new plan.')],
        422,
        { ...typed, plan: NEW_PLAN },
      );
    case 'already-ended':
    case 'no-such-draft':
      break;
  }
  return cannotHappen(result.kind);
}

/** What stands in the form before anything is typed. */
function untyped(draft: ImportDraft): TypedAcceptance {
  const noDay = { day: '', month: '', year: '' };
  return {
    plan: NEW_PLAN,
    title: draft.reading.title ?? '',
    programme: '',
    inForceFrom: noDay,
    opensOn: noDay,
    comparedWith: '',
    decisions: '',
  };
}

async function acceptPage(
  db: Db | Tx,
  visit: DraftVisit,
  draft: ImportDraft,
  typed: TypedAcceptance,
  errors: readonly FieldError[],
  status: 409 | 422 = 422,
): Promise<Answer> {
  const reading = applyChoices(draft.reading, draft.choices);
  const later = typed.plan === NEW_PLAN ? null : await laterVersion(db, typed.plan, reading);
  const plan = later === null ? NEW_PLAN : typed.plan;
  const { problems, rows } = countByHand(draft.reading, draft.choices);
  return page(
    <ImportAcceptPage
      frame={visit.frame}
      token={visit.formToken()}
      draft={draft}
      counts={countReading(reading)}
      problems={problems}
      byHand={rows}
      plans={await listPlans(db)}
      // What the person is shown now is what they accept next.
      typed={{
        ...typed,
        plan,
        comparedWith: later === null ? '' : String(later.version),
        decisions: String(draft.choices.length),
      }}
      errors={errors}
      later={later}
    />,
    errors.length === 0 ? 200 : status,
  );
}

async function laterVersion(db: Db | Tx, slug: string, after: PlanReading): Promise<LaterVersion | null> {
  const plan = await planVersions(db, slug);
  if (plan === null) return null;
  const { title, versions } = plan;
  const [latest] = versions;
  const before = await acceptedReading(db, plan.planId, latest.number);
  if (before === null) return null;
  return {
    title,
    version: latest.number,
    inForceFrom: latest.inForceFrom,
    difference: compareReadings(before, after),
  };
}

import type { Db, Tx } from '../../../platform/db/index.ts';
import { type Answer, page } from '../../../platform/web/answer.ts';
import type { FormProblems } from '../../../platform/web/forms.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { applyChoices } from '../draft/apply-choices.rule.ts';
import {
  countReading,
  listPlans,
  acceptedReading,
  planVersions,
  compareReadings,
  type PlanReading,
} from '../../improvement/index.ts';
import { countByHand } from '../review/draft-rows.rule.ts';
import { NEW_PLAN } from './acceptance.form.ts';
import type { TypedAcceptance } from './acceptance.shape.ts';
import type { ImportDraft } from '../draft/draft.read.ts';
import { ImportAcceptPage } from './accept-page.view.tsx';
import type { LaterVersion } from './acceptance.shape.ts';

/** What stands in the form before anything is typed. */
export function untypedAcceptance(draft: ImportDraft): TypedAcceptance {
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

/**
 * The last look at a draft, as it would be accepted now: counted as decided, and compared with the plan's latest version.
 *
 * @param wrong what is to be put right, where the page is shown again
 * @param status 409 where somebody else was first
 */
export async function acceptPage(
  db: Db | Tx,
  visit: Pick<Visit, 'frame' | 'formToken'>,
  draft: ImportDraft,
  typed: TypedAcceptance,
  wrong?: FormProblems,
  status: 409 | 422 = 422,
): Promise<Answer> {
  const reading = applyChoices(draft.reading, draft.choices);
  const later = typed.plan === NEW_PLAN ? null : await laterVersion(db, typed.plan, reading);
  const plan = later === null ? NEW_PLAN : typed.plan;
  const { problems, byHand } = countByHand(draft.reading, draft.choices);
  return page(
    <ImportAcceptPage
      frame={visit.frame}
      token={visit.formToken()}
      draft={draft}
      counts={countReading(reading)}
      problems={problems}
      byHand={byHand}
      plans={await listPlans(db)}
      // What the person is shown now is what they accept next.
      typed={{
        ...typed,
        plan,
        comparedWith: later === null ? '' : String(later.version),
        decisions: String(draft.choices.length),
      }}
      wrong={wrong}
      later={later}
    />,
    wrong === undefined ? 200 : status,
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

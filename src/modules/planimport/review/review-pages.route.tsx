import { type Answer, notFound, page } from '../../../platform/web/answer.ts';
import { listPage, paginationFor } from '../../../platform/web/pagination.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { draftProblems } from './draft-problems.rule.ts';
import { draftRows } from './draft-rows.rule.ts';
import { actionsByRef, targetOf } from './problem-target.rule.ts';
import { ProblemsQuery, RowsQuery } from './decisions.form.ts';
import type { ImportDraft } from '../draft/draft.read.ts';
import type { ReviewedDraft } from './review-draft.route.ts';
import type { DraftHead } from '../draft/draft-head.view.tsx';
import { ImportPeople } from './people.view.tsx';
import { ImportProblems } from './problems.view.tsx';
import { ImportRequirements } from './requirements.view.tsx';
import { ImportReviewPage } from './review-page.view.tsx';
import { ImportRows } from './rows.view.tsx';

/** As many things as a person decides about before they save. */
const PROBLEMS_A_PAGE = 25;
/** Actions on one page of what was read: a whole priority of a plan like Kent's. */
const ACTIONS_A_PAGE = 30;
const REQUIREMENTS_A_PAGE = 50;
const PEOPLE_A_PAGE = 100;

type PageVisit = Pick<Visit, 'frame' | 'query' | 'formToken'>;

/** The part of a draft that an address names: what was read under a priority, the requirements, the people, or else the things to look at. */
export function partPage(visit: PageVisit, reviewed: ReviewedDraft): Answer {
  if (visit.query.has('priority')) return rowsPage(visit, reviewed);
  const part = visit.query.get('part');
  if (part === 'requirements') return requirementsPage(visit, reviewed);
  if (part === 'people') return peoplePage(visit, reviewed);
  return part === null ? problemsPage(visit, reviewed) : notFound();
}

function problemsPage(visit: PageVisit, { draft, decided, source, head }: ReviewedDraft): Answer {
  const query = ProblemsQuery.parse(Object.fromEntries(visit.query));
  const { kinds, matching } = draftProblems(draft.reading, decided, {
    kind: query.kind ?? null,
    ref: query.ref ?? null,
    // Whoever may only read it has nothing left to do with it, and wants to know what was decided.
    decidedToo: query.show === 'all' || !head.mayChange,
  });
  const place = listPage(visit.query, matching.length, PROBLEMS_A_PAGE);
  const actions = actionsByRef(draft.reading);
  const shown = matching.slice(place.offset, place.offset + place.limit).map((item) => ({
    ...item,
    target: targetOf(item.problem, actions),
    printed: source?.at(item.problem.source) ?? [],
  }));
  const token = tokenFor(visit, head);
  return page(
    <ImportReviewPage frame={visit.frame} token={token} head={head} current="problems">
      <ImportProblems
        head={head}
        token={token}
        query={query}
        kinds={kinds}
        shown={shown}
        pages={paginationFor(place, visit.frame.path, visit.query)}
      />
    </ImportReviewPage>,
  );
}

function rowsPage(visit: PageVisit, { draft, decided, source, head }: ReviewedDraft): Answer {
  const query = RowsQuery.parse(Object.fromEntries(visit.query));
  const part = head.priorities.find(({ number }) => number === query.priority);
  if (part === undefined) return notFound();
  const address = new URLSearchParams({ priority: String(part.number) });
  const asked = query.page ?? pageOfAction(draft, part.number, query.action);
  const place = listPage(new URLSearchParams({ page: String(asked) }), part.actions, ACTIONS_A_PAGE);
  const rows = draftRows(draft.reading, decided, part.number, { number: place.number, size: place.limit });
  if (rows === null) return notFound();
  const token = tokenFor(visit, head);
  return page(
    <ImportReviewPage frame={visit.frame} token={token} head={head} current={part.number}>
      <ImportRows
        head={head}
        token={token}
        priority={rows.priority}
        total={rows.total}
        number={place.number}
        pages={paginationFor(place, visit.frame.path, address)}
        outcomes={rows.outcomes.map(({ outcome, actions }) => ({
          outcome,
          actions: actions.map((shown) => ({
            ...shown,
            milestones: shown.milestones.map((row) => ({
              ...row,
              printed: source?.at(row.milestone.source) ?? [],
            })),
            printed: shown.milestones.length === 0 ? (source?.at(shown.action.source) ?? []) : [],
          })),
        }))}
      />
    </ImportReviewPage>,
  );
}

/** The page of a priority on which an action stands; the first where none is named. */
function pageOfAction({ reading }: ImportDraft, priority: number, ref: string | undefined): number {
  if (ref === undefined) return 1;
  const actions = reading.priorities
    .find(({ number }) => number === priority)
    ?.outcomes.flatMap((outcome) => outcome.actions);
  const index = actions?.findIndex((action) => action.ref === ref) ?? -1;
  return Math.floor(Math.max(0, index) / ACTIONS_A_PAGE) + 1;
}

function requirementsPage(visit: PageVisit, { draft, source, head }: ReviewedDraft): Answer {
  const all = draft.reading.requirementSets.flatMap(({ code, title, requirements }) =>
    requirements.map((requirement) => ({ set: { code, title }, requirement })),
  );
  const place = listPage(visit.query, all.length, REQUIREMENTS_A_PAGE);
  const shown = all.slice(place.offset, place.offset + place.limit).map((item) => ({
    ...item,
    printed: source?.at(item.requirement.source) ?? [],
  }));
  return page(
    <ImportReviewPage frame={visit.frame} token={tokenFor(visit, head)} head={head} current="requirements">
      <ImportRequirements shown={shown} pages={paginationFor(place, visit.frame.path, visit.query)} />
    </ImportReviewPage>,
  );
}

function peoplePage(visit: PageVisit, { draft, head }: ReviewedDraft): Answer {
  const place = listPage(visit.query, draft.reading.people.length, PEOPLE_A_PAGE);
  return page(
    <ImportReviewPage frame={visit.frame} token={tokenFor(visit, head)} head={head} current="people">
      <ImportPeople
        people={draft.reading.people.slice(place.offset, place.offset + place.limit)}
        pages={paginationFor(place, visit.frame.path, visit.query)}
      />
    </ImportReviewPage>,
  );
}

/** A form's token sets a cookie, so none is asked for where the page has no form. */
function tokenFor(visit: PageVisit, head: DraftHead): string {
  return head.mayChange ? visit.formToken() : '';
}

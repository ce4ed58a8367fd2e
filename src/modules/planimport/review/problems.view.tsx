import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Pagination, type PaginationProps } from '../../../platform/govuk/pagination.tsx';
import { Select } from '../../../platform/govuk/select.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { ProblemKindCount } from './draft-problems.rule.ts';
import { problemKindInWords } from '../../improvement/index.ts';
import { importPaths } from '../paths.ts';
import { type ProblemsQuery, TAKE_ALL } from './decisions.form.ts';
import { withQuery } from '../../../platform/web/with-query.ts';
import { DraftFields } from '../draft/draft-fields.view.tsx';
import type { DraftHead } from '../draft/draft-head.view.tsx';
import { ImportProblemCard, type ShownProblem } from './problem-card.view.tsx';

export interface ImportProblemsProps {
  readonly head: DraftHead;
  readonly token: string;
  readonly query: ProblemsQuery;
  readonly kinds: readonly ProblemKindCount[];
  readonly shown: readonly ShownProblem[];
  /** Links to the other pages, where there are any. */
  readonly pages: PaginationProps | undefined;
}

/** So few are seen at a glance, and need no filter. */
const FEW = 5;

/** Everything odd that the reading found, a page at a time, grouped by kind, with a decision about each. */
export function ImportProblems(props: ImportProblemsProps): JSX.Element {
  const { head, query, shown } = props;
  const { open, total } = head.problems;
  return (
    <section aria-labelledby="things">
      <h2 class="govuk-heading-m" id="things">
        Things to look at
      </h2>
      {total > 0 && <Progress done={total - open} total={total} />}
      {total > FEW && <Filters {...props} />}
      {shown.length === 0 ? (
        <NothingHere {...props} />
      ) : !head.mayChange ? (
        <KindGroups {...props} />
      ) : (
        <form method="post" action={withQuery(importPaths.problems(head.id), query)} novalidate>
          <DraftFields token={props.token} readingKey={head.readingKey} />
          <DefaultButton />
          <KindGroups {...props} />
          <div class="tl-import-save">
            <Button>Save these decisions</Button>
          </div>
        </form>
      )}
      {props.pages && <Pagination {...props.pages} label="Pages of things to look at" />}
    </section>
  );
}

function Progress(props: { done: number; total: number }): JSX.Element {
  const { done, total } = props;
  return (
    <p class="tl-progress">
      <progress class="tl-progress__bar" value={done} max={total} aria-label="Things looked at" />
      <span>
        {done.toLocaleString('en-GB')} of {total.toLocaleString('en-GB')} looked at
      </span>
    </p>
  );
}

function Filters(props: ImportProblemsProps): JSX.Element {
  const { head, query, kinds } = props;
  const count = ({ open, total }: { open: number; total: number }) =>
    open === 0
      ? `all ${total.toLocaleString('en-GB')} looked at`
      : `${open.toLocaleString('en-GB')} to look at`;
  return (
    <form class="tl-filters tl-import-filters" method="get" action={importPaths.review(head.id)}>
      <Select
        name="kind"
        label="Kind"
        value={query.kind}
        items={[
          { value: '', text: `Every kind (${count(head.problems)})` },
          ...kinds.map((kind) => ({
            value: kind.kind,
            text: `${problemKindInWords(kind.kind)} (${count(kind)})`,
          })),
        ]}
      />
      {head.mayChange && (
        <Select
          name="show"
          label="Show"
          value={query.show}
          items={[
            { value: '', text: 'Still to look at' },
            { value: 'all', text: 'Those looked at as well' },
          ]}
        />
      )}
      {query.ref !== undefined && <input type="hidden" name="ref" value={query.ref} />}
      <Button kind="secondary">Show</Button>
      {query.ref !== undefined && (
        <p class="govuk-body tl-import-filtered">
          Only about {query.ref}.{' '}
          <a href={importPaths.review(head.id, { ...query, ref: null, page: null })}>Show the others too</a>
        </p>
      )}
    </form>
  );
}

function KindGroups(props: ImportProblemsProps): JSX.Element {
  return (
    <>
      {groupsOf(props.shown).map((group) => (
        <KindGroup {...props} kind={group.kind} items={group.items} />
      ))}
    </>
  );
}

function KindGroup(
  props: ImportProblemsProps & { kind: string; items: readonly ShownProblem[] },
): JSX.Element {
  const { head, query, kind } = props;
  const counts = props.kinds.find((known) => known.kind === kind);
  const open = counts?.open ?? 0;
  const words = problemKindInWords(kind);
  return (
    <section class="tl-problems" aria-labelledby={`kind-${kind}`}>
      <div class="tl-problems__head">
        <h3 class="govuk-heading-s" id={`kind-${kind}`}>
          {words}{' '}
          <span class="tl-problems__count">{(counts?.total ?? 0).toLocaleString('en-GB')} in the file</span>
        </h3>
        {head.mayChange && open > 1 && query.ref === undefined && (
          <Button kind="secondary" name={TAKE_ALL} value={kind} class="tl-problems__all">
            Take all {open.toLocaleString('en-GB')} as read
            <span class="govuk-visually-hidden">: {words}</span>
          </Button>
        )}
      </div>
      <ul class="tl-problems__list">
        {props.items.map((item) => (
          <ImportProblemCard draftId={head.id} item={item} mayChange={head.mayChange} />
        ))}
      </ul>
    </section>
  );
}

function NothingHere(props: ImportProblemsProps): JSX.Element {
  const { head, query } = props;
  const { open, total } = head.problems;
  const narrowed = query.kind !== undefined || query.ref !== undefined;
  if (narrowed && open > 0)
    return (
      <Empty
        headingLevel={3}
        title="Nothing of this kind is left to look at"
        action={{
          text: `Look at the other ${open.toLocaleString('en-GB')}`,
          href: importPaths.review(head.id),
        }}
      />
    );
  const [first] = head.priorities;
  const action = first && {
    text: 'Look through what was read',
    href: importPaths.review(head.id, { priority: first.number }),
  };
  return total === 0 ? (
    <Empty headingLevel={3} title="Nothing odd was found" action={action}>
      Every row was read as it is printed. Look through it all the same: a file can be wrong in ways that do
      not show.
    </Empty>
  ) : (
    <Empty
      headingLevel={3}
      title={`You have looked at ${total === 1 ? 'it' : `all ${total.toLocaleString('en-GB')}`}`}
      action={action}
    >
      Look through what was read, or check and accept it above.
    </Empty>
  );
}

/** Enter on a radio button presses a form's first button: that must be the one that saves, never "Take all". */
function DefaultButton(): JSX.Element {
  return <button type="submit" class="govuk-visually-hidden" tabIndex={-1} aria-hidden="true" />;
}

/** Neighbours of one kind: the list comes kind by kind. */
function groupsOf(items: readonly ShownProblem[]): readonly { kind: string; items: ShownProblem[] }[] {
  const groups: { kind: string; items: ShownProblem[] }[] = [];
  for (const item of items) {
    const last = groups.at(-1);
    if (last?.kind === item.problem.kind) last.items.push(item);
    else groups.push({ kind: item.problem.kind, items: [item] });
  }
  return groups;
}

import type { JSX } from 'preact';
import { problemKindInWords } from '../plan/problem-kind-words.rule.ts';
import type { ListFilter } from '../rows/list-filter.shape.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';

/** The kinds of oddity with how many there are of each, for choosing one; other narrowing stays. */
export function OddityKinds(props: {
  view: PlanView;
  kinds: readonly { readonly kind: string; readonly count: number }[];
  filter: ListFilter;
}): JSX.Element {
  const { kind: current, ...others } = props.filter;
  return (
    <ul class="govuk-list tl-kinds" aria-label="Kinds of oddity">
      {props.kinds.map(({ kind, count }) => (
        <li>
          <a
            class="govuk-link"
            href={props.view.paths.oddities(kind === current ? others : { ...others, kind })}
            aria-current={kind === current ? 'true' : undefined}
          >
            {problemKindInWords(kind)}
          </a>{' '}
          <span class="tl-kinds__count">{count}</span>
        </li>
      ))}
    </ul>
  );
}

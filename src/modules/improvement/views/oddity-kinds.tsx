import type { JSX } from 'preact';
import { problemKindInWords } from '../domain/problem-kind-words.ts';
import type { PlanView } from './plan-view.ts';

/** The kinds of oddity with how many there are of each, for choosing one. */
export function OddityKinds(props: {
  view: PlanView;
  kinds: readonly { readonly kind: string; readonly count: number }[];
  current: string | undefined;
}): JSX.Element {
  return (
    <ul class="govuk-list tl-kinds" aria-label="Kinds of oddity">
      {props.kinds.map(({ kind, count }) => (
        <li>
          <a
            class="govuk-link"
            href={props.view.paths.oddities(kind === props.current ? {} : { kind })}
            aria-current={kind === props.current ? 'true' : undefined}
          >
            {problemKindInWords(kind)}
          </a>{' '}
          <span class="tl-kinds__count">{count}</span>
        </li>
      ))}
    </ul>
  );
}

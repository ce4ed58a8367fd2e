import type { JSX } from 'preact';
import type { OddityRow } from '../rows/oddity-row.shape.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefText } from '../plan/ref-text.view.tsx';

/** What the reading found odd, each with its place and how it was read. Nothing where nothing was odd. */
export function OddityList(props: {
  view: PlanView;
  oddities: readonly OddityRow[];
  heading?: string;
}): JSX.Element | null {
  if (props.oddities.length === 0) return null;
  return (
    <>
      {props.heading !== undefined && <h2 class="govuk-heading-m">{props.heading}</h2>}
      <ul class="govuk-list tl-oddities">
        {props.oddities.map((oddity) => (
          <li>
            <span class="tl-oddities__place">{oddity.place}</span>
            <RefText view={props.view}>{oddity.message}</RefText>
            {oddity.proposal !== null && (
              <span class="tl-aside">
                <RefText view={props.view}>{oddity.proposal}</RefText>
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

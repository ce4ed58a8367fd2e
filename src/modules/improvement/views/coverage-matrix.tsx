import type { JSX } from 'preact';
import type { Coverage } from '../domain/coverage.ts';
import type { PlanLine } from '../queries/plan-line.ts';
import type { PlanView } from './plan-view.ts';

/** Requirements down, outcomes across; each cell says how many of the outcome's actions carry the requirement. */
export function CoverageMatrix(props: { view: PlanView; line: PlanLine; coverage: Coverage }): JSX.Element {
  const { view, line, coverage } = props;
  return (
    <div class="tl-scroll" role="region" aria-label="Coverage matrix" tabindex={0}>
      <table class="tl-matrix">
        <caption class="govuk-visually-hidden">
          How many actions of each outcome carry each requirement, gaps first
        </caption>
        <thead>
          <tr>
            <th scope="col">Requirement</th>
            {line.outcomes.map(({ ref }) => (
              <th scope="col" class="tl-matrix__outcome">
                <a class="govuk-link tl-ref" href={view.paths.outcome(ref)}>
                  {ref}
                </a>
              </th>
            ))}
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {coverage.rows.map((row) => (
            <tr class={`tl-matrix__row tl-matrix__row--${row.grade}`}>
              <th scope="row">
                <a class="govuk-link tl-ref" href={view.paths.requirement(row.requirement.ref)}>
                  {row.requirement.ref}
                </a>
              </th>
              {line.outcomes.map(({ ref }) => {
                const n = row.actions.filter((action) => action.outcomeRef === ref).length;
                return n === 0 ? (
                  <td />
                ) : (
                  <td class={`tl-matrix__cell tl-matrix__cell--${Math.min(n, 4)}`}>{n}</td>
                );
              })}
              <td class="tl-matrix__total">
                {row.grade === 'gap'
                  ? 'no action'
                  : row.grade === 'single-thread'
                    ? '1, alone'
                    : row.actions.length}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

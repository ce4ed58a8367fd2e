import type { JSX } from 'preact';
import { Reference } from '../../../platform/web/reference.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { RequirementRow, RequirementSetTotals } from './list-requirements.read.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefText } from '../plan/ref-text.view.tsx';

/** Requirements, a table for each set, with how many actions and leads each rests on. */
export function RequirementTables(props: {
  view: PlanView;
  rows: readonly RequirementRow[];
  sets: readonly RequirementSetTotals[];
}): JSX.Element {
  const { view, rows } = props;
  const shown = new Set(rows.map((row) => row.setCode));
  const sets = props.sets.filter(({ code }) => shown.has(code));
  return (
    <>
      {sets.map(({ code, title, requirements, carried }) => {
        const own = rows.filter((row) => row.setCode === code);
        return (
          <section aria-labelledby={`set-${code}`}>
            <h2 class="govuk-heading-m" id={`set-${code}`}>
              {title}
              <span class="govuk-caption-m">
                {carried} of {requirements} carried by an action
              </span>
            </h2>
            <WideTable
              name={title}
              caption={title}
              captionClass="govuk-visually-hidden"
              head={[
                'Requirement',
                'What is required',
                ...(own.some((row) => row.section !== null) ? ['Section'] : []),
                ...(own.some((row) => row.deadline !== null) ? ['Deadline'] : []),
                { text: 'Actions', format: 'numeric' as const },
                { text: 'Leads', format: 'numeric' as const },
              ]}
              firstCellIsHeader
              rows={own.map((row) => [
                <Reference href={view.paths.requirement(row.ref)}>{row.ref}</Reference>,
                <>
                  <RefText view={view}>{row.text}</RefText>
                  {row.targets > 0 && (
                    <span class="tl-aside">
                      {row.targets === 1 ? 'One quantity to reach' : `${row.targets} quantities to reach`}
                    </span>
                  )}
                </>,
                ...(own.some((other) => other.section !== null) ? [row.section ?? '–'] : []),
                ...(own.some((other) => other.deadline !== null) ? [row.deadline ?? '–'] : []),
                { text: <ActionCount view={view} row={row} />, format: 'numeric' as const },
                { text: row.leads, format: 'numeric' as const },
              ])}
            />
          </section>
        );
      })}
    </>
  );
}

function ActionCount(props: { view: PlanView; row: RequirementRow }): JSX.Element {
  const { view, row } = props;
  if (row.actions === 0) return <span class="tl-lacking">None</span>;
  return (
    <a class="govuk-link" href={view.paths.actions({ requirement: row.ref })}>
      {row.actions}
      <span class="govuk-visually-hidden"> actions carry {row.ref}</span>
    </a>
  );
}

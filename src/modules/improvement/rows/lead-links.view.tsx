import type { JSX } from 'preact';
import type { NamedLead } from './named-lead.shape.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';

/** Leads by name, each a link to all they answer for; says so where there is none. */
export function LeadLinks(props: {
  view: Pick<PlanView, 'paths'>;
  leads: readonly NamedLead[];
}): JSX.Element {
  if (props.leads.length === 0) return <span class="tl-lacking">No lead</span>;
  return (
    <>
      {props.leads.map((lead, index) => (
        <>
          <span class="tl-lead">
            <a class="govuk-link" href={props.view.paths.lead(lead.slug)}>
              {lead.name}
            </a>
            {index < props.leads.length - 1 && ','}
          </span>{' '}
        </>
      ))}
    </>
  );
}

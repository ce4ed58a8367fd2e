import type { JSX } from 'preact';
import { SummaryList } from '../../../platform/govuk/index.ts';
import { Page } from '../../../platform/web/page.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import type { LeadPage } from './lead-page.query.ts';
import { CalendarStateRule } from '../states/calendar-state-mark.view.tsx';
import { LeadLinks } from '../rows/lead-links.view.tsx';
import { MilestoneTable } from '../rows/milestone-table.view.tsx';
import { threadOf } from './plan-thread.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { RefList } from '../plan/ref-text.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** Everything a person or post answers for in this plan, due soonest first. */
export function LeadView(props: { view: PlanView; lead: LeadPage }): JSX.Element {
  const { view, lead } = props;
  const actions = [...new Set(lead.milestones.map((row) => row.actionRef))];
  const measures = lead.milestones.reduce((all, row) => all + row.measures.length, 0);
  return (
    <Page
      frame={view.frame}
      title={lead.name}
      crumbs={[
        { text: view.plan.title, href: view.plainPaths.home() },
        { text: 'Leads', href: view.plainPaths.leads() },
      ]}
      thread={threadOf([
        { kind: 'requirement', count: lead.requirements.length, one: 'requirement', href: '#requirements' },
        {
          kind: 'action',
          count: actions.length,
          one: 'action',
          href: view.paths.actions({ lead: lead.slug }),
        },
        { kind: 'milestone', count: lead.milestones.length, one: 'milestone', href: '#milestones' },
        { kind: 'lead', count: 1, one: 'lead', name: lead.name, current: true },
        { kind: 'measure', count: measures, one: 'measure', href: view.paths.measures({ lead: lead.slug }) },
        { kind: 'report', count: 1, one: 'report', name: 'Progress report', href: view.paths.report() },
      ])}
    >
      <span class="govuk-caption-l">
        {{ person: 'Person', post: 'Post', unknown: 'Named in the plan' }[lead.kind]}
      </span>
      <h1 class="govuk-heading-l">{lead.name}</h1>
      <SummaryList rows={facts(view, lead)} />
      <h2 class="govuk-heading-m" id="milestones">
        {lead.milestones.length === 0
          ? 'Leads no milestone'
          : `${counted(lead.milestones.length, 'milestone')} in ${counted(actions.length, 'action')}, due soonest first`}
      </h2>
      {lead.milestones.length === 0 ? (
        <p class="govuk-body">
          No milestone in this version of the plan names {lead.name}.
          {lead.accountableFor.length > 0 && ' The priorities above are where to look.'}
        </p>
      ) : (
        <MilestoneTable view={view} caption={`Milestones of ${lead.name}`} rows={lead.milestones} />
      )}
      {lead.requirements.length > 0 && (
        <>
          <h2 class="govuk-heading-m" id="requirements">
            Requirements that rest on this work
          </h2>
          <ul class="govuk-list tl-linked-list">
            {lead.requirements.map(({ ref, text }) => (
              <li>
                <Reference href={view.paths.requirement(ref)}>{ref}</Reference> {text}
              </li>
            ))}
          </ul>
        </>
      )}
      <CalendarStateRule />
    </Page>
  );
}

function facts(view: PlanView, lead: LeadPage) {
  const holding = [
    lead.held?.interim === true && !/\binterim\b/i.test(lead.jobTitle ?? '') && 'interim',
    lead.held?.jobShare === true && 'job share',
  ].filter(Boolean);
  return [
    {
      key: 'Job title',
      value:
        lead.jobTitle === null ? (
          <span class="tl-lacking">{withoutJobTitle(lead)}</span>
        ) : (
          `${lead.jobTitle}${holding.length === 0 ? '' : ` (${holding.join(', ')})`}`
        ),
    },
    ...(lead.held === null || lead.held.sharedWith.length === 0
      ? []
      : [{ key: 'Same post', value: lead.held.sharedWith.join(', ') }]),
    ...(lead.holders.length === 0
      ? []
      : [{ key: 'Held by', value: <LeadLinks view={view} leads={lead.holders} /> }]),
    ...(lead.holds.length === 0
      ? []
      : [{ key: 'Also holds', value: <LeadLinks view={view} leads={lead.holds} /> }]),
    ...(lead.accountableFor.length === 0
      ? []
      : [
          {
            key: 'Accountable for',
            value: (
              <ul class="govuk-list">
                {lead.accountableFor.map(({ number, title }) => (
                  <li>
                    <a class="govuk-link" href={view.paths.priority(number)}>
                      Priority {number}: {title}
                    </a>
                  </li>
                ))}
              </ul>
            ),
          },
        ]),
    ...(lead.requirements.length === 0
      ? []
      : [
          {
            key: 'Requirements',
            value: <RefList view={view} kind="requirement" refs={lead.requirements.map(({ ref }) => ref)} />,
          },
        ]),
  ];
}

function withoutJobTitle({ kind, introduced }: LeadPage): string {
  if (!introduced)
    return kind === 'post'
      ? 'A post that is not in the plan’s list of leads'
      : 'Not in the plan’s list of leads';
  return kind === 'post' ? 'A post: the plan names it by its title' : 'The plan’s list of leads gives none';
}

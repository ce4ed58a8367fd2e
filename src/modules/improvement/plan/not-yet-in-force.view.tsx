import type { JSX } from 'preact';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { planPaths } from '../paths.ts';
import type { PlanNotYet } from './plan-in-force.shape.ts';

/** A page of a plan on a day before it had a version in force. */
export function NotYetInForce(props: { frame: Frame; plan: PlanNotYet }): JSX.Element {
  const { frame, plan } = props;
  const first = formatDay(plan.firstDay);
  return (
    <Page frame={frame} title={plan.title} width="reading">
      <h1 class="govuk-heading-l">{plan.title}</h1>
      <Empty
        title={`There was no plan on ${formatDay(plan.on)}`}
        action={{ text: `Read it as at ${first}`, href: planPaths(plan.slug, plan.firstDay).home() }}
      >
        Its first version is in force from {first}.
      </Empty>
    </Page>
  );
}

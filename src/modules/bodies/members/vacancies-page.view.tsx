import type { JSX } from 'preact';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { bodyPaths } from '../paths.ts';
import type { ToSeeTo } from './to-see-to.query.ts';
import { BodiesTabs } from '../visiting/bodies-tabs.view.tsx';

/** What somebody who keeps bodies has to see to: vacancies, terms that end, seats claimed twice, what waits for approval. */
export function VacanciesPage(props: { frame: Frame; toSeeTo: ToSeeTo }): JSX.Element {
  const { frame, toSeeTo } = props;
  const { vacancies, expiring, contested, unapproved, wrongSize } = toSeeTo;
  const body = (of: { readonly slug: string; readonly body: string }) => (
    <DayLink frame={frame} href={`${bodyPaths.body(of.slug)}#seats`}>
      {of.body}
    </DayLink>
  );
  return (
    <Page frame={frame} title="To do" crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]}>
      <h1 class="govuk-heading-l">{`To do, ${asAtInWords(frame.asAt)}`}</h1>
      <BodiesTabs frame={frame} current="vacancies" mayKeep />
      <p class="govuk-body">
        <a class="govuk-link" href={bodyPaths.bringMembers()}>
          Bring in a list of members
        </a>
      </p>
      <List
        heading="Terms that end within six months"
        none="No recorded term ends within six months."
        head={['Body', 'Seat', 'Who', 'Last day']}
        rows={expiring.map((one) => [body(one), one.seat.label, one.holder.personName, formatDay(one.until)])}
      />
      <List
        heading="Seats filled by two claims"
        none="No seat has more claims than places."
        head={['Body', 'Seat', 'Who claims it']}
        rows={contested.map((one) => [
          body(one),
          one.seat.label,
          one.seat.holders.map(({ personName }) => personName).join(', '),
        ])}
      />
      <List
        heading="Too few or too many members"
        none="Every body with a rule on its size keeps it."
        head={['Body', 'Members']}
        rows={wrongSize.map((one) => [body(one), one.words])}
      />
      <List
        heading="Not yet approved"
        none="No body waits for approval."
        head={['Body']}
        rows={unapproved.map((one) => [body(one)])}
      />
      <List
        heading="Vacancies"
        none="Every seat is filled."
        head={['Body', 'Seat', 'Vacant']}
        rows={vacancies.map((one) => [
          body(one),
          one.seat.label,
          `${one.vacant} of ${one.seat.places ?? one.vacant}`,
        ])}
      />
    </Page>
  );
}

function List(props: {
  heading: string;
  none: string;
  head: readonly string[];
  rows: readonly (readonly (JSX.Element | string)[])[];
}): JSX.Element {
  const { heading, none, head, rows } = props;
  return (
    <>
      <h2 class="govuk-heading-m">{rows.length === 0 ? heading : `${heading} (${rows.length})`}</h2>
      {rows.length === 0 ? (
        <p class="govuk-body tl-lacking">{none}</p>
      ) : (
        <WideTable
          name={heading}
          caption={heading}
          captionClass="govuk-visually-hidden"
          firstCellIsHeader
          head={[...head]}
          rows={rows}
        />
      )}
    </>
  );
}

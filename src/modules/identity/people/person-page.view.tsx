import type { JSX } from 'preact';
import { Button, Details, SummaryList } from '../../../platform/govuk/index.ts';
import { dayInLondon, formatDay } from '../../../platform/time/plain-day.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import type { Place } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { daysInWords } from '../holdings/holding-words.rule.ts';
import { printName } from '../names/print-name.rule.ts';
import { identityPaths } from '../paths.ts';
import type { RecordedHolding } from '../holdings/read-holdings.read.ts';
import { Problems } from '../../../platform/web/form-fields.tsx';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { HoldingHistory } from '../holdings/holding-history.view.tsx';
import { capitalised, Manner, WhoSays } from '../holdings/holding-words.view.tsx';
import { SameOrNot, type PersonViewProps } from './same-or-not.view.tsx';
import { StatementTable } from '../sources/statement-table.view.tsx';

/** A person: what they held on the day and who says so, everything they ever held, their names, and look-alikes. */
export function PersonView(props: PersonViewProps): JSX.Element {
  const { frame, person, judged } = props;
  return (
    <Page
      frame={frame}
      title={person.name}
      crumbs={[{ text: 'People', href: identityPaths.people() }]}
      hasErrors={judged !== undefined}
    >
      {judged !== undefined && <Problems state={judged} />}
      <h1 class="govuk-heading-l">{person.name}</h1>
      <SummaryList rows={facts(props)} />
      <PageActions
        own={
          props.mayChange
            ? [
                { text: 'Change the name', href: identityPaths.name(person.id) },
                { text: 'This person is leaving', href: identityPaths.leaving(person.id) },
              ]
            : []
        }
        further={props.further}
      />
      <h2 class="govuk-heading-m" id="posts">
        Posts over time
      </h2>
      {person.holdings.length === 0 ? (
        <p class="govuk-body tl-lacking">No post is recorded.</p>
      ) : (
        <ol class="tl-timeline">
          {person.holdings.map((holding) => (
            <HeldPost {...props} holding={holding} />
          ))}
        </ol>
      )}
      {props.facts.map(({ heading, items }) => (
        <>
          <h2 class="govuk-heading-m">{heading}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {items.map(({ text, href, aside }) => (
              <li>
                <DayLink frame={frame} href={href}>
                  {text}
                </DayLink>
                <span class="tl-aside">{aside}</span>
              </li>
            ))}
          </ul>
        </>
      ))}
      {person.statements.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What papers say</h2>
          <StatementTable statements={person.statements} />
        </>
      )}
      {props.mayReadNameHistory && <Names {...props} />}
      {props.mayJudge && <SameOrNot {...props} />}
    </Page>
  );
}

function facts({ frame, person, mayReadNameHistory }: PersonViewProps) {
  return [
    {
      key: `Posts, as at ${asAtInWords(frame.asAt)}`,
      value:
        person.holds.length === 0 ? (
          <span class="tl-lacking">None recorded on this day</span>
        ) : (
          <ul class="govuk-list tl-holders">
            {person.holds.map((holding) => (
              <li>
                <DayLink frame={frame} href={identityPaths.post(holding.postId)}>
                  {holding.postTitle}
                </DayLink>
                <Manner holding={holding} />
                <WhoSays holding={holding} />
              </li>
            ))}
          </ul>
        ),
    },
    { key: 'Papers may print', value: person.forms.slice(1).join('; ') },
    ...(mayReadNameHistory && person.records.length > 1
      ? [{ key: 'Joined records', value: person.records.map(({ name }) => name).join('; ') }]
      : []),
  ];
}

function HeldPost(props: PersonViewProps & { holding: RecordedHolding }): JSX.Element {
  const { frame, person, holding, mayChange } = props;
  return (
    <li class="tl-timeline__item">
      <span class="tl-timeline__days">{capitalised(daysInWords(holding))}</span>
      <span class="tl-timeline__what">
        <DayLink frame={frame} href={identityPaths.post(holding.postId)}>
          {holding.postTitle}
        </DayLink>
        <Manner holding={holding} />
        {holding.organisation !== null && <span class="tl-aside">{holding.organisation}</span>}
      </span>
      <HoldingSources holding={holding} />
      {mayChange && <HoldingLinks holding={holding} what={holding.postTitle} />}
      <HoldingHistory holding={holding} history={person.history} />
    </li>
  );
}

/** What can be done about a person or post, here and on pages of other modules. */
export function PageActions(props: {
  own: readonly Place[];
  further: readonly Place[];
  /** Whether the first is the one thing most people come for. */
  firstLeads?: boolean;
}): JSX.Element | null {
  const places = [...props.own, ...props.further];
  return places.length === 0 ? null : (
    <p class="tl-actions">
      {places.map(({ text, href }, index) => (
        <Button href={href} kind={props.firstLeads === true && index === 0 ? undefined : 'secondary'}>
          {text}
        </Button>
      ))}
    </p>
  );
}

/** Who says that a holding began, and that it ended. */
export function HoldingSources(props: { holding: RecordedHolding }): JSX.Element {
  const { begins, ends } = props.holding;
  return (
    <span class="tl-aside">
      {begins.source}, {formatDay(begins.statedOn)}
      {ends !== null && ends.source !== begins.source && `. The end: ${ends.source}`}
    </span>
  );
}

/** What can be done about a holding: end it, where it goes on, or correct it. */
export function HoldingLinks(props: { holding: RecordedHolding; what: string }): JSX.Element {
  const { holding, what } = props;
  return (
    <span class="tl-timeline__links">
      {holding.ends === null && (
        <>
          <a class="govuk-link" href={identityPaths.end(holding.id)}>
            End<span class="govuk-visually-hidden"> {what}</span>
          </a>{' '}
        </>
      )}
      <a class="govuk-link" href={identityPaths.correct(holding.id)}>
        Correct<span class="govuk-visually-hidden"> {what}</span>
      </a>
    </span>
  );
}

function Names(props: PersonViewProps): JSX.Element {
  const { person } = props;
  return (
    <>
      <h2 class="govuk-heading-m">Names</h2>
      <ul class="govuk-list tl-linked-list">
        {person.names.map((name) => (
          <li>
            {printName(name, 'full')}
            <span class="tl-aside">
              {name.fromDay === null ? 'From the beginning' : `From ${formatDay(name.fromDay)}`}.{' '}
              {name.source}
            </span>
          </li>
        ))}
      </ul>
      {person.replacedNames.length > 0 && (
        <Details summary="Names that were corrected">
          <ul class="govuk-list">
            {person.replacedNames.map((name) => (
              <li>
                {printName(name, 'full')}, recorded {formatDay(dayInLondon(name.recordedAt))} by{' '}
                {name.recordedBy}. {person.names.find(({ replaces }) => replaces === name.id)?.reason ?? ''}
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

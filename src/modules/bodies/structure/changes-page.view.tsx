import type { JSX } from 'preact';
import { Button, DateInput } from '../../../platform/govuk/index.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { FormProblems } from '../../../platform/web/forms.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { ErrorSummary } from '../../../platform/govuk/index.ts';
import { partsOf } from '../../../platform/time/plain-day.ts';
import type { ComparedBody, Differences, LineBetween } from './compare-days.rule.ts';
import { RELATIONS } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import { BodiesTabs } from '../visiting/bodies-tabs.view.tsx';
import { lifeInWords } from '../life/life-in-words.rule.ts';

export interface ChangesPageProps {
  readonly frame: Frame;
  readonly mayKeep: boolean;
  readonly from: PlainDay;
  readonly to: PlainDay;
  readonly differences: Differences | undefined;
  readonly names: ReadonlyMap<string, string>;
  readonly typed: Readonly<Record<'from' | 'to', { day: string; month: string; year: string }>>;
  readonly problems: FormProblems | undefined;
  /** Days on which something happened, to begin from. */
  readonly suggested: readonly { readonly from: PlainDay; readonly to: PlainDay; readonly words: string }[];
}

/** What was set up, proposed, renamed, ended and rewired between two days. */
export function ChangesPage(props: ChangesPageProps): JSX.Element {
  const { frame, from, to, differences, problems } = props;
  return (
    <Page
      frame={frame}
      title={`Changes between ${formatDay(from)} and ${formatDay(to)}`}
      crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]}
      hasErrors={problems !== undefined}
      withoutDay
    >
      {problems !== undefined && <ErrorSummary items={problems.summary} />}
      <h1 class="govuk-heading-l">What changed between two days</h1>
      <BodiesTabs frame={frame} current="changes" mayKeep={props.mayKeep} />
      <form class="tl-two-days" method="get" action={bodyPaths.changes()} novalidate>
        <DateInput
          id="from"
          namePrefix="from"
          fieldset={{ legend: { text: 'From', class: 'govuk-fieldset__legend--s' } }}
          values={props.typed.from}
          error={problems?.of('from')}
        />
        <DateInput
          id="to"
          namePrefix="to"
          fieldset={{ legend: { text: 'To', class: 'govuk-fieldset__legend--s' } }}
          values={props.typed.to}
          error={problems?.of('to')}
        />
        <Button kind="secondary">Compare</Button>
      </form>
      {props.suggested.length > 0 && (
        <p class="govuk-body">
          Or choose what happened:{' '}
          {props.suggested.map((one, index) => (
            <>
              {index > 0 && ', '}
              <a class="govuk-link" href={changesAddress(one.from, one.to)}>
                {one.words}
              </a>
            </>
          ))}
        </p>
      )}
      {differences !== undefined && <Found {...props} differences={differences} />}
    </Page>
  );
}

export function changesAddress(from: PlainDay, to: PlainDay): string {
  const query = new URLSearchParams();
  for (const [name, day] of [
    ['from', from],
    ['to', to],
  ] as const) {
    const parts = partsOf(day);
    query.set(`${name}-day`, String(parts.day));
    query.set(`${name}-month`, String(parts.month));
    query.set(`${name}-year`, String(parts.year));
  }
  return `${bodyPaths.changes()}?${query.toString()}`;
}

function Found(props: ChangesPageProps & { differences: Differences }): JSX.Element {
  const { from, to, differences } = props;
  const { setUp, proposed, ended, firstNamed, renamed, linesDrawn, linesGone } = differences;
  const anything = [setUp, proposed, ended, firstNamed, renamed, linesDrawn, linesGone].some(
    (list) => list.length > 0,
  );
  return (
    <>
      <p class="govuk-body tl-compare-links">
        <a
          class="govuk-link"
          href={`${bodyPaths.bodies()}?on=${from}`}
        >{`The diagram on ${formatDay(from)}`}</a>
        <a class="govuk-link" href={`${bodyPaths.bodies()}?on=${to}`}>{`The diagram on ${formatDay(to)}`}</a>
      </p>
      {!anything && (
        <p class="govuk-body tl-lacking">Nothing in the record differs between these two days.</p>
      )}
      <Bodies heading="Set up" bodies={setUp} {...props} />
      <Bodies heading="Proposed" bodies={proposed} {...props} />
      <Bodies heading="Ended" bodies={ended} {...props} />
      {renamed.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Renamed</h2>
          <ul class="govuk-list govuk-list--bullet">
            {renamed.map(({ before, after }) => (
              <li>
                {before.name} became <BodyLink body={after} day={to} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Lines heading="Lines drawn" lines={linesDrawn} {...props} />
      <Lines heading="Lines gone" lines={linesGone} {...props} />
      <Bodies
        heading="Named for the first time"
        note="Papers of these days speak of them first. Whether they are new nobody says."
        bodies={firstNamed}
        {...props}
      />
    </>
  );
}

function Bodies(
  props: ChangesPageProps & { heading: string; note?: string; bodies: readonly ComparedBody[] },
): JSX.Element | null {
  if (props.bodies.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{props.heading}</h2>
      {props.note !== undefined && <p class="govuk-body">{props.note}</p>}
      <ul class="govuk-list govuk-list--bullet">
        {props.bodies.map((body) => (
          <li>
            <BodyLink body={body} day={props.to} />
            <span class="tl-aside">{lifeInWords(body.life)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function BodyLink(props: { body: ComparedBody; day: PlainDay }): JSX.Element {
  return (
    <a class="govuk-link" href={`${bodyPaths.body(props.body.slug)}?on=${props.day}`}>
      {props.body.name}
    </a>
  );
}

function Lines(
  props: ChangesPageProps & { heading: string; lines: readonly LineBetween[] },
): JSX.Element | null {
  if (props.lines.length === 0) return null;
  const name = (slug: string) => props.names.get(slug) ?? slug;
  return (
    <>
      <h2 class="govuk-heading-m">{props.heading}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {props.lines.map(({ from, relation, to }) => (
          <li>
            {name(from)} {RELATIONS[relation].out.toLowerCase()} {name(to)}
          </li>
        ))}
      </ul>
    </>
  );
}

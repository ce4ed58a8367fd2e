import type { JSX } from 'preact';
import { Button, Details, Input, Tag } from '../../../platform/govuk/index.ts';
import { asAtInWords, DAY_PARAMETER, linkAsAt } from '../../../platform/web/as-at.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { isThere } from '../life/life.rule.ts';
import { type Kind, KINDS, valueInWords } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import type { BodyOnDay } from './structure-on.query.ts';
import { BodiesTabs } from '../visiting/bodies-tabs.view.tsx';
import { lifeInWords } from '../life/life-in-words.rule.ts';

export interface BodiesPageProps {
  readonly frame: Frame;
  readonly bodies: readonly BodyOnDay[];
  readonly search: string;
  readonly mayKeep: boolean;
}

/** Every body of which anything is said by the day, by kind; those that are only named stand apart, marked so. */
export function BodiesPage(props: BodiesPageProps): JSX.Element {
  const { frame, bodies, search, mayKeep } = props;
  const known = bodies.filter(({ isNamedOnly }) => !isNamedOnly);
  const named = bodies.filter(({ isNamedOnly }) => isNamedOnly);
  const there = bodies.filter(({ life }) => isThere(life)).length;
  const on = frame.query.get(DAY_PARAMETER);
  return (
    <Page frame={frame} title="List of bodies" crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]}>
      <h1 class="govuk-heading-l">List of bodies</h1>
      <BodiesTabs frame={frame} current="list" mayKeep={mayKeep} />
      <form class="tl-filters" method="get" action={frame.path} role="search" novalidate>
        {on !== null && <input type="hidden" name={DAY_PARAMETER} value={on} />}
        <Input name="search" label="Name of a body" type="search" value={search} width={20} />
        <Button kind="secondary">Search</Button>
      </form>
      <div class="tl-list-head">
        <p class="govuk-body tl-list-head__count" role="status">
          {`${bodies.length} ${bodies.length === 1 ? 'body' : 'bodies'}, ${there} of them in being or presumed, ${asAtInWords(frame.asAt)}`}
        </p>
        {mayKeep && <Button href={bodyPaths.add()}>Set up a body</Button>}
      </div>
      {bodies.length === 0 ? (
        <Empty
          title={search === '' ? 'No body is recorded by this day' : 'No body fits'}
          action={mayKeep && search === '' ? { text: 'Set up a body', href: bodyPaths.add() } : undefined}
        >
          {search === ''
            ? 'Here stand the council, its committees, panels and boards, each with who sits on it and to whom it answers.'
            : `No body’s name has “${search}” in it.`}
        </Empty>
      ) : (
        (Object.keys(KINDS) as Kind[]).map((kind) => (
          <OfKind
            frame={frame}
            kind={kind}
            bodies={known.filter((body) => (body.kind ?? 'board') === kind)}
          />
        ))
      )}
      {named.length > 0 && (
        <Details summary={`${named.length} more that papers only name`} open={search !== ''}>
          <p class="govuk-body">Papers give the name of these and say nothing else of them.</p>
          <ul class="govuk-list tl-columns">
            {named.map((body) => (
              <li>
                <DayLink frame={frame} href={bodyPaths.body(body.slug)}>
                  {body.name}
                </DayLink>
              </li>
            ))}
          </ul>
        </Details>
      )}
      <p class="govuk-body tl-actions">
        <a class="govuk-link" href={linkAsAt(bodyPaths.popolo(), frame.asAt)}>
          People, bodies and memberships as Popolo JSON
        </a>
        <a class="govuk-link" href={linkAsAt(bodyPaths.membersFile(), frame.asAt)}>
          Memberships as CSV
        </a>
      </p>
    </Page>
  );
}

function OfKind(props: { frame: Frame; kind: Kind; bodies: readonly BodyOnDay[] }): JSX.Element | null {
  const { frame, kind, bodies } = props;
  if (bodies.length === 0) return null;
  const heading = PLURALS[kind];
  return (
    <>
      <h2 class="govuk-heading-m">{heading}</h2>
      <WideTable
        name={heading}
        caption={heading}
        captionClass="govuk-visually-hidden"
        head={['Body', `On ${asAtInWords(frame.asAt)}`, 'How it meets', 'Composition']}
        firstCellIsHeader
        class="tl-bodies"
        rows={bodies.map((body) => [
          <>
            <DayLink frame={frame} href={bodyPaths.body(body.slug)}>
              {body.name}
            </DayLink>
            {body.isRestricted && (
              <>
                {' '}
                <Tag class="govuk-tag--purple">Members only</Tag>
              </>
            )}
            {body.conflicts > 0 && <span class="tl-aside">Papers differ about it</span>}
          </>,
          <span class={isThere(body.life) ? undefined : 'tl-quiet'}>{lifeInWords(body.life)}</span>,
          [body.frequency, body.meets === undefined ? undefined : valueInWords('meets', body.meets)]
            .filter((words) => words !== undefined)
            .join('. '),
          body.composition === undefined ? '' : (SHORT_COMPOSITION[body.composition] ?? body.composition),
        ])}
      />
    </>
  );
}

const PLURALS: Readonly<Record<Kind, string>> = {
  council: 'The council',
  executive: 'The executive',
  committee: 'Committees',
  panel: 'Panels',
  board: 'Boards',
  partnership: 'Partnerships',
  'officer-group': 'Officer groups',
  forum: 'Forums',
  outside: 'Organisations outside the council',
  office: 'Offices that reports go to',
};

const SHORT_COMPOSITION: Readonly<Record<string, string>> = {
  balance: 'Political balance',
  'every-group': 'Every group nominates',
  none: 'No rule of groups',
};

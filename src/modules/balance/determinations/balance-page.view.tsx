import type { JSX } from 'preact';
import { Button, Tag, WarningText } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { afterGiving, type GroupChange, OCCASIONS } from './determination.rule.ts';
import type { Balance } from '../working-out/political-balance.rule.ts';
import { bodyPaths, type ChamberOnDay, BodiesTabs } from '../../bodies/index.ts';
import type { Determination } from './determinations.read.ts';
import { BalanceResult, Chamber } from '../working-out/balance-result.view.tsx';

export interface BalancePageProps {
  readonly frame: Frame;
  readonly mayKeep: boolean;
  readonly chamber: ChamberOnDay;
  readonly balance: Balance | undefined;
  readonly cannot: boolean;
  /** The calculation with numbers of one's own, filled with those of the day. */
  readonly workOut: string;
  /** Where what the council determined of these numbers is recorded. */
  readonly determine: string;
  readonly determinations: readonly (Determination & { readonly changes: readonly GroupChange[] })[];
}

/** Groups of the council on a day, the seats that follow from them, and how the council shared them out. */
export function BalancePage(props: BalancePageProps): JSX.Element {
  const { frame, mayKeep, chamber, balance } = props;
  const grouped = chamber.groups.filter(({ members }) => members.length > 0);
  const sizeless = chamber.balanced.filter(({ seats }) => seats === null);
  return (
    <Page frame={frame} title="Political balance" crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]}>
      <h1 class="govuk-heading-l">Political balance</h1>
      <BodiesTabs frame={frame} current="balance" mayKeep={mayKeep} />
      <Warnings {...props} />
      <div class="tl-actions">
        {mayKeep && <Button href={bodyPaths.groups()}>Enter a group</Button>}
        {mayKeep && balance !== undefined && (
          <Button kind="secondary" href={props.determine}>
            Record what the council determined
          </Button>
        )}
        <Button kind={mayKeep ? 'secondary' : undefined} href={props.workOut}>
          Work it out with your own numbers
        </Button>
      </div>
      {grouped.length > 0 && sizeless.length > 0 && (
        <p class="govuk-body tl-reading">
          {`Left out, because how many seats they have is not recorded: ${sizeless.map(({ name }) => name).join(', ')}. What each group is due of all seats depends on them too.`}
        </p>
      )}
      {grouped.length === 0 ? (
        <Empty title="No group of the council is recorded on this day">
          Papers name members and not their groups. Once groups are entered with their members, the seats of
          every body under political balance are worked out here, with each principle of the Act in order.
        </Empty>
      ) : (
        <>
          {balance === undefined && (
            <Chamber
              parties={[
                ...grouped.map(({ name, members }) => ({ name, members: members.length, isGroup: true })),
                ...(chamber.ungrouped.length === 0
                  ? []
                  : [{ name: 'No group', members: chamber.ungrouped.length, isGroup: false }]),
              ]}
            />
          )}
          {balance !== undefined && <BalanceResult balance={balance} />}
          {props.cannot && (
            <p class="govuk-body tl-lacking">
              No whole seats keep every sum here. Work it out with your own numbers to see which body stands
              in the way.
            </p>
          )}
          <Members {...props} />
        </>
      )}
      <Bodies {...props} />
      <Determinations {...props} />
    </Page>
  );
}

function Warnings({ determinations, chamber }: BalancePageProps): JSX.Element {
  const [latest] = determinations;
  const alone = chamber.groups.filter(({ members }) => members.length === 1);
  return (
    <>
      {latest !== undefined && latest.changes.length > 0 && (
        <WarningText iconFallbackText="Warning">
          {`Groups have changed since seats were shared out on ${formatDay(latest.determinedOn)}: a review is due (Local Government and Housing Act 1989, section 15(1)).`}
          {latest.sharedOut.setAside.length > 0 &&
            ` What was set aside has lapsed (section 17(2)): ${latest.sharedOut.setAside.map(({ name }) => name).join(', ')}.`}
        </WarningText>
      )}
      {alone.map(({ name }) => (
        <WarningText iconFallbackText="Warning">
          {`${name} has one member. A group needs two (SI 1990/1553, regulation 8), so it is none, and its member is counted with those in no group.`}
        </WarningText>
      ))}
      {chamber.notOnCouncil.length > 0 && (
        <WarningText iconFallbackText="Warning">
          {`In a group and in no seat of the council: ${chamber.notOnCouncil.map(({ name }) => name).join(', ')}.`}
        </WarningText>
      )}
    </>
  );
}

function Members({ frame, chamber }: BalancePageProps): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">{`Members by group, ${asAtInWords(frame.asAt)}`}</h2>
      <WideTable
        name="Members by group"
        caption="Members by group"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={['Group', { text: 'Members', format: 'numeric' }, 'Who']}
        rows={[
          ...chamber.groups
            .filter(({ members }) => members.length > 0)
            .map(({ name, members }) => [
              name,
              { text: String(members.length), format: 'numeric' as const },
              members.map((member) => member.name).join(', '),
            ]),
          ...(chamber.ungrouped.length === 0
            ? []
            : [
                [
                  'In no group',
                  { text: String(chamber.ungrouped.length), format: 'numeric' as const },
                  chamber.ungrouped.map(({ name }) => name).join(', '),
                ],
              ]),
        ]}
      />
    </>
  );
}

function Bodies({ frame, chamber }: BalancePageProps): JSX.Element | null {
  const rows = [
    ...chamber.balanced.map((body) => ({ ...body, rule: 'Political balance' })),
    ...chamber.setAside.map((body) => ({ ...body, rule: 'Every group may nominate; balance set aside' })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Bodies and their rule</h2>
      <WideTable
        name="Bodies and their rule"
        caption="Bodies and their rule"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={['Body', 'Rule', { text: 'Seats', format: 'numeric' }]}
        rows={rows.map(({ slug, name, rule, seats }) => [
          <DayLink frame={frame} href={bodyPaths.body(slug)}>
            {name}
          </DayLink>,
          rule,
          { text: seats === null ? 'not said' : String(seats), format: 'numeric' as const },
        ])}
      />
    </>
  );
}

function Determinations({ determinations }: BalancePageProps): JSX.Element {
  return (
    <>
      <h2 class="govuk-heading-m">What the council determined</h2>
      {determinations.length === 0 ? (
        <p class="govuk-body tl-lacking">No table of seats is recorded by this day.</p>
      ) : (
        determinations.map((one) => <Determined determination={one} />)
      )}
    </>
  );
}

function Determined(props: { determination: BalancePageProps['determinations'][number] }): JSX.Element {
  const { determination } = props;
  const { sharedOut, changes } = determination;
  const filled = afterGiving(sharedOut);
  return (
    <section class="tl-option">
      <h3 class="govuk-heading-s">
        {`${formatDay(determination.determinedOn)}. ${OCCASIONS[determination.occasion]}`}{' '}
        {changes.length > 0 && <Tag class="govuk-tag--red">Review due</Tag>}
      </h3>
      <p class="govuk-body">
        {`${determination.source}, ${formatDay(determination.statedOn)}. `}
        {determination.votesFor !== null && `For ${determination.votesFor}. `}
        {determination.votesAgainst !== null && `Against ${determination.votesAgainst}.`}
      </p>
      <WideTable
        name={`Seats as determined on ${formatDay(determination.determinedOn)}`}
        caption="Seats as determined"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={['Body', ...sharedOut.parties.map(({ name, members }) => `${name} (${members})`), 'All']}
        rows={sharedOut.bodies.map((body, index) => [
          body.name,
          ...body.seatsHeld.map((seats, party) => {
            const now = filled[index]?.[party] ?? seats;
            return (
              <>
                {String(seats)}
                {now !== seats && <span class="tl-exact">{`filled: ${now}`}</span>}
              </>
            );
          }),
          String(body.seats),
        ])}
      />
      {sharedOut.given.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {sharedOut.given.map(({ body, from, to, seats }) => (
            <li>{`${from} gives ${seats} ${seats === 1 ? 'seat' : 'seats'} of ${body} to ${to}. Whose it is does not change.`}</li>
          ))}
        </ul>
      )}
      {sharedOut.setAside.length > 0 && (
        <p class="govuk-body">
          {`Balance set aside, nobody voting against (section 17): ${sharedOut.setAside.map(({ name, seats }) => `${name} (${seats})`).join(', ')}.`}
          {changes.length > 0 && (
            <>
              {' '}
              <Tag class="govuk-tag--red">Lapsed</Tag>
            </>
          )}
        </p>
      )}
      {changes.length > 0 && (
        <>
          <p class="govuk-body">Since then:</p>
          <ul class="govuk-list govuk-list--bullet">
            {changes.map(({ day, words }) => (
              <li>{`${formatDay(day)}: ${words}`}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

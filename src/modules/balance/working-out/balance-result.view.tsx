import type { JSX } from 'preact';
import { Details } from '../../../platform/govuk/index.ts';
import { HemicycleChart } from '../../../platform/charts/hemicycle-chart.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { Balance, PrincipleApplied } from './political-balance.rule.ts';
import { deviationInDecimals, type Party, shareInDecimals, shareInFull } from './shares.rule.ts';

/** The chamber as a picture: each group's seats. */
export function Chamber(props: { parties: readonly Party[] }): JSX.Element {
  const { parties } = props;
  const council = parties.reduce((sum, { members }) => sum + members, 0);
  return (
    <div class="tl-hemicycle">
      <HemicycleChart
        id="chamber"
        title={`The ${council} members of the council by group`}
        description={parties.map(({ name, members }) => `${name} ${members}`).join(', ')}
        groups={parties.map(({ name, members }) => ({ name, seats: members }))}
      />
    </div>
  );
}

/** Seats shared out: each principle in order and where it told, exact shares, whole seats, and what is as close. */
export function BalanceResult(props: { balance: Balance }): JSX.Element {
  const { balance } = props;
  const { parties, benches } = balance;
  return (
    <>
      <div id="seats">
        <Chamber parties={parties} />
      </div>
      <h2 class="govuk-heading-m">Seats</h2>
      <p class="govuk-body tl-reading">
        {`${balance.seats} seats of ${benches.length} ${benches.length === 1 ? 'body' : 'bodies'} among ${balance.council} members. Each cell gives the seats; under them the exact share, as a fraction and a decimal, and how far the seats lie from it.`}
      </p>
      <WideTable
        name="Seats by body and group"
        caption="Seats by body and group"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        class="tl-balance"
        head={['Body', ...parties.map(({ name, members }) => `${name} (${members})`), 'All']}
        rows={[
          ...benches.map(({ name, seats }, bench) => [
            name,
            ...parties.map((_, party) => <SeatCell balance={balance} bench={bench} party={party} />),
            String(seats),
          ]),
          [
            <strong>All bodies</strong>,
            ...parties.map((_, party) => {
              const share = balance.totalShares[party];
              return (
                <>
                  <strong>{String(balance.totals[party] ?? 0)}</strong>
                  {share !== undefined && (
                    <span class="tl-exact">
                      {`${shareInFull(share)} = ${shareInDecimals(share)}, ${deviationInDecimals(balance.totals[party] ?? 0, share)}`}
                    </span>
                  )}
                </>
              );
            }),
            <strong>{String(balance.seats)}</strong>,
          ],
        ]}
      />
      <h2 class="govuk-heading-m">The four principles, in their order</h2>
      <ol class="govuk-list tl-clauses">
        {balance.principles.map((principle) => (
          <li class="tl-clauses__clause">
            <span class="tl-clauses__number">{`(${principle.letter})`}</span>
            <span>
              <Principle balance={balance} principle={principle} />
            </span>
          </li>
        ))}
      </ol>
      <p class="govuk-body tl-quiet">
        Local Government and Housing Act 1989, section 15(4) and (5), each so far as reasonably practicable.
      </p>
      <Alternatives balance={balance} />
    </>
  );
}

function SeatCell(props: { balance: Balance; bench: number; party: number }): JSX.Element {
  const { balance, bench, party } = props;
  const held = balance.seatsHeld[bench]?.[party] ?? 0;
  const share = balance.shares[bench]?.[party];
  return (
    <>
      {String(held)}
      {share !== undefined && (
        <span class="tl-exact">
          {`${shareInFull(share)} = ${shareInDecimals(share)}, ${deviationInDecimals(held, share)}`}
        </span>
      )}
    </>
  );
}

/** So many places where a principle told are written out. */
const MOST_TOLD = 12;

const RULES: Readonly<Record<PrincipleApplied['letter'], string>> = {
  a: 'Not all seats of a body go to one group.',
  b: 'A group with a majority of the council has a majority of each body.',
  c: 'Of all seats together each group has its share of the council.',
  d: 'Of each body each group has its share of the council.',
};

function Principle(props: { balance: Balance; principle: PrincipleApplied }): JSX.Element {
  const { balance, principle } = props;
  const { letter, told, notKept } = principle;
  const majority = balance.majority === null ? undefined : balance.parties[balance.majority]?.name;
  const decided = told.slice(0, MOST_TOLD).map(({ bench, party, seats }) => {
    const of = bench === null ? 'all seats' : (balance.benches[bench]?.name ?? '');
    const share = bench === null ? balance.totalShares[party] : balance.shares[bench]?.[party];
    const exact = share === undefined ? '' : shareInDecimals(share);
    const { name = '', isGroup = true } = balance.parties[party] ?? {};
    return isGroup
      ? `${name}’s share of ${of} is ${exact}, and it gets ${seats}`
      : `the share of members of no group of ${of} is ${exact}, and they get ${seats}`;
  });
  const bodies = notKept.map((bench) => balance.benches[bench]?.name ?? '').join(', ');
  return (
    <>
      <strong>{RULES[letter]}</strong>{' '}
      {letter === 'b' && (majority === undefined ? 'No group has one. ' : `${majority} has one. `)}
      {told.length === 0
        ? letter === 'a' || letter === 'b'
          ? 'It changed nothing here.'
          : 'Every share rounded to the nearest whole seat adds up.'
        : `${letter === 'a' || letter === 'b' ? 'It decided here' : 'Rounding alone does not add up'}: ${decided.join('; ')}${told.length > MOST_TOLD ? '; and more' : ''}.`}
      {letter === 'c' &&
        balance.parties.some(({ isGroup }) => !isGroup) &&
        ' Members of no group get the seats that the groups’ nearest whole numbers leave (Local Government (Committees and Political Groups) Regulations 1990, regulation 16).'}
      {bodies !== '' && ` It cannot be kept on ${bodies}.`}
    </>
  );
}

/** Tables exactly as close as this one: which is right is not arithmetic's to say. */
function Alternatives(props: { balance: Balance }): JSX.Element | null {
  const { balance } = props;
  const { otherTotals, otherTables, parties, benches, seatsHeld } = balance;
  if (otherTotals.length === 0 && otherTables.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">What is exactly as close</h2>
      <p class="govuk-body tl-reading">
        Where shares tie, the council decides. These are no further from the exact shares than the table
        above.
      </p>
      {otherTotals.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {otherTotals.map((totals) => (
            <li>
              {`All seats: ${parties.map(({ name }, party) => `${name} ${totals[party] ?? 0}`).join(', ')}`}
            </li>
          ))}
        </ul>
      )}
      {otherTables.length > 0 && (
        <Details
          summary={`${otherTables.length} other ${otherTables.length === 1 ? 'table' : 'tables'} with the same totals`}
        >
          <ol class="govuk-list govuk-list--number">
            {otherTables.map((table) => (
              <li>
                {benches
                  .flatMap(({ name }, bench) => {
                    const changed = parties.flatMap(({ name: party }, index) => {
                      const [now, then] = [seatsHeld[bench]?.[index] ?? 0, table[bench]?.[index] ?? 0];
                      return now === then ? [] : [`${party} ${then} instead of ${now}`];
                    });
                    return changed.length === 0 ? [] : [`${name}: ${changed.join(', ')}`];
                  })
                  .join('; ')}
              </li>
            ))}
          </ol>
        </Details>
      )}
    </>
  );
}

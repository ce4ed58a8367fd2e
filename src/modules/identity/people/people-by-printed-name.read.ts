import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { groupedBy } from '../../../platform/grouped-by.ts';
import { matchNames, type Proposal, type Strength } from '../names/match-names.rule.ts';
import { foldName, type PersonName } from '../names/name.rule.ts';
import { isOneSlipApart } from '../names/one-slip-apart.rule.ts';
import { nameOn } from '../names/name-on.rule.ts';
import { parseName } from '../names/parse-name.rule.ts';
import { printName } from '../names/print-name.rule.ts';
import { findPeople } from './list-people.read.ts';
import { readNames } from '../names/read-names.read.ts';

export interface LikelyPerson {
  readonly personId: number;
  readonly name: string;
  readonly reason: string;
}

/** Who a name on a list may mean. */
export type PrintedNameMatch =
  | { readonly kind: 'one'; readonly personId: number; readonly name: string }
  /** Several people are called so. */
  | { readonly kind: 'several'; readonly likely: readonly LikelyPerson[] }
  /** Nobody is called so; these are called much the same. */
  | { readonly kind: 'none'; readonly likely: readonly LikelyPerson[] };

const ONE_SLIP: Proposal = { strength: 'weak', reasons: ['The names differ by one letter'] };

const RANK: Readonly<Record<Strength, number>> = { strong: 0, fair: 1, weak: 2 };

/**
 * Who names on a list mean, as people are called on a day: the one person of just that name (titles and letters after it
 * aside); else those it may be, the likelier first. Decides nothing beyond one same name: a person chooses among the others.
 */
export async function peopleByPrintedName(
  db: Db,
  printed: readonly string[],
  day: PlainDay,
): Promise<readonly PrintedNameMatch[]> {
  const people = await findPeople(db, { search: '', day });
  const recorded = groupedBy(
    (
      await readNames(
        db,
        people.map(({ id }) => id),
      )
    ).filter(({ isReplaced }) => !isReplaced),
    ({ personId }) => personId,
  );
  const known = people.flatMap(({ id, name }) => {
    const parts = nameOn(recorded.get(id) ?? [], day);
    return parts === undefined ? [] : [{ personId: id, name, parts }];
  });
  return printed.map((text): PrintedNameMatch => {
    const name = parseName(text);
    if (name === null) return { kind: 'none', likely: [] };
    const same = known.filter(({ parts }) => plain(parts) === plain(name));
    const [only] = same;
    if (only !== undefined && same.length === 1)
      return { kind: 'one', personId: only.personId, name: only.name };
    if (same.length > 1)
      return {
        kind: 'several',
        likely: same.map(({ personId, name: called }) => ({
          personId,
          name: called,
          reason: 'Has the same name as another person',
        })),
      };
    const likely = known
      .flatMap(({ parts, ...person }) => {
        // A list is looked at by somebody who chooses, so that even a short surname with one slip is offered.
        const proposal =
          matchNames(parts, name) ?? (isOneSlipApart(plain(parts), plain(name)) ? ONE_SLIP : null);
        return proposal === null ? [] : [{ ...person, ...proposal }];
      })
      .toSorted((one, other) => RANK[one.strength] - RANK[other.strength])
      .slice(0, 5);
    return {
      kind: 'none',
      likely: likely.map(({ personId, name: called, reasons }) => ({
        personId,
        name: called,
        reason: reasons[0] ?? '',
      })),
    };
  });
}

function plain(name: PersonName): string {
  return foldName(printName(name, 'plain'));
}

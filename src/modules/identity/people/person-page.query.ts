import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { daysHeld } from '../holdings/holding.rule.ts';
import { nameOn } from '../names/name-on.rule.ts';
import { printedForms, printName } from '../names/print-name.rule.ts';
import { stillHeld } from '../holdings/still-held.rule.ts';
import { type Holder, holdingsOf } from '../holdings/holders-on.read.ts';
import { type LookAlike, lookAlikes } from '../same-person/look-alikes.read.ts';
import { readHoldingHistory, type RecordedHolding } from '../holdings/read-holdings.read.ts';
import { newestJudgements, readJoined } from '../same-person/read-joined.read.ts';
import { readNames, type RecordedName } from '../names/read-names.read.ts';
import { readStatements, type Statement } from '../sources/read-statements.read.ts';

/** Another record joined to this person, and why. */
export interface JoinedRecord {
  readonly id: number;
  readonly name: string;
}

/** A pair of records somebody decided about, so that it can be taken back. */
export interface Decision {
  readonly personId: number;
  readonly otherId: number;
  readonly names: readonly [string, string];
  readonly verdict: 'same' | 'different';
  readonly reason: string;
}

export interface PersonPage {
  readonly id: number;
  readonly name: string;
  readonly currentName: RecordedName;
  /** Ways a paper may print the name. */
  readonly forms: readonly string[];
  /** Names that count, the oldest first, and those that were replaced. */
  readonly names: readonly RecordedName[];
  readonly replacedNames: readonly RecordedName[];
  readonly records: readonly JoinedRecord[];
  readonly decisions: readonly Decision[];
  /** What they held on the day. */
  readonly holds: readonly Holder[];
  /** Every holding that counts, the latest first. */
  readonly holdings: readonly RecordedHolding[];
  /** Rows that were replaced or withdrawn, by the number of the one that replaced them. */
  readonly history: readonly RecordedHolding[];
  readonly statements: readonly Statement[];
  readonly lookAlikes: readonly LookAlike[];
  /** Whether there is anything to hand on. */
  readonly hasPosts: boolean;
}

/** A person by any of their records: names, posts as at a day, what papers say, and records that look alike. */
export async function personPage(db: Db, id: number, day: PlainDay): Promise<PersonPage | null> {
  const joined = await readJoined(db);
  const ids = joined.recordsOf(id);
  const names = await readNames(db, ids);
  const ofRecord = (record: number) =>
    names.filter(({ personId, isReplaced }) => personId === record && !isReplaced);
  const currentName = nameOn(ofRecord(joined.lead(id)), day);
  if (currentName === undefined) return null;
  const judgements = (await newestJudgements(db)).filter(
    ({ personId, otherId, verdict }) =>
      verdict !== 'open' && (ids.includes(personId) || ids.includes(otherId)),
  );
  const others = await readNames(
    db,
    judgements.flatMap(({ personId, otherId }) => [personId, otherId]),
  );
  const nameOf = (record: number) => {
    const name = nameOn(
      [...names, ...others].filter(({ personId, isReplaced }) => personId === record && !isReplaced),
      day,
    );
    return name === undefined ? `Person ${record}` : printName(name, 'full');
  };
  const history = await readHoldingHistory(db, { personIds: ids });
  const holdings = history.filter(({ isReplaced, change }) => !isReplaced && change !== 'withdrawn');
  return {
    id: joined.lead(id),
    name: printName(currentName, 'full'),
    currentName,
    forms: printedForms(currentName),
    names: names.filter(({ isReplaced }) => !isReplaced),
    replacedNames: names.filter(({ isReplaced }) => isReplaced),
    records: ids.map((record) => ({ id: record, name: nameOf(record) })),
    decisions: judgements.flatMap(({ personId, otherId, verdict, reason }): Decision[] =>
      verdict === 'open'
        ? []
        : [{ personId, otherId, verdict, reason, names: [nameOf(personId), nameOf(otherId)] }],
    ),
    holds: await holdingsOf(db, id, day),
    holdings: holdings.toSorted((a, b) => (daysHeld(a).from > daysHeld(b).from ? -1 : 1)),
    history,
    statements: await readStatements(db, { personIds: ids }),
    lookAlikes: await lookAlikes(db, id),
    hasPosts: stillHeld(holdings, day).length > 0,
  };
}

import type { Tx } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Actor, recordEvent } from '../../audit/index.ts';
import type { PersonName } from './name.rule.ts';
import { nameOn } from './name-on.rule.ts';
import { printName } from './print-name.rule.ts';
import { nameChanged, nameCorrected } from '../events.ts';
import { readNames } from './read-names.read.ts';
import { writeName } from './write-name.write.ts';

export interface NewName {
  readonly personId: number;
  readonly name: PersonName;
  readonly source: string;
  readonly change:
    /** From that day they have another name; the one before becomes a former name. */
    | { readonly kind: 'from-a-day'; readonly day: PlainDay }
    /** What was recorded was wrong: of the name they had on that day. */
    | { readonly kind: 'correction'; readonly asAt: PlainDay; readonly reason: string };
}

export type NamePerson =
  | { readonly kind: 'named' }
  | { readonly kind: 'nothing-changed' }
  /** Another name is theirs from that very day: it can only be corrected. */
  | { readonly kind: 'named-from-that-day' }
  | { readonly kind: 'no-such-person' };

/** Records another name of a person, or corrects one. The former record is kept. */
export async function namePerson(tx: Tx, actor: Actor, input: NewName): Promise<NamePerson> {
  const { personId, name, source, change } = input;
  const person = await tx
    .selectFrom('identity.person')
    .select('id')
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (person === undefined) return { kind: 'no-such-person' };
  const names = (await readNames(tx, [personId])).filter(({ isReplaced }) => !isReplaced);
  const now = nameOn(names, change.kind === 'correction' ? change.asAt : change.day);
  if (now === undefined) return { kind: 'no-such-person' };
  if (printName(now, 'full') === printName(name, 'full') && now.knownAs === name.knownAs)
    return { kind: 'nothing-changed' };
  if (change.kind === 'from-a-day') {
    if (names.some(({ fromDay }) => fromDay === change.day)) return { kind: 'named-from-that-day' };
    await writeName(tx, actor, { personId, name, fromDay: change.day, source });
    await recordEvent(tx, actor, nameChanged(String(personId), { from: change.day }));
  } else {
    await writeName(tx, actor, {
      personId,
      name,
      fromDay: now.fromDay,
      source,
      correction: { reason: change.reason, replaces: now.id },
    });
    await recordEvent(tx, actor, nameCorrected(String(personId), {}));
  }
  return { kind: 'named' };
}

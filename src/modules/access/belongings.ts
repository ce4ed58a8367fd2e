import { formatDay } from '../../platform/time/plain-day.ts';
import type { Belongings } from '../identity/index.ts';
import { administratorsLeft, lockAdministrators } from './roles/lock-administrators.write.ts';
import { endRole } from './roles/give-role.ts';
import { closeAfter } from './accounts/keep-accounts.ts';
import { endSessions } from './sessions/keep-sessions.ts';
import { endNeedsToKnow } from './grounds/judge-thing.ts';
import { accessPaths } from './paths.ts';
import { accountOf } from './accounts/accounts.read.ts';
import { countNeedsToKnow } from './grounds/needs-to-know.read.ts';
import { roleGrants } from './roles/role-grants.read.ts';
import { openSessions } from './sessions/open-sessions.read.ts';

const REASON = 'They left';

/** What somebody who leaves has of roles and of ways in, and what becomes of it: it ends with their last day. */
export const accessBelongings: Belongings = {
  async list(db, { records, day }) {
    const roles = (await Promise.all(records.map((personId) => roleGrants(db, day, { personId })))).flat();
    const held = roles.filter(({ state }) => state !== 'over');
    const [personId = 0] = records;
    const accounts = await Promise.all(records.map((id) => accountOf(db, id)));
    const sessions = (await Promise.all(records.map((id) => openSessions(db, day, id)))).flat();
    const needs = (await Promise.all(records.map((id) => countNeedsToKnow(db, id)))).reduce(
      (sum, count) => sum + count,
      0,
    );
    return [
      ...held.map(({ roleName, from }) => ({
        what: `The role ${roleName}, from ${formatDay(from)}`,
        becomes: 'It ends with their last day.',
        href: accessPaths.person(personId),
      })),
      ...(accounts.every((account) => account === null || account.closed)
        ? []
        : [
            {
              what: 'Their way in',
              becomes:
                'It is closed after their last day, also where the council’s own sign-in still knows them.',
              href: accessPaths.person(personId),
            },
          ]),
      ...(needs === 0
        ? []
        : [
            {
              what:
                needs === 1 ? 'One thing opened to them by name' : `${needs} things opened to them by name`,
              becomes: 'Shut again at once.',
              href: accessPaths.person(personId),
            },
          ]),
      ...(sessions.length === 0
        ? []
        : [
            {
              what:
                sessions.length === 1 ? 'A session that goes on' : `${sessions.length} sessions that go on`,
              becomes: 'Ended now if their last day is past, else with that day.',
              href: accessPaths.person(personId),
            },
          ]),
    ];
  },

  async refuses(tx, { records }) {
    await lockAdministrators(tx);
    for (const personId of records) {
      const [all, others] = [await administratorsLeft(tx), await administratorsLeft(tx, { personId })];
      if (all > 0 && others === 0)
        return 'They are the last administrator who can sign in. Make somebody else an administrator first, with no last day';
    }
    return null;
  },

  async leave(tx, actor, { records, lastDay, today }) {
    for (const personId of records) {
      const held = (await roleGrants(tx, today, { personId })).filter(({ state }) => state !== 'over');
      for (const { id, from, until } of held) {
        if (until !== null && until <= lastDay) continue;
        // One that had not begun by their last day has no day on which it could end.
        const ended = await endRole(tx, actor, id, {
          lastDay: from > lastDay || lastDay < today ? null : lastDay,
          reason: REASON,
        });
        if (ended.kind !== 'ended') throw new Error(`Looked at a moment ago, and yet: ${ended.kind}`);
      }
      await endNeedsToKnow(tx, actor, personId);
      await closeAfter(tx, personId, lastDay);
      if (lastDay < today) await endSessions(tx, actor, personId, 'left');
    }
  },
};

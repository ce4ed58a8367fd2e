import { judgePeople } from '../../../src/modules/identity/same-person/judge-people.ts';
import { plainDay } from '../../../src/platform/time/plain-day.ts';
import { namePerson } from '../../../src/modules/identity/names/name-person.ts';
import { secrets } from './secrets.ts';

/** What the module `identity` keeps from unprivileged readers. */

const test = { kind: 'operator', name: 'Test' } as const;

secrets.add({
  name: 'names that were put right',
  differs: ['what stood there before', 'why it was put right', 'how often', 'who did'],
  plant: async (world, db) => {
    const [, , personId = 0] = world.facts.people;
    const name = { title: null, forenames: ['Perpetua'], knownAs: null, suffix: null, honours: [] };
    const asAt = plainDay(2026, 6, 1);
    const typed = world.name === 'A' ? [] : [1, 2].map((time) => world.word(`surname typed wrongly ${time}`));
    // Both worlds end with the same name, which is public; only the way there differs.
    for (const surname of [...typed, 'Quayside'])
      await db.transaction().execute((tx) =>
        namePerson(
          tx,
          { ...test, name: `Keeper ${world.word('who put a name right')}` },
          {
            personId,
            name: { ...name, surname },
            source: 'Her letter',
            change: { kind: 'correction', asAt, reason: `Typed ${world.word('why a name was put right')}` },
          },
        ),
      );
  },
});

secrets.add({
  name: 'records found to be of two people',
  differs: ['which records', 'why', 'how often somebody changed their mind'],
  plant: async (world, db) => {
    const [, , personId = 0, otherId = 0] = world.facts.people;
    for (const verdict of world.name === 'A' ? (['different'] as const) : (['different', 'open'] as const))
      await db.transaction().execute((tx) =>
        judgePeople(tx, test, {
          personId,
          otherId,
          verdict,
          reason: `Born ${world.word(`why two records are ${verdict}`)}`,
        }),
      );
  },
});

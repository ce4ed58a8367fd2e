import { choose } from '../../../src/modules/planimport/draft/choose.ts';
import { chooseColumns } from '../../../src/modules/planimport/columns/choose-columns.ts';
import { dropImport } from '../../../src/modules/planimport/start/drop-import.ts';
import { startImport } from '../../../src/modules/planimport/start/start-import.ts';
import { aMilestone, anAction, aReading } from '../a-reading.ts';
import { secrets } from './secrets.ts';
import type { World } from './world.ts';

/** What the module `improvement` keeps from unprivileged readers: plans that are not accepted yet. */

const test = { kind: 'operator', name: 'Test' } as const;
const content = { alsoFromAuditors: true } as const;

secrets.add({
  name: 'drafts of plans',
  differs: [
    'how many drafts there are',
    'the title',
    'the words of an action',
    'who leads',
    'how many actions',
    'the file name',
    'what is in the file',
    'what was decided',
    'who brought it in',
    'which were dropped',
  ],
  plant: async (world, db) => {
    for (const label of world.name === 'A'
      ? ['first draft']
      : ['first draft', 'second draft', 'dropped draft']) {
      const { draftId } = await db.transaction().execute((tx) =>
        startImport(
          tx,
          { ...test, name: `Manager ${world.word(`who brought in the ${label}`)}` },
          {
            fileName: `${world.word(`file name of the ${label}`, content)}.txt`,
            fileSha256: world.word(`mark of the file of the ${label}`),
            document: null,
            columns: {},
            reading: readingOf(world, label),
          },
        ),
      );
      world.stands(label, draftId);
      await db.transaction().execute(async (tx) => {
        if (label === 'dropped draft') return dropImport(tx, test, draftId);
        if (world.name === 'A') return;
        await chooseColumns(tx, test, draftId, {
          columns: { [world.word(`heading of the ${label}`, content)]: 'action' },
          reading: readingOf(world, label),
        });
        return choose(tx, test, draftId, [{ subject: 'action:1.1.1', choice: 'drop', correction: null }]);
      });
    }
  },
});

function readingOf(world: World, label: string) {
  const word = (what: string) => world.word(`${what} of the ${label}`, content);
  const actions = Array.from({ length: world.name === 'A' ? 1 : 7 }, (_, index) =>
    anAction(`1.1.${index + 1}`, {
      text: `Close ${word('words')}`,
      milestones: [
        aMilestone({
          timescaleAsPrinted: word('time'),
          leads: [word('lead')],
        }),
      ],
    }),
  );
  return aReading(actions, { title: `Plan ${word('title')}` });
}

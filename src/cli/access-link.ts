import { accessPaths, administratorAccounts, makeLink } from '../modules/access/index.ts';
import { systemClock, todayInLondon } from '../platform/time/plain-day.ts';
import { fail, withDatabase } from './open.ts';
import { operator } from './operator.ts';

/** throughline access link: for an administrator whom nobody is left to help. Whoever can run it has the machine. */
export async function accessLink(name: string | undefined): Promise<void> {
  await withDatabase(async ({ db, config }) => {
    const administrators = await administratorAccounts(db, todayInLondon(systemClock));
    const names = administrators.map(({ signInName }) => signInName);
    const [only] = administrators;
    const chosen =
      name === undefined && administrators.length === 1
        ? only
        : administrators.find(({ signInName }) => signInName.toLowerCase() === name?.toLowerCase());
    if (chosen === undefined)
      fail(
        administrators.length === 0
          ? 'Nobody administers Throughline yet. Start it (npm start -- --empty): it prints a link to set it up.'
          : `Say which administrator: ${names.join(', ')}.`,
      );
    const address = config.publicUrl ?? `http://localhost:${config.port}`;
    const made = await db
      .transaction()
      // No message: whoever asked reads it here.
      .execute((tx) => makeLink(tx, operator(), chosen, null));
    if (made.kind !== 'made') fail('Their way in was closed meanwhile.');
    console.log(`${address}${accessPaths.link(made.token)}`);
    console.error(`It is for ${chosen.personName}, works once, and for seven days.`);
  });
}

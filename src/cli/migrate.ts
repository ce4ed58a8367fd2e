import { withDatabase } from './open.ts';

/** throughline migrate */
export async function migrateDatabase(): Promise<void> {
  await withDatabase(async ({ server }) => {
    console.log(`The database at ${server.place} is up to date.`);
  });
}

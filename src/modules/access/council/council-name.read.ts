import type { Db } from '../../../platform/db/index.ts';

/** How old the name may be that a page shows, in milliseconds, after another process named the council anew. */
const FRESH = 5000;

/** The council's name for the top of every page, without asking the database for each. */
export class CouncilName {
  readonly #db: Db;
  readonly #otherwise: string;
  #name: string | undefined;
  #readAt = 0;

  /** @param otherwise what stands there until somebody names the council */
  static async open(db: Db, otherwise: string): Promise<CouncilName> {
    const council = new CouncilName(db, otherwise);
    await council.refresh();
    return council;
  }

  private constructor(db: Db, otherwise: string) {
    this.#db = db;
    this.#otherwise = otherwise;
  }

  /** As it was a moment ago; where that is some seconds old it is read again for the pages that follow. */
  get current(): string {
    // A database that is away has its own page to say so.
    if (Date.now() - this.#readAt > FRESH) this.refresh().catch(() => undefined);
    return this.#name ?? this.#otherwise;
  }

  /** Reads it now, after it was changed here. */
  async refresh(): Promise<void> {
    this.#readAt = Date.now();
    const row = await this.#db
      .selectFrom('access.council')
      .select('name')
      .orderBy('id', 'desc')
      .limit(1)
      .executeTakeFirst();
    this.#name = row?.name;
  }
}

import type { Kysely, Transaction } from 'kysely';
import type { DB } from './tables.generated.ts';

/** Every table of the migrated schema, keyed as it is written in SQL: 'audit.event'. */
export type Tables = DB;

/** A connection to read with. */
export type Db = Kysely<Tables>;

/** A transaction to write in. Kysely's type is nominal, so a command that takes one cannot be called outside one. */
export type Tx = Transaction<Tables>;

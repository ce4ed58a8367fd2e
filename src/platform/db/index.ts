export { actAs, type RowReader } from './act-as.ts';
export { examineDatabase, type Check, type ExaminedConfig, type ExamineOptions } from './doctor.ts';
export { isDatabaseAway } from './database-away.ts';
export type { DatabaseProblem, DatabaseProblemCode } from './database-problem.ts';
export { migrate, type Migrate } from './migrate.ts';
export {
  openDatabase,
  type DatabaseConfig,
  type OpenDatabaseOptions,
  type OpenedDatabase,
} from './open-database.ts';
export { readConsistently } from './read-consistently.ts';
export type { Db, Tables, Tx } from './tables.ts';

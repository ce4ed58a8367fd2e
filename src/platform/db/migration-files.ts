import { createHash } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One numbered file of plain SQL. */
export interface MigrationFile {
  readonly number: number;
  /** The file's name without `.sql`: '0001_audit'. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the text, with line ends as one, so that a checkout on Windows has the same. */
  readonly checksum: string;
}

export type ReadMigrations =
  | { readonly kind: 'read'; readonly files: readonly MigrationFile[] }
  | { readonly kind: 'problem'; readonly message: string };

const NAME = /^(\d{4})_[a-z0-9_]+\.sql$/;

/** Reads the folder's `NNNN_name.sql` files in order. A name of another form, or a number used twice, is a problem. */
export async function readMigrations(folder: string): Promise<ReadMigrations> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  const files: MigrationFile[] = [];
  for (const name of names) {
    const number = Number(NAME.exec(name)?.[1]);
    if (Number.isNaN(number)) {
      return {
        kind: 'problem',
        message: `The migration ${name} in ${folder} must be named like 0001_audit.sql: four digits, an underscore, small letters.`,
      };
    }
    const twin = files.at(-1);
    if (twin?.number === number) {
      return {
        kind: 'problem',
        message: `Two migrations in ${folder} have the same number: ${twin.name}.sql and ${name}. Give the newer one the next free number.`,
      };
    }
    const sql = (await readFile(join(folder, name), 'utf8')).replaceAll('\r\n', '\n');
    files.push({
      number,
      name: name.slice(0, -4),
      sql,
      checksum: createHash('sha256').update(sql).digest('hex'),
    });
  }
  return { kind: 'read', files };
}

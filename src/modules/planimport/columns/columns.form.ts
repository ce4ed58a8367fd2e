import { type Form, valueOf } from '../../../platform/web/form-body.ts';
import { COLUMN_ROLES, type ColumnRole } from './column-roles.shape.ts';
import type { Column } from '../../improvement/index.ts';

/** The choice of what a column holds; columns are numbered as printed, since a heading may be anything. */
export function columnField(index: number): string {
  return `column-${index}`;
}

/** What each column is said to hold, by its heading; a column nothing was said of keeps what was read. */
export function readColumns(form: Form, columns: readonly Column[]): Readonly<Record<string, ColumnRole>> {
  return Object.fromEntries(
    columns.map(({ heading, role }, index) => {
      const said = valueOf(form, columnField(index));
      return [heading, COLUMN_ROLES.find((known) => known === said) ?? role];
    }),
  );
}

/** Whether anything is said to hold something else than it was read as. */
export function changesColumns(
  chosen: Readonly<Record<string, ColumnRole>>,
  columns: readonly Column[],
): boolean {
  return columns.some(({ heading, role }) => chosen[heading] !== role);
}

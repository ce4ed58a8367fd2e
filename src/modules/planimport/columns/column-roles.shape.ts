import { Column } from '../../improvement/index.ts';

export type ColumnRole = Column['role'];

/** What a column of a plan's table may hold. */
export const COLUMN_ROLES: readonly ColumnRole[] = Column.shape.role.options;

/** How each is called on the page where a person says what a column holds. */
export const COLUMN_ROLE_WORDS: Readonly<Record<ColumnRole, string>> = {
  ref: 'Reference',
  action: 'Action',
  timescale: 'Timescale (when it starts and ends)',
  start: 'Start date',
  end: 'End date',
  lead: 'Lead',
  measure: 'Measures',
  status: 'Status',
  tags: 'Requirements it carries',
  joint: 'Partners it is joint with',
  priority: 'Priority or theme',
  outcome: 'Outcome or objective',
  requirement: 'Recommendation or requirement in words',
  ignore: 'Nothing to be read',
};

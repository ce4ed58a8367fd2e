/** What somebody who keeps bodies can record as having happened to one. */
export const HAPPENINGS = {
  'set-up': 'It is set up, as was proposed',
  renamed: 'It is renamed',
  merged: 'It is merged into another body',
  dissolved: 'It is dissolved',
  revived: 'It is revived',
} as const;
export type Happening = keyof typeof HAPPENINGS;

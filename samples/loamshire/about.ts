/** What the sample is called and when it is. Every name in it is made up: there is no Loamshire. */
export const LOAMSHIRE = {
  council: 'Loamshire County Council',
  programme: 'Safe and Seen',
  title: 'Safe and Seen: Loamshire’s improvement plan, 2026-27',
  /** The day the made-up plan was agreed, and from which it counts. */
  inForceFrom: '2026-03-02',
  /** A day on which some of it is done, some late and some to come. */
  openAt: '2026-10-01',
} as const;

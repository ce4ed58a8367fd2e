import type { Table } from '../../../platform/tables/table.ts';
import { formatDay, parsePlainDay, parseTypedDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { BroughtList, BroughtMembership, PopoloBody } from './popolo.print.ts';

/** The columns of a list of members, the same out as in. */
export const MEMBER_COLUMNS = [
  'Body',
  'Seat',
  'Person',
  'First day',
  'Last day',
  'Substitute',
  'By post',
  'Source',
  'Day of the source',
  'Place in the source',
] as const;

/** Every membership as a row, as at a day. */
export function membersTable(bodies: readonly PopoloBody[], day: PlainDay): Table {
  return {
    title: `Memberships as at ${formatDay(day)}`,
    columns: MEMBER_COLUMNS.map((heading) => ({
      heading,
      kind: heading.endsWith('day') || heading.startsWith('Day') ? ('day' as const) : ('text' as const),
    })),
    rows: bodies.flatMap(({ name, seats }) =>
      seats.flatMap((seat) =>
        seat.sittings.map((sitting) => [
          name,
          seat.label,
          sitting.personName,
          sitting.byPost ? null : sitting.from,
          sitting.byPost ? null : sitting.until,
          sitting.isSubstitute ? 'yes' : 'no',
          sitting.byPost ? 'yes' : 'no',
          sitting.source,
          sitting.statedOn,
          sitting.place,
        ]),
      ),
    ),
  };
}

/** Reads a list of members from the cells of a spreadsheet, whichever order its columns have. Headings stand in the first row. */
export function readMembers(rows: readonly (readonly string[])[]): BroughtList {
  const [head = [], ...rest] = rows;
  const column = (...names: readonly string[]) =>
    head.findIndex((cell) =>
      names.includes(
        cell
          .trim()
          .toLowerCase()
          .replaceAll(/[^a-z ]/g, ''),
      ),
    );
  const at = {
    body: column('body', 'committee', 'organisation', 'organization'),
    seat: column('seat', 'role', 'capacity'),
    person: column('person', 'name', 'member'),
    from: column('first day', 'from', 'start', 'start date'),
    until: column('last day', 'to', 'until', 'end', 'end date'),
    substitute: column('substitute'),
    byPost: column('by post'),
  };
  const lacking = (['body', 'person'] as const).filter((name) => at[name] === -1);
  if (lacking.length > 0)
    return {
      memberships: [],
      problems: lacking.map((name) => ({
        at: 'Row 1',
        sentence: `No column is headed ${name === 'body' ? 'Body' : 'Person'}`,
      })),
    };
  const problems: { at: string; sentence: string }[] = [];
  const memberships = rest.flatMap((row, index): BroughtMembership[] => {
    const place = `Row ${index + 2}`;
    const cell = (which: keyof typeof at) => (at[which] === -1 ? '' : (row[at[which]] ?? '').trim());
    if (row.every((text) => text.trim() === '') || cell('byPost').toLowerCase() === 'yes') return [];
    if (cell('person') === '') problems.push({ at: place, sentence: 'It names no person' });
    if (cell('body') === '') problems.push({ at: place, sentence: 'It names no body' });
    const dayOf = (which: 'from' | 'until') => {
      const typed = cell(which);
      if (typed === '') return null;
      const day = parsePlainDay(typed) ?? parseTypedDay(typed);
      if (day === null)
        problems.push({
          at: place,
          sentence: `The ${which === 'from' ? 'first' : 'last'} day is “${typed.slice(0, 40)}”, which is no day like 6 April 2011`,
        });
      return day;
    };
    const from = dayOf('from');
    const until = dayOf('until');
    // A row with a day that is none is told of and not taken: it must not be read as if it had none.
    return cell('person') === '' || cell('body') === '' || problems.some(({ at: one }) => one === place)
      ? []
      : [
          {
            at: place,
            body: cell('body'),
            seat: cell('seat'),
            person: cell('person'),
            from,
            until,
            isSubstitute: /^(yes|y|true|1)$/i.test(cell('substitute')),
          },
        ];
  });
  return { memberships, problems };
}

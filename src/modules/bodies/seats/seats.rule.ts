import { addMonths, type PlainDay } from '../../../platform/time/plain-day.ts';
import { MONTHS_KNOWN } from '../life/life.rule.ts';
import { byAuthority, holdsOn, type Said, type Span } from '../sayings/said.rule.ts';
import type { Capacity, SeatRole } from '../sayings/body-words.shape.ts';

/** Somebody in a seat. */
export interface Sitting extends Said, Span {
  readonly id: number;
  readonly personId: number;
  /** The record that stands for the person, where several were found to be of one. */
  readonly leadId: number;
  readonly personName: string;
  readonly placeNo: number;
  readonly isSubstitute: boolean;
  /** The day of the paper that says it is over, where the last day is not known. */
  readonly overBy: PlainDay | null;
  /** Whether they sit by holding the post that the seat goes with. */
  readonly byPost: boolean;
}

/** A place on a body, or several alike. */
export interface Seat extends Said, Span {
  readonly id: number;
  /** The seat as such, through every change of what is known of it. */
  readonly seatNo: number;
  readonly label: string;
  readonly capacity: Capacity;
  readonly role: SeatRole;
  /** Null where nobody says how many. */
  readonly places: number | null;
  /** Null where nobody says. */
  readonly votes: boolean | null;
  readonly substitutes: boolean;
  readonly post: { readonly id: number; readonly title: string } | null;
  readonly organisation: string | null;
  readonly sittings: readonly Sitting[];
}

/** A seat as it stands on a day, with whoever sits in it and what does not add up. */
export interface SeatOnDay extends Seat {
  readonly holders: readonly (Sitting & { readonly standing: 'known' | 'presumed' })[];
  /** Every saying of it that holds that day, the one that counts first. */
  readonly sayings: readonly Seat[];
  /** Places that nobody is recorded in: null where how many there are is not said. */
  readonly vacant: number | null;
  /** More people are said to sit here than there are places. */
  readonly isContested: boolean;
}

/** So many seats said by one paper are a list of the membership, which takes the place of earlier papers' lists. */
export const SEATS_OF_A_LIST = 4;

/**
 * The seats of a body on a day. What those who keep the record entered counts as it is. Of papers, the latest list of the
 * membership takes the place of what earlier papers say, unless that was decided; two sayings of one seat (the same post,
 * the same organisation, the chair) are one seat, of which the firmer counts.
 */
export function seatsOn(seats: readonly Seat[], day: PlainDay): readonly SeatOnDay[] {
  const holding = seats.filter((seat) => holdsOn(seat, day));
  const lists = sourcesOf(holding).filter((own) => own.length >= SEATS_OF_A_LIST);
  const latest = lists
    .map(([seat]) => seat?.statedOn ?? day)
    .toSorted()
    .at(-1);
  const counting = holding.filter(
    ({ byPaper, weight, statedOn }) =>
      !byPaper || weight === 'resolved' || latest === undefined || statedOn >= latest,
  );
  const together: Seat[][] = [];
  for (const seat of counting) {
    const known = together.find((sayings) => sayings.some((one) => isOneSeat(one, seat)));
    if (known === undefined) together.push([seat]);
    else known.push(seat);
  }
  return together.map((sayings) => seatOnDay(sayings, day)).toSorted(byRole);
}

/** What other papers say of the membership on a day, and does not count: earlier lists, by paper. */
export function otherSayings(seats: readonly Seat[], day: PlainDay): readonly (readonly Seat[])[] {
  const counted = new Set(seatsOn(seats, day).flatMap(({ sayings }) => sayings.map(({ id }) => id)));
  return sourcesOf(seats.filter((seat) => holdsOn(seat, day) && !counted.has(seat.id)));
}

function sourcesOf(seats: readonly Seat[]): readonly (readonly Seat[])[] {
  const sources = new Map<string, Seat[]>();
  for (const seat of seats)
    if (seat.byPaper) sources.set(seat.source, [...(sources.get(seat.source) ?? []), seat]);
  return [...sources.values()];
}

function seatOnDay(sayings: readonly Seat[], day: PlainDay): SeatOnDay {
  const sorted = sayings.toSorted((one, other) => byAuthority(one, other) || one.id - other.id);
  const [counts] = sorted;
  if (counts === undefined) throw new RangeError('A seat is said by somebody');
  const places = sorted.find((seat) => seat.places !== null)?.places ?? null;
  const holders = holdersOf(
    sorted.flatMap(({ sittings }) => sittings),
    places,
    day,
  );
  const members = holders.filter(({ isSubstitute }) => !isSubstitute);
  return {
    ...counts,
    places,
    votes: sorted.find(({ votes }) => votes !== null)?.votes ?? null,
    substitutes: sorted.some(({ substitutes }) => substitutes),
    post: counts.post ?? sorted.find(({ post }) => post !== null)?.post ?? null,
    holders,
    sayings: sorted,
    vacant: places === null ? null : Math.max(0, places - members.length),
    isContested: places !== null && members.length > places,
  };
}

function holdersOf(
  sittings: readonly Sitting[],
  places: number | null,
  day: PlainDay,
): readonly (Sitting & { readonly standing: 'known' | 'presumed' })[] {
  const sitting = sittings
    .filter((one) => isSitting(one, day))
    .toSorted((a, b) => byAuthority(a, b) || a.id - b.id);
  const once = sitting.filter(
    (one, index) => sitting.findIndex(({ leadId }) => leadId === one.leadId) === index,
  );
  // In a seat for one, whom a later paper names takes the place of whom only an earlier one did.
  const latest =
    places === 1
      ? once
          .map(({ statedOn }) => statedOn)
          .toSorted()
          .at(-1)
      : undefined;
  return once
    .filter((one) => latest === undefined || !one.byPaper || one.byPost || one.statedOn === latest)
    .map((one) => ({
      ...one,
      standing:
        one.byPaper && !one.byPost && day > addMonths(one.statedOn, MONTHS_KNOWN) ? 'presumed' : 'known',
    }));
}

function isSitting(sitting: Sitting, day: PlainDay): boolean {
  return holdsOn(sitting, day) && (sitting.overBy === null || day < sitting.overBy);
}

/**
 * Whether two papers, or two places of one, speak of one seat: the chair, the same post, the same organisation, the elected
 * members, or a seat of the same name. One paper that names two people under one name speaks of two seats.
 */
function isOneSeat(one: Seat, other: Seat): boolean {
  if (one.seatNo === other.seatNo) return true;
  if (!one.byPaper || !other.byPaper) return false;
  if (one.role !== other.role) return false;
  if (one.role === 'chair' || one.role === 'vice-chair') return true;
  if (one.post !== null && other.post !== null && one.post.id === other.post.id) return true;
  const bothFilled = one.sittings.some(isNamed) && other.sittings.some(isNamed);
  if (one.source === other.source && bothFilled) return false;
  if (isOfMembers(one) && isOfMembers(other)) return true;
  const isOfOne = one.capacity === 'organisation' && other.capacity === 'organisation';
  if (isOfOne && one.organisation !== null && plain(one.organisation) === plain(other.organisation ?? ''))
    return true;
  return one.capacity === other.capacity && plain(one.label) === plain(other.label);
}

function isNamed({ byPost }: Sitting): boolean {
  return !byPost;
}

function isOfMembers({ capacity, post, organisation }: Seat): boolean {
  return (capacity === 'group' || capacity === 'member') && post === null && organisation === null;
}

/** A chair or vice-chair whom a body takes from among its elected members: an office beside their seat, not another seat. */
export function isOfficeAmongMembers({ role, capacity }: Pick<Seat, 'role' | 'capacity'>): boolean {
  return (role === 'chair' || role === 'vice-chair') && (capacity === 'member' || capacity === 'group');
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]s?\b|\b(the|of|and|kcc|kent)\b/g, ' ')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

const ORDER: readonly SeatRole[] = ['chair', 'vice-chair', 'member', 'observer'];

function byRole(one: Seat, other: Seat): number {
  return ORDER.indexOf(one.role) - ORDER.indexOf(other.role) || one.id - other.id;
}

/** Somebody whose time in a seat was over by a day. */
export interface FormerSitting {
  readonly sitting: Sitting;
  readonly label: string;
}

/** Who sat here before a day, the latest first. */
export function satBefore(seats: readonly Seat[], day: PlainDay): readonly FormerSitting[] {
  return seats
    .flatMap((seat) => seat.sittings.map((sitting) => ({ sitting, label: seat.label })))
    .filter(
      ({ sitting: { byPost, until, overBy } }) =>
        !byPost && ((until !== null && until < day) || (overBy !== null && overBy <= day)),
    )
    .toSorted((one, other) => ((one.sitting.until ?? '') < (other.sitting.until ?? '') ? 1 : -1));
}

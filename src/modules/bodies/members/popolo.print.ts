import { z } from 'zod';
import { parsePlainDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { Seat } from '../seats/seats.rule.ts';

/**
 * People, bodies and memberships in the shapes of Popolo (popoloproject.com/specs): organizations are bodies, posts are seats,
 * memberships are people in seats. What Popolo has no word for stands under `throughline:` names.
 */

export interface PopoloBody {
  readonly slug: string;
  readonly name: string;
  readonly kind: string | undefined;
  readonly founding: PlainDay | null;
  readonly dissolution: PlainDay | null;
  readonly parent: string | null;
  readonly otherNames: readonly string[];
  readonly sources: readonly string[];
  readonly seats: readonly Seat[];
}

/** The document of a day: every body with its seats, and every membership with its days. */
export function popoloDocument(bodies: readonly PopoloBody[], asAt: PlainDay): object {
  const people = new Map<number, string>();
  for (const { seats } of bodies)
    for (const { sittings } of seats)
      for (const { leadId, personName } of sittings) people.set(leadId, personName);
  return {
    '@context': 'http://www.popoloproject.com/contexts/popolo.jsonld',
    'throughline:as_at': asAt,
    persons: [...people]
      .toSorted(([one], [other]) => one - other)
      .map(([id, name]) => ({ id: `person/${id}`, name })),
    organizations: bodies.map((body) => ({
      id: body.slug,
      name: body.name,
      ...(body.kind === undefined ? {} : { classification: body.kind }),
      ...(body.parent === null ? {} : { parent_id: body.parent }),
      ...(body.founding === null ? {} : { founding_date: body.founding }),
      ...(body.dissolution === null ? {} : { dissolution_date: body.dissolution }),
      ...(body.otherNames.length === 0 ? {} : { other_names: body.otherNames.map((name) => ({ name })) }),
      sources: body.sources.map((note) => ({ note })),
    })),
    // A seat is known by its place on its body: a number of all seats would tell how many others there are.
    posts: bodies.flatMap(({ slug, seats }) =>
      seats.map((seat, index) => ({
        id: `${slug}/seat/${index + 1}`,
        label: seat.label,
        role: seat.role,
        organization_id: slug,
        ...daysOf(seat),
        'throughline:capacity': seat.capacity,
        'throughline:places': seat.places,
        'throughline:votes': seat.votes,
        sources: [{ note: sourceOf(seat) }],
      })),
    ),
    memberships: bodies.flatMap(({ slug, seats }) =>
      seats.flatMap((seat, index) =>
        seat.sittings.map((sitting) => ({
          person_id: `person/${sitting.leadId}`,
          organization_id: slug,
          post_id: `${slug}/seat/${index + 1}`,
          role: seat.role,
          label: seat.label,
          ...(sitting.byPost ? {} : daysOf(sitting)),
          'throughline:by_post': sitting.byPost,
          'throughline:substitute': sitting.isSubstitute,
          sources: [{ note: sourceOf(sitting) }],
        })),
      ),
    ),
  };
}

function daysOf({ from, until }: { readonly from: PlainDay | null; readonly until: PlainDay | null }) {
  return {
    ...(from === null ? {} : { start_date: from }),
    ...(until === null ? {} : { end_date: until }),
  };
}

function sourceOf({
  source,
  statedOn,
  place,
}: {
  readonly source: string;
  readonly statedOn: PlainDay;
  readonly place: string | null;
}): string {
  return `${source}, ${statedOn}${place === null ? '' : `, ${place}`}`;
}

/** A membership as a list that somebody brings has it; where it stands there, for what is wrong with it. */
export interface BroughtMembership {
  /** "Row 7" or "memberships[3]". */
  readonly at: string;
  readonly body: string;
  readonly seat: string;
  readonly person: string;
  readonly from: PlainDay | null;
  readonly until: PlainDay | null;
  readonly isSubstitute: boolean;
}

export interface BroughtList {
  readonly memberships: readonly BroughtMembership[];
  readonly problems: readonly { readonly at: string; readonly sentence: string }[];
}

const text = z.string().max(300);
const Popolo = z.object({
  persons: z.array(z.object({ id: text, name: text })).default([]),
  organizations: z.array(z.object({ id: text, name: text })).default([]),
  posts: z.array(z.object({ id: text, label: text })).default([]),
  memberships: z
    .array(
      z.object({
        person_id: text.optional(),
        organization_id: text.optional(),
        post_id: text.nullish(),
        role: text.nullish(),
        label: text.nullish(),
        start_date: text.nullish(),
        end_date: text.nullish(),
        'throughline:substitute': z.boolean().optional(),
        'throughline:by_post': z.boolean().optional(),
        person: z.object({ name: text }).optional(),
        organization: z.object({ name: text }).optional(),
      }),
    )
    .default([]),
});

/** How many memberships a document has that may come in, before anything is known of what they are. */
export function membershipsIn(document: unknown): number {
  const counted = z.object({ memberships: z.array(z.unknown()) }).safeParse(document);
  if (!counted.success) return 0;
  return counted.data.memberships.filter((one) => !ByPost.safeParse(one).success).length;
}

const ByPost = z.looseObject({ 'throughline:by_post': z.literal(true) });

/** Reads the memberships of a Popolo document. What goes by holding a post is passed over: it follows from the post. */
export function readPopolo(document: unknown): BroughtList {
  const read = Popolo.safeParse(document);
  if (!read.success) {
    const [issue] = read.error.issues;
    return {
      memberships: [],
      problems: [
        {
          at: issue?.path.map(String).join('.') || 'The file',
          sentence: 'It is not in the shapes of Popolo: persons, organizations, posts and memberships',
        },
      ],
    };
  }
  const { persons, organizations, posts, memberships } = read.data;
  const personNames = firstById(persons, ({ name }) => name);
  const bodyNames = firstById(organizations, ({ name }) => name);
  const labels = firstById(posts, ({ label }) => label);
  const problems: { at: string; sentence: string }[] = [];
  const brought = memberships.flatMap((membership, index): BroughtMembership[] => {
    if (membership['throughline:by_post'] === true) return [];
    const at = `memberships[${index}]`;
    const person = membership.person?.name ?? personNames.get(membership.person_id ?? '');
    const body =
      membership.organization?.name ??
      bodyNames.get(membership.organization_id ?? '') ??
      membership.organization_id;
    const seat = labels.get(membership.post_id ?? '') ?? membership.label ?? membership.role ?? '';
    if (person === undefined || person.trim() === '') problems.push({ at, sentence: 'It names no person' });
    if (body === undefined || body.trim() === '') problems.push({ at, sentence: 'It names no organization' });
    const from = dayIn(membership.start_date, at, 'start_date', problems);
    const until = dayIn(membership.end_date, at, 'end_date', problems);
    return person === undefined || body === undefined || problems.some(({ at: one }) => one === at)
      ? []
      : [
          {
            at,
            person: person.trim(),
            body: body.trim(),
            seat: seat.trim(),
            from,
            until,
            isSubstitute: membership['throughline:substitute'] === true,
          },
        ];
  });
  return { memberships: brought, problems };
}

/** What each is called by its id; of two with one id, the first. */
function firstById<One extends { readonly id: string }>(
  list: readonly One[],
  called: (one: One) => string,
): ReadonlyMap<string, string> {
  return new Map(list.toReversed().map((one) => [one.id, called(one)]));
}

function dayIn(
  typed: string | null | undefined,
  at: string,
  field: string,
  problems: { at: string; sentence: string }[],
): PlainDay | null {
  if (typed === null || typed === undefined || typed.trim() === '') return null;
  const day = parsePlainDay(typed.trim());
  if (day === null)
    problems.push({ at, sentence: `${field} is “${typed.slice(0, 40)}”, which is no day like 2011-04-06` });
  return day;
}

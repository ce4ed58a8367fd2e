import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import type { Life } from '../life/life.rule.ts';
import type { SeatOnDay } from '../seats/seats.rule.ts';
import { mayVote, type MayVote } from '../seats/votes.rule.ts';
import { bodyPage } from './body-page.query.ts';

/** A seat with whether it votes and who would cast its votes. */
export interface VotingSeat {
  readonly seat: SeatOnDay;
  readonly vote: MayVote;
}

export interface Voters {
  readonly slug: string;
  readonly name: string;
  readonly day: PlainDay;
  readonly life: Life;
  readonly quorum: string | undefined;
  readonly seats: readonly VotingSeat[];
}

/** Who could vote on a body on a day; null where there is no such body for whoever asks. */
export async function votersOn(db: Db, slug: string, day: PlainDay): Promise<Voters | null> {
  const body = await bodyPage(db, slug, day);
  if (body === null) return null;
  return {
    slug,
    name: body.name,
    day,
    life: body.life,
    quorum: body.facts.find(({ attribute }) => attribute === 'quorum')?.value,
    seats: body.seats.map((seat) => ({ seat, vote: mayVote(seat, body.kind) })),
  };
}

/** A line of the list of voters, for a program or a spreadsheet. */
export interface VoterRow {
  readonly person: string | null;
  readonly seat: string;
  readonly capacity: string;
  readonly role: string;
  readonly mayVote: MayVote['answer'];
  readonly why: string;
  readonly standing: 'known' | 'presumed' | null;
  readonly substitute: boolean;
  readonly source: string;
  readonly statedOn: PlainDay;
  readonly place: string | null;
}

/** The same as rows: one for each person, and one for each seat that nobody is recorded in. */
export function voterRows({ seats }: Voters): readonly VoterRow[] {
  return seats.flatMap(({ seat, vote }): VoterRow[] => {
    const common = {
      seat: seat.label,
      capacity: seat.capacity,
      role: seat.role,
      mayVote: vote.answer,
      why: vote.why,
      source: seat.source,
      statedOn: seat.statedOn,
      place: seat.place,
    };
    return seat.holders.length === 0
      ? [{ ...common, person: null, standing: null, substitute: false }]
      : seat.holders.map((holder) => ({
          ...common,
          person: holder.personName,
          standing: holder.standing,
          substitute: holder.isSubstitute,
        }));
  });
}

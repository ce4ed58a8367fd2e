import type { Life } from '../life/life.rule.ts';
import { isThere } from '../life/life.rule.ts';
import type { Line } from '../lines/lines.rule.ts';
import type { Relation } from '../sayings/body-words.shape.ts';

/** A body as a comparison of two days needs it. */
export interface ComparedBody {
  readonly slug: string;
  readonly name: string;
  readonly life: Life;
}

/** What is there on a day. */
export interface Structure {
  readonly bodies: readonly ComparedBody[];
  readonly lines: readonly (Pick<Line, 'relation'> & { readonly from: string; readonly to: string })[];
}

export interface LineBetween {
  readonly from: string;
  readonly relation: Relation;
  readonly to: string;
}

/** What differs between two days. */
export interface Differences {
  readonly setUp: readonly ComparedBody[];
  /** There only as a proposal on the later day. */
  readonly proposed: readonly ComparedBody[];
  readonly ended: readonly ComparedBody[];
  /** Named by papers for the first time in between; whether they are new nobody says. */
  readonly firstNamed: readonly ComparedBody[];
  readonly renamed: readonly { readonly before: ComparedBody; readonly after: ComparedBody }[];
  readonly linesDrawn: readonly LineBetween[];
  readonly linesGone: readonly LineBetween[];
}

/** What was set up, proposed, ended, renamed and rewired between two days. */
export function compareDays(before: Structure, after: Structure): Differences {
  const then = new Map(before.bodies.map((body) => [body.slug, body]));
  const now = new Map(after.bodies.map((body) => [body.slug, body]));
  const began = after.bodies.filter(({ slug, life }) => {
    const was = then.get(slug);
    return isThere(life) && (was === undefined || !isThere(was.life));
  });
  const hasDay = ({ life }: ComparedBody) => life.kind === 'in-being' && life.since !== null;
  return {
    setUp: began.filter((body) => hasDay(body) || then.get(body.slug)?.life.kind === 'proposed'),
    firstNamed: began.filter((body) => !hasDay(body) && then.get(body.slug)?.life.kind !== 'proposed'),
    proposed: after.bodies.filter(
      ({ slug, life }) => life.kind === 'proposed' && then.get(slug)?.life.kind !== 'proposed',
    ),
    ended: after.bodies.filter(({ slug, life }) => {
      const was = then.get(slug);
      return (
        life.kind === 'ended' && was !== undefined && (isThere(was.life) || was.life.kind === 'proposed')
      );
    }),
    renamed: after.bodies.flatMap((body) => {
      const was = then.get(body.slug);
      return was !== undefined && was.name !== body.name && isThere(was.life) && isThere(body.life)
        ? [{ before: was, after: body }]
        : [];
    }),
    linesDrawn: missing(after.lines, before.lines).filter(({ from, to }) => now.has(from) && now.has(to)),
    linesGone: missing(before.lines, after.lines),
  };
}

function missing(these: Structure['lines'], those: Structure['lines']): readonly LineBetween[] {
  const known = new Set(those.map(keyOf));
  return these
    .filter((line) => !known.has(keyOf(line)))
    .map(({ from, relation, to }) => ({ from, relation, to }));
}

function keyOf({ from, relation, to }: LineBetween): string {
  return `${from} ${relation} ${to}`;
}

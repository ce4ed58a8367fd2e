import { Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { type Answer, problem } from './answer.ts';
import type { Counted, MakingCounts, MakingLimits } from './makings.ts';
import { networkOf } from './network-of.ts';
import { tooManyMakings } from './problem.ts';
import { noteOwn } from './reader-own.ts';
import { whoAsks } from './who-asks.ts';

/** What counts makings, and up to what. */
export interface Makings {
  readonly counts: MakingCounts;
  /** For one person, or one network from which somebody asks who is not signed in. */
  readonly ofOne: MakingLimits;
  /** For everybody together who is not signed in. */
  readonly ofThePublic: MakingLimits;
}

/**
 * Does the work, or what is given for otherwise where whoever asks had too much made: a page that is whole without the drawing on
 * it, say. Without that they are told to wait (429).
 */
export type MakeCostly = (work: () => Promise<Answer>, otherwise?: () => Promise<Answer>) => Promise<Answer>;

/**
 * The one way to what is costly to make: an answer that says to wait where whoever asks had too much made, else the work.
 * A file that is sent while it is read counts as being made until it was sent, or whoever asked went away.
 */
export function makeCostly(request: FastifyRequest, makings: Makings): MakeCostly {
  return async (work, otherwise) => {
    const begun = makings.counts.begin(countedFor(request, makings));
    if (begun.kind === 'too-many') {
      // What this reader gets instead is theirs alone.
      noteOwn(request);
      return otherwise === undefined ? problem(tooManyMakings(begun)) : otherwise();
    }
    let answer: Answer | undefined;
    try {
      answer = await work();
      return answer;
    } finally {
      if (answer?.kind === 'download' && answer.file.body instanceof Readable)
        answer.file.body.once('close', begun.done);
      else begun.done();
    }
  };
}

/**
 * For whom it counts. The address is read for nobody's page: what it decides is a refusal, which no cache keeps.
 */
function countedFor(request: FastifyRequest, { ofOne, ofThePublic }: Makings): readonly Counted[] {
  const { counted } = whoAsks(request);
  return counted === undefined
    ? [
        { who: `network ${networkOf(request.ip)}`, limits: ofOne },
        { who: 'the public', limits: ofThePublic },
      ]
    : [{ who: counted, limits: ofOne }];
}

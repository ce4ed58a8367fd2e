import type { Checkpoint } from './checkpoint-line.rule.ts';
import type { ChainedEvent } from './event-hash.rule.ts';

/** The trail to verify: from a database or from an exported file. */
export interface TrailToVerify {
  readonly installation: string;
  /** False for an export that was narrowed, from which nothing follows about events that are not in it. */
  readonly whole: boolean;
  /** In the order of their numbers. A string is a sentence about something that stands where an event should. */
  readonly events: AsyncIterable<readonly (ChainedEvent | string)[]>;
  /** Asked after the last event: where the chain says that it ends, or what is wrong with that. */
  readonly end: () => Promise<
    { readonly sequence: number; readonly hash: string } | { readonly wrong: string }
  >;
}

export interface Finding {
  /** The first event that is not as it was recorded, or is missing; undefined where a checkpoint line is at fault. */
  readonly sequence: number | undefined;
  /** The line of the checkpoint file where that is at fault. */
  readonly checkpointLine?: number;
  /** Nothing that is there is wrong: what should be there to hold it against is not. */
  readonly isLacking?: boolean;
  readonly sentence: string;
}

export interface Sound {
  readonly kind: 'sound';
  readonly events: number;
  readonly whole: boolean;
  readonly first: { readonly sequence: number; readonly at: number } | undefined;
  readonly last: { readonly sequence: number; readonly at: number; readonly hash: string } | undefined;
  /** The last event that somebody brought about by a page: while pages are served, checkpoints are written. */
  readonly lastAsked: { readonly sequence: number; readonly at: number } | undefined;
  /** Names that are erased, each with the erasure on record. */
  readonly erasedNames: number;
  /** Events whose time is before that of the event before them: the database's clock was put back. */
  readonly clockPutBack: number;
  /** `expected`: the trail says that there are some; `agree`: how many were held against it. */
  readonly checkpoints: {
    readonly expected: boolean;
    readonly agree: number;
    readonly last: Checkpoint | undefined;
  };
}

export type Verdict = Sound | { readonly kind: 'tampered'; readonly finding: Finding };

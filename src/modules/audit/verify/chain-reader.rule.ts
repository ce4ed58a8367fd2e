import { actorCommitment, type ChainedEvent, eventHash, firstHash } from './event-hash.rule.ts';
import type { Finding, TrailToVerify } from './verdict.shape.ts';

interface Place {
  readonly sequence: number;
  readonly at: number;
  readonly hash: string;
}

/** Follows the chain event by event. */
export class ChainReader {
  readonly #trail: TrailToVerify;
  /** The commitments that were seen to fit, with what they fitted. */
  readonly #names = new Map<string, string>();
  /** Commitments without a name, with the first event that has it, until their erasure is read. */
  readonly #nameless = new Map<string, number>();
  readonly #erased = new Set<string>();
  #expected: string;
  count = 0;
  clockPutBack = 0;
  first: Place | undefined;
  last: Place | undefined;
  lastAsked: Place | undefined;

  constructor(trail: TrailToVerify) {
    this.#trail = trail;
    this.#expected = firstHash(trail.installation);
  }

  get next(): number {
    return (this.last?.sequence ?? 0) + 1;
  }

  get erasedNames(): number {
    return this.#erased.size;
  }

  /** What is wrong with the event where it stands; undefined where it is as it was recorded. */
  read(event: ChainedEvent): Finding | undefined {
    const wrong = this.#place(event) ?? this.#contents(event) ?? this.#actor(event);
    if (wrong !== undefined) return wrong;
    if (event.type === 'actor-name-erased' && event.subjectKind === 'actor') {
      this.#erased.add(event.subjectRef);
      this.#nameless.delete(event.subjectRef);
    }
    if (this.last !== undefined && event.at < this.last.at) this.clockPutBack += 1;
    this.#expected = event.hash;
    this.last = { sequence: event.sequence, at: event.at, hash: event.hash };
    this.first ??= this.last;
    if (event.requestId !== null) this.lastAsked = this.last;
    this.count += 1;
    return undefined;
  }

  #place(event: ChainedEvent): Finding | undefined {
    const { next } = this;
    const { sequence } = event;
    if (sequence < next) {
      return {
        sequence: next,
        sentence: `Where event ${next} should stand there is one with the number ${sequence}: an event was put in or moved, or a number was changed.`,
      };
    }
    if (sequence > next) {
      if (!this.#trail.whole) return undefined;
      const gap = sequence - next === 1 ? `Event ${next} is` : `Events ${next} to ${sequence - 1} are`;
      return { sequence: next, sentence: `${gap} missing: event ${sequence} stands there.` };
    }
    if (event.previous === this.#expected) return undefined;
    const before = sequence === 1 ? 'the beginning of this installation’s trail' : `event ${sequence - 1}`;
    return {
      sequence,
      sentence: `Event ${sequence} does not follow from ${before}: it carries the hash of something else. It was changed, moved or put in.`,
    };
  }

  #contents(event: ChainedEvent): Finding | undefined {
    if (eventHash(event) === event.hash) return undefined;
    return {
      sequence: event.sequence,
      sentence: `Event ${event.sequence} does not say what was recorded: its hash does not fit its contents.`,
    };
  }

  #actor({ sequence, actor, salt, name, personId }: ChainedEvent): Finding | undefined {
    if (name === null && salt === null && personId === null) {
      if (!this.#erased.has(actor) && !this.#nameless.has(actor)) this.#nameless.set(actor, sequence);
      return undefined;
    }
    const facts = `${salt} ${personId} ${name}`;
    if (this.#names.get(actor) === facts) return undefined;
    if (salt === null || name === null || actorCommitment(salt, name, personId) !== actor) {
      return {
        sequence,
        sentence: `The name beside event ${sequence} is not the one that was recorded: it does not fit what stands for it in the chain.`,
      };
    }
    this.#names.set(actor, facts);
    return undefined;
  }

  /** Whether the trail ends where it says that it ends. */
  async checkEnd(): Promise<Finding | undefined> {
    const end = await this.#trail.end();
    const last = this.last?.sequence ?? 0;
    if ('wrong' in end) return { sequence: this.next, sentence: end.wrong };
    if (end.sequence > last) {
      return {
        sequence: this.next,
        sentence: `The trail stops at event ${last} and should go on to event ${end.sequence}: event ${this.next} and what follows were taken away.`,
      };
    }
    if (end.sequence === last && this.last !== undefined && end.hash !== this.last.hash) {
      return { sequence: last, sentence: `Event ${last} is not the one with which the trail says it ends.` };
    }
    return undefined;
  }

  /** Whether every name that is gone was erased on record. Only a whole trail can tell. */
  checkErasures(): Finding | undefined {
    if (!this.#trail.whole) return undefined;
    const sequence = Math.min(...this.#nameless.values());
    if (!Number.isFinite(sequence)) return undefined;
    return {
      sequence,
      sentence: `The name beside event ${sequence} is gone, and the trail has no event that erased it.`,
    };
  }
}

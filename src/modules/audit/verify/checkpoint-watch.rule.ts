import { type Checkpoint, readCheckpoint } from './checkpoint-line.rule.ts';
import type { ChainedEvent } from './event-hash.rule.ts';
import type { Finding, TrailToVerify } from './verdict.shape.ts';

/** Holds a trail against the checkpoints that were signed, line by line as their events come by. */
export class CheckpointWatch {
  readonly #trail: Pick<TrailToVerify, 'installation' | 'whole'>;
  readonly #lines: AsyncIterator<string> | undefined;
  readonly #trustedKey: string | undefined;
  readonly #keysInTrail = new Set<string>();
  #line = 0;
  /** The line that is waiting for its event; undefined before the first and after the last. */
  #due: Checkpoint | undefined;
  #wrong: Finding | undefined;
  #started = false;
  agree = 0;
  /** The last checkpoint that agreed. */
  last: Checkpoint | undefined;

  constructor(
    trail: Pick<TrailToVerify, 'installation' | 'whole'>,
    lines: AsyncIterable<string> | undefined,
    trustedKey: string | undefined,
  ) {
    this.#trail = trail;
    this.#lines = lines?.[Symbol.asyncIterator]();
    this.#trustedKey = trustedKey;
  }

  /** Whether `see` has anything to do, so that a million events need not wait for it. */
  isDue(event: ChainedEvent): boolean {
    return (
      !this.#started ||
      (this.#due?.sequence ?? Infinity) <= event.sequence ||
      event.type === 'checkpoint-key-made'
    );
  }

  /** What the checkpoints have against this event, or what is wrong with the checkpoints. */
  async see(event: ChainedEvent): Promise<Finding | undefined> {
    if (event.type === 'checkpoint-key-made') this.#keysInTrail.add(event.subjectRef);
    if (!this.#started) await this.#advance();
    while (this.#wrong === undefined && this.#due !== undefined && this.#due.sequence <= event.sequence) {
      const wrong = this.#compare(this.#due, event);
      if (wrong !== undefined) return wrong;
      await this.#advance();
    }
    return this.#wrong;
  }

  /** Whether the trail says that checkpoints were signed. */
  get expected(): boolean {
    return this.#keysInTrail.size > 0;
  }

  /** What is left when the trail has ended: checkpoints of events that are not there, and a file that should be. */
  async checkEnd(last: number): Promise<Finding | undefined> {
    if (!this.#started) await this.#advance();
    if (this.#wrong !== undefined) return this.#wrong;
    if (this.#due !== undefined && this.#trail.whole) {
      return {
        sequence: last + 1,
        sentence: `The trail stops at event ${last}, but on ${day(this.#due)} a checkpoint was signed for event ${this.#due.sequence}: event ${last + 1} and what follows were taken away, or an older copy was put in place.`,
      };
    }
    if (this.#lines !== undefined && this.#trail.whole && this.expected && this.agree === 0) {
      return {
        sequence: undefined,
        isLacking: true,
        sentence:
          'The trail says that checkpoints were signed, and there is none in the checkpoint file: it was emptied, or another was put in its place. A trail written anew, or cut off at its end, would look the same. Put the file back from a copy, or name a copy with --checkpoints.',
      };
    }
    return undefined;
  }

  #compare(due: Checkpoint, event: ChainedEvent): Finding | undefined {
    // A narrowed export may leave the event out, and the event that brought the key in.
    if (due.sequence < event.sequence) return undefined;
    if (event.hash !== due.hash) {
      const since = this.last === undefined ? 'after the beginning' : `after event ${this.last.sequence}`;
      return {
        sequence: event.sequence,
        sentence: `Event ${event.sequence} is not the one for which a checkpoint was signed on ${day(due)}: it, or something ${since}, was rewritten.`,
      };
    }
    if (this.#trail.whole && !this.#keysInTrail.has(due.key)) {
      return {
        sequence: undefined,
        checkpointLine: due.line,
        sentence: `Line ${due.line} of the checkpoint file is signed by the key ${due.key}, which the trail does not know.`,
      };
    }
    this.agree += 1;
    this.last = due;
    return undefined;
  }

  async #advance(): Promise<void> {
    this.#started = true;
    const before = this.#due;
    this.#due = undefined;
    const next = await this.#lines?.next();
    if (next === undefined || next.done === true) return;
    this.#line += 1;
    const read = readCheckpoint(next.value, this.#line);
    const wrong = 'wrong' in read ? read.wrong : this.#misplaced(read, before);
    if (wrong === undefined && !('wrong' in read)) this.#due = read;
    else this.#wrong = { sequence: undefined, checkpointLine: this.#line, sentence: wrong ?? '' };
  }

  #misplaced(read: Checkpoint, before: Checkpoint | undefined): string | undefined {
    if (read.installation !== this.#trail.installation) {
      return `Line ${read.line} of the checkpoint file is about another installation.`;
    }
    if (this.#trustedKey !== undefined && read.key !== this.#trustedKey) {
      return `Line ${read.line} of the checkpoint file is signed by the key ${read.key}, which is not the one you named.`;
    }
    if (before !== undefined && read.sequence <= before.sequence) {
      return `Line ${read.line} of the checkpoint file is about event ${read.sequence}, and the line before it already about event ${before.sequence}: lines were moved, or the trail was put back to an older state in between.`;
    }
    return undefined;
  }
}

function day({ at }: Checkpoint): string {
  return `${at.slice(0, 10)} at ${at.slice(11, 19)} UTC`;
}

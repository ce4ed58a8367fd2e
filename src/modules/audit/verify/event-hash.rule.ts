import { hash } from 'node:crypto';

/**
 * The reader's own account of what is hashed, written from docs/audit.md alone: the writer is in SQL, in migration 0004,
 * and the two share nothing. This folder imports nothing of the module around it, and a test sees to that.
 */

/** An event as the chain has it. Hashes are 64 small hexadecimal letters; `detail` is JSON text, letter for letter. */
export interface ChainedEvent {
  readonly sequence: number;
  /** Microseconds since 1 January 1970, UTC. */
  readonly at: number;
  readonly actorKind: string;
  /** The actor's commitment. */
  readonly actor: string;
  /** Salt, name and person stand beside the chain and are null once the name is erased. */
  readonly salt: string | null;
  readonly name: string | null;
  readonly personId: number | null;
  readonly requestId: string | null;
  readonly type: string;
  readonly subjectKind: string;
  readonly subjectRef: string;
  readonly detail: string;
  readonly detailVersion: number;
  readonly previous: string;
  readonly hash: string;
}

/** Grows to the largest event seen, so that reading a million events makes no million buffers. */
let buffer = Buffer.alloc(16_384);
let end = 0;

function begin(domain: string): void {
  end = 0;
  text(domain);
}

function room(bytes: number): void {
  if (end + bytes <= buffer.length) return;
  const larger = Buffer.alloc((end + bytes) * 2);
  buffer.copy(larger, 0, 0, end);
  buffer = larger;
}

function length(bytes: number): void {
  end = buffer.writeUInt32BE(bytes, end);
}

function text(value: string | null): void {
  // A UTF-16 unit takes three bytes of UTF-8 at most.
  room(4 + (value?.length ?? 0) * 3);
  if (value === null) {
    length(0xffffffff);
    return;
  }
  const bytes = buffer.write(value, end + 4, 'utf8');
  length(bytes);
  end += bytes;
}

function hex(value: string): void {
  room(4 + value.length);
  const bytes = buffer.write(value, end + 4, 'hex');
  length(bytes);
  end += bytes;
}

function whole(value: number | null, bytes: 4 | 8): void {
  room(12);
  if (value === null) {
    length(0xffffffff);
    return;
  }
  length(bytes);
  end = bytes === 4 ? buffer.writeInt32BE(value, end) : buffer.writeBigInt64BE(BigInt(value), end);
}

function digest(): string {
  return hash('sha256', buffer.subarray(0, end));
}

/** What the first event carries for its predecessor. @param installation a UUID */
export function firstHash(installation: string): string {
  begin('throughline audit chain 1');
  hex(installation.replaceAll('-', ''));
  return digest();
}

/** What stands in the chain for a name. */
export function actorCommitment(salt: string, name: string, personId: number | null): string {
  begin('throughline audit actor 1');
  hex(salt);
  text(name);
  whole(personId, 8);
  return digest();
}

/** The hash that an event should carry. */
export function eventHash(event: ChainedEvent): string {
  begin('throughline audit event 1');
  whole(event.sequence, 8);
  hex(event.previous);
  whole(event.at, 8);
  text(event.actorKind);
  hex(event.actor);
  text(event.requestId);
  text(event.type);
  text(event.subjectKind);
  text(event.subjectRef);
  text(event.detail);
  whole(event.detailVersion, 4);
  return digest();
}

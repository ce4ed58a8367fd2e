import { createPublicKey, verify } from 'node:crypto';

/** A line of the checkpoint file: somebody with the key saw, at that time, that the chain held this event. */
export interface Checkpoint {
  /** Which line of the file, from 1. */
  readonly line: number;
  readonly installation: string;
  readonly sequence: number;
  readonly hash: string;
  /** ISO 8601 in UTC, with microseconds. */
  readonly at: string;
  /** Ed25519 public key, 32 bytes in base64url. */
  readonly key: string;
}

const LINE =
  /^throughline-checkpoint-1 ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) ([1-9]\d{0,15}) ([0-9a-f]{64}) (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z) ([\w-]{43}) ([\w-]{86})$/;

/** Reads a line and checks its signature, which is over everything before its last space. A sentence where it fails. */
export function readCheckpoint(text: string, line: number): Checkpoint | { readonly wrong: string } {
  const parts = LINE.exec(text);
  if (parts === null) return { wrong: `Line ${line} of the checkpoint file cannot be read as a checkpoint.` };
  const [, installation = '', sequence = '', hash = '', at = '', key = '', signature = ''] = parts;
  const signed = Buffer.from(text.slice(0, text.lastIndexOf(' ')), 'utf8');
  if (!isSignedBy(key, signed, signature)) {
    return {
      wrong: `Line ${line} of the checkpoint file, about event ${sequence}, is not what was signed: it was altered, or the key did not sign it.`,
    };
  }
  return { line, installation, sequence: Number(sequence), hash, at, key };
}

function isSignedBy(key: string, signed: Buffer, signature: string): boolean {
  const bytes = Buffer.from(signature, 'base64url');
  // Two texts of base64url may stand for the same bytes: only the one that the bytes print counts.
  if (
    bytes.toString('base64url') !== signature ||
    Buffer.from(key, 'base64url').toString('base64url') !== key
  )
    return false;
  try {
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: key }, format: 'jwk' });
    return verify(null, signed, publicKey, bytes);
  } catch {
    return false;
  }
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../platform/make-folder.ts';

export interface CheckpointKey {
  readonly privateKey: KeyObject;
  /** The Ed25519 public key, 32 bytes in base64url: what a verifier is given. */
  readonly publicKey: string;
}

const NAME = 'audit-checkpoint-key';

/**
 * The key that signs checkpoints: made at the first start and kept in the data folder, readable by its owner alone.
 * Throws the file system's error where the folder cannot be written, and an Error where the file holds no such key.
 */
export function keepCheckpointKey(folder: string): CheckpointKey {
  makeFolder(folder);
  const made = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  try {
    // `wx` so that of two processes starting together one writes and the other reads what it wrote.
    writeFileSync(join(folder, NAME), made, { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  return readKey(join(folder, NAME));
}

/** The public key of a data folder; undefined where no key has been made there yet. Makes none. */
export function checkpointPublicKey(folder: string): string | undefined {
  try {
    return readKey(join(folder, NAME)).publicKey;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function readKey(file: string): CheckpointKey {
  const privateKey = createPrivateKey(readFileSync(file));
  const { crv, x } = createPublicKey(privateKey).export({ format: 'jwk' });
  if (crv !== 'Ed25519' || x === undefined) throw new Error(`${file} does not hold an Ed25519 key.`);
  return { privateKey, publicKey: x };
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

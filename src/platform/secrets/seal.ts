import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/**
 * Seals small secrets with one key: nobody without the key can read them, change them, or use one in another's place.
 * AES-256-GCM with a key of its own for each purpose.
 */
export class Seal {
  readonly #key: Buffer;

  /** @param key 32 bytes or more that nobody can guess, kept apart from the database */
  constructor(key: Buffer) {
    if (key.length < 32) throw new Error('A sealing key is 32 bytes or more');
    this.#key = key;
  }

  /**
   * @param purpose what it is for and whose: 'code of person 12'. It must be the same to open it again.
   */
  close(purpose: string, secret: string | Buffer): Buffer {
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', this.#keyFor(purpose), nonce);
    const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
    return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]);
  }

  /** What was sealed; undefined where it was not sealed with this key for this purpose, or is damaged. */
  open(purpose: string, sealed: Buffer): Buffer | undefined {
    if (sealed.length < 29 || sealed[0] !== VERSION) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.#keyFor(purpose), sealed.subarray(1, 13));
    decipher.setAuthTag(sealed.subarray(13, 29));
    try {
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]);
    } catch {
      return undefined;
    }
  }

  /** Seals some facts for a while into text fit for a cookie or a hidden field. */
  closeFacts(purpose: string, facts: object, seconds: number, now = Date.now()): string {
    const ends = Math.floor(now / 1000) + seconds;
    return this.close(purpose, JSON.stringify({ ends, facts })).toString('base64url');
  }

  /** The facts; undefined where they are not ours, or are too old. */
  openFacts(purpose: string, text: string | undefined, now = Date.now()): unknown {
    const opened = text === undefined ? undefined : this.open(purpose, Buffer.from(text, 'base64url'));
    if (opened === undefined) return undefined;
    const { ends, facts } = JSON.parse(opened.toString()) as { ends: number; facts: unknown };
    return now / 1000 < ends ? facts : undefined;
  }

  /** Bytes that only this key gives for a text: to recognise what we made without keeping it. */
  mark(purpose: string, text: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, text, `mark ${purpose}`, 32));
  }

  #keyFor(purpose: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.#key, 'throughline seal 1', purpose, 32));
  }
}

const VERSION = 1;

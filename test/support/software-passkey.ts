import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** How an answer is to be otherwise than a browser makes it. */
export interface Otherwise {
  readonly origin?: string;
  readonly site?: string;
  readonly type?: string;
  /** Whether the passkey asked its owner who they are. */
  readonly verified?: boolean;
  readonly counter?: number;
  /** Another key signs. */
  readonly forged?: boolean;
  readonly id?: string;
}

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();

/** A passkey in software, whose answers can be wrong in every way that a browser would never make them. */
export class SoftwarePasskey {
  readonly id = randomBytes(16).toString('base64url');
  readonly #key: KeyObject;
  readonly #x: Buffer;
  readonly #y: Buffer;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    this.#key = privateKey;
    this.#x = Buffer.from(x, 'base64url');
    this.#y = Buffer.from(y, 'base64url');
  }

  /** The public key as COSE has it: a map of five numbers in CBOR (RFC 9053, section 7.1). */
  get publicKey(): Buffer {
    const bytes = (label: number, value: Buffer) => Buffer.concat([Buffer.of(label, 0x58, 32), value]);
    return Buffer.concat([
      Buffer.of(0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01),
      bytes(0x21, this.#x),
      bytes(0x22, this.#y),
    ]);
  }

  /** What a browser sends after its owner agreed to sign in, as JSON. */
  answer(challenge: string, otherwise: Otherwise = {}): string {
    const { origin = 'http://localhost:80', site = 'localhost', type = 'webauthn.get' } = otherwise;
    const clientData = Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
    const count = Buffer.alloc(4);
    count.writeUInt32BE(otherwise.counter ?? 0);
    const flags = otherwise.verified === false ? 0x01 : 0x05;
    const authenticatorData = Buffer.concat([sha256(site), Buffer.of(flags), count]);
    const key = otherwise.forged === true ? new SoftwarePasskey().#key : this.#key;
    const signature = createSign('sha256')
      .update(Buffer.concat([authenticatorData, sha256(clientData)]))
      .sign(key);
    const id = otherwise.id ?? this.id;
    return JSON.stringify({
      id,
      rawId: id,
      type: 'public-key',
      clientExtensionResults: {},
      response: {
        clientDataJSON: clientData.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: signature.toString('base64url'),
      },
    });
  }
}

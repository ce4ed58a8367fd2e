import type { Config } from './config.ts';
import { keepSecret } from './platform/secrets/keep-secret.ts';
import { Seal } from './platform/secrets/seal.ts';

/** The secret that protects forms, so that a page left open over a restart can still be sent. */
export function keepFormSecret(config: Pick<Config, 'dataFolder' | 'formSecret'>): string {
  return keepSecret(config.dataFolder, 'form-secret', config.formSecret);
}

/** What seals secrets of people in the database: whoever has a copy of the database alone can read none of them. */
export function keepCredentialSeal(config: Pick<Config, 'dataFolder' | 'credentialKey'>): Seal {
  return new Seal(Buffer.from(keepSecret(config.dataFolder, 'credential-key', config.credentialKey)));
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from './config.ts';

/**
 * The secret that protects forms: the one that was set, else one made at the first start and kept in the data
 * folder, readable by its owner alone, so that a page left open over a restart can still be sent.
 * Throws the file system's error where the data folder cannot be written.
 */
export function keepFormSecret(config: Pick<Config, 'dataFolder' | 'formSecret'>): string {
  if (config.formSecret !== undefined) return config.formSecret;
  const file = join(config.dataFolder, 'form-secret');
  mkdirSync(config.dataFolder, { recursive: true });
  try {
    // `wx` so that of two processes starting together one writes and the other reads what it wrote.
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  return readFileSync(file, 'utf8');
}

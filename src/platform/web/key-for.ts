import { createHmac } from 'node:crypto';

/**
 * A key for one purpose, made of the secret of the installation, so that nothing made with one key counts as made with another,
 * or with the secret itself, which signs cookies. It stays over restarts, is the same on every process, and tells nothing of the
 * secret.
 * @param secret of the installation: 32 characters or more
 * @param purpose what it is for, in words; another word is another key
 * @returns 64 letters and figures
 */
export function keyFor(secret: string, purpose: string): string {
  return createHmac('sha256', secret).update(purpose).digest('hex');
}

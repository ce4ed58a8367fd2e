import { readdirSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

describe('what is installed', () => {
  it('has our stand-in where the reader of PDFs asks for a canvas, and no canvas', () => {
    expect(realpathSync(join(root, 'node_modules/@napi-rs/canvas'))).toBe(join(root, 'vendor/no-canvas'));
    expect(readdirSync(join(root, 'node_modules/@napi-rs'))).toEqual(['canvas']);
  });
});

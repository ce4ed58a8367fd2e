import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';
import { PATIENCE } from './patience.ts';

const KNOWN_PLACES = [
  chromium.executablePath(),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Where a Chromium is, for tests in a real browser; undefined where there is none. */
export const chromiumPath = KNOWN_PLACES.find((path) => existsSync(path));

/** Starts it. Chromium's own sandbox cannot be used as root. */
export function launchChromium(): Promise<Browser> {
  if (chromiumPath === undefined) throw new Error('There is no Chromium here');
  return chromium.launch({
    executablePath: chromiumPath,
    timeout: PATIENCE,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

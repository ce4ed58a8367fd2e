#!/usr/bin/env node
// Takes the pictures of the README from the running sample: npm start in one terminal, npm run pictures in another.
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const address = process.env.ADDRESS ?? 'http://localhost:3000';
/** `as` is the made-up person who looks, where that is not the public.
 * @type {readonly { name: string, path: string, width: number, height: number, as?: string }[]} */
const PICTURES = [
  { name: 'glance', path: '/', width: 1280, height: 1010 },
  { name: 'requirement', path: '/plan/kent-2011/requirement/IN-3', width: 1280, height: 900 },
  { name: 'coverage', path: '/plan/kent-2011/coverage', width: 1280, height: 800 },
  { name: 'roadmap', path: '/plan/kent-2011/roadmap', width: 1280, height: 800 },
  { name: 'my-work', path: '/my-work', width: 1280, height: 900, as: 'delivery-lead' },
  { name: 'bodies', path: '/bodies?on=2011-03-30&zoom=fit', width: 1280, height: 1020 },
  {
    name: 'balance',
    path: `/bodies/balance/work-out?${new URLSearchParams({ council: '80', groups: 'Harbour Group 46\nDownland Group 23\nMill Group 8\nNo group 3', bodies: 'Planning 18\nRegulation 14\nGovernance and Audit 12\nSelection 9' })}#seats`,
    width: 1280,
    height: 1040,
  },
  { name: 'phone', path: '/', width: 390, height: 844 },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
for (const { name, path, width, height, as } of PICTURES) {
  const page = await browser.newPage({ viewport: { width, height } });
  if (as !== undefined) {
    await page.goto(`${address}/look-around`);
    await page.locator(`button[value="${as}"]`).click();
    await page.waitForLoadState();
  }
  await page.goto(address + path);
  await page.screenshot({ path: fileURLToPath(new URL(`../docs/pictures/${name}.png`, import.meta.url)) });
  await page.close();
  console.log(`${name}.png`);
}
await browser.close();

/**
 * Makes samples/kent-2011/plan.json: the facts of the paper as the product's own reader reads them, in our own words.
 * It stops with a list, and writes nothing, where the two do not fit, where the reading and the hand reading differ,
 * or where our words repeat the paper's.
 *
 *   npm run build && node tools/kent-sample/build.mjs [PACK.txt] [--check]
 *
 * PACK.txt is the county council's agenda pack of 12 May 2011 as text. `--check` writes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { copiedRuns } from './copied-runs.mjs';
import { disagreements, parseHandRead } from './hand-read.mjs';
import { readPack } from './read-pack.mjs';
import { reword } from './reword.mjs';

const root = new URL('../../', import.meta.url);
const textOf = (path) => readFileSync(new URL(path, root), 'utf8');

const args = process.argv.slice(2);
const given = args.find((arg) => !arg.startsWith('--'));
const packFile =
  given === undefined
    ? new URL('../shared/sources/2011-05-12-county-council-agenda-pack.txt', root)
    : pathToFileURL(resolve(given));
const pack = readFileSync(packFile, 'utf8');

const reading = readPack('agenda-pack.txt', pack);
const { plan, faults } = reword(reading, JSON.parse(textOf('samples/kent-2011/wording.json')));
faults.push(...disagreements(plan, parseHandRead(textOf('tools/kent-sample/hand-read.txt'))));
faults.push(...copiedRuns(plan, pack));

if (faults.length > 0) {
  console.error(`${faults.length} to put right before the sample can be written:`);
  for (const fault of faults) console.error(`- ${fault}`);
  process.exitCode = 1;
} else if (!args.includes('--check')) {
  writeFileSync(new URL('samples/kent-2011/plan.json', root), `${JSON.stringify(plan, null, 2)}\n`);
  console.log('samples/kent-2011/plan.json written');
}

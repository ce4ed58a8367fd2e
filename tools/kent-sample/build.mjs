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
import { disagreements, parseHandRead } from './hand-read.mjs';
import { readPack } from './read-pack.mjs';
import { rewordProblems } from './reword-problems.mjs';
import { reword } from './reword.mjs';
import { copiedRuns } from './copied-runs.mjs';

const root = new URL('../../', import.meta.url);
const here = (path) => new URL(path, root);
const textOf = (path) => readFileSync(here(path), 'utf8');

const args = process.argv.slice(2);
const packFile = args.find((arg) => !arg.startsWith('--')) ?? '../shared/sources/2011-05-12-county-council-agenda-pack.txt';
const pack = textOf(packFile);
const wording = JSON.parse(textOf('samples/kent-2011/wording.json'));

const reading = readPack(packFile, pack);
const { plan, faults } = reword(reading, wording);
const withProblems = { ...plan, problems: rewordProblems(reading.problems, pack, wording.problems ?? {}, faults) };
faults.push(...disagreements(withProblems, parseHandRead(textOf('tools/kent-sample/hand-read.txt'))));
faults.push(...copiedRuns(withProblems, pack));

if (faults.length > 0) {
  console.error(`${faults.length} to put right before the sample can be written:`);
  for (const fault of faults) console.error(`- ${fault}`);
  process.exitCode = 1;
} else if (!args.includes('--check')) {
  writeFileSync(here('samples/kent-2011/plan.json'), `${JSON.stringify(withProblems, null, 2)}\n`);
  console.log('samples/kent-2011/plan.json written');
}

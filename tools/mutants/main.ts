import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { filesChangedSince, namedFiles } from './choose-files.ts';
import { findMutants, withMutant } from './find-mutants.ts';
import { markRounds, stretchAt, stretchesOf } from './mark-source.ts';
import { type Judged, placeOf, scoreInWords, survivorInWords } from './tally.ts';
import { TestBench } from './test-bench.ts';

const HELP = `npm run mutants -- FILE or FOLDER ...      makes each of them wrong in one place after another
npm run mutants -- --since COMMIT          the same with what differs from a commit

  --tests N   how many test files are run, those nearest by their imports, and of these only what reaches the place (8)
  --every N   only every so many of the places: a first look at much code (1)

Each survivor is a line: the file, the line and what was changed without any of these tests noticing. Nothing on the disk
is changed. It ends with 0 whatever lived: some of what is made wrong makes no difference, and a person judges which.
`;

/** The command: finds what to make wrong, runs the tests that reach it, prints the score and what lived. */
export async function main(root: string, args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      since: { type: 'string' },
      tests: { type: 'string', default: '8' },
      every: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  const [most, every] = [Number(values.tests), Number(values.every)];
  if (values.help || (values.since === undefined) === (positionals.length === 0)) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  if (![most, every].every((count) => Number.isInteger(count) && count > 0)) {
    process.stderr.write('--tests and --every take a whole number from 1, like --tests 8\n');
    return 2;
  }
  const chosen =
    values.since === undefined ? namedFiles(root, positionals) : filesChangedSince(root, values.since);
  if (chosen.kind === 'problem') {
    process.stderr.write(`${chosen.sentence}\n`);
    return 2;
  }
  const all: Judged[] = [];
  const bench = await TestBench.open(root);
  let untried = 0;
  try {
    for (const file of chosen.files) {
      const judged = await judgeFile(bench, { root, file, most, every });
      if (judged === null) untried += 1;
      else all.push(...judged);
    }
  } finally {
    await bench.close();
  }
  if (chosen.files.length > 1) process.stdout.write(`\nAll files: ${scoreInWords(all)}\n`);
  return untried === 0 ? 0 : 1;
}

interface ToJudge {
  readonly root: string;
  readonly file: string;
  readonly most: number;
  readonly every: number;
}

/** Tries every mutant of a file and prints what lived; null where its tests fail as it is. */
async function judgeFile(
  bench: TestBench,
  { root, file, most, every }: ToJudge,
): Promise<readonly Judged[] | null> {
  const full = path.join(root, file);
  const text = readFileSync(full, 'utf8');
  const mutants = findMutants(file, text).filter((_, index) => index % every === 0);
  if (mutants.length === 0) return [];
  const reached = await bench.reachOf(full, most);
  if (reached.kind === 'failing') {
    process.stdout.write(`${file}: not tried, since tests fail as it is: ${reached.tests.join(', ')}\n`);
    return null;
  }
  const stretches = stretchesOf(file, text);
  const judged: Judged[] = [];
  for (const mutant of mutants) {
    const wrong = withMutant(text, mutant);
    const tests = reached.testsOf(stretchAt(stretches, mutant.start));
    const fate =
      tests.length === 0 ? 'not reached' : await bench.verdictOn(full, markRounds(file, wrong), tests);
    const one: Judged = { file, ...placeOf(text, mutant.start), mutant, fate };
    judged.push(one);
    if (fate === 'lived' || fate === 'not reached') process.stdout.write(`${survivorInWords(one)}\n`);
  }
  process.stdout.write(`${file}: ${scoreInWords(judged)}\n`);
  return judged;
}

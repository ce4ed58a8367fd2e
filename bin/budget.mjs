// What a run came to, beside what a module may add to it. Uses nothing but Node itself.
import { createHash } from 'node:crypto';

/** Seconds of processor time that the calibration took on the machine that every figure here is of. */
const CALIBRATION = 0.38;

/** Seconds of processor time that a module may add: 20 s and 2 minutes of two processors that are busy all the while. */
const MOST_OF_A_MODULE = { everyday: 40, whole: 240 };

/** The same for what belongs to no module: the house, what all modules stand on, and the six that there were to begin with. */
const FIRST = { modules: 6, everyday: 150, whole: 700 };

/**
 * Does the same work each time, of the kinds that tests do, and says how many seconds of processor time it took here and
 * now: on a machine that is slower, or busy, everything else takes longer by as much.
 *
 * @param rounds as many as the figures here are of
 */
export function calibrate(rounds = 400) {
  const before = process.cpuUsage();
  let text = 'calibration';
  for (let round = 0; round < rounds; round += 1) {
    const hash = createHash('sha256').update(text.repeat(400)).digest('hex');
    const rows = Array.from({ length: 300 }, (_, row) => ({
      row,
      hash: `${hash}${row}`,
      words: hash.match(/\d+|[a-f]+/g),
    }));
    text = JSON.stringify(JSON.parse(JSON.stringify(rows))).slice(0, 64);
  }
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

/** Which module a test file stands in; undefined for what belongs to the house. */
export function moduleOf(file) {
  return /^src\/modules\/([^/]+)\//.exec(file)?.[1];
}

/** The files that took longest, by the clock. */
export function slowest(files, count = 10) {
  return files.toSorted((one, other) => other.elapsed - one.elapsed).slice(0, count);
}

const WITH_A_DATABASE = new Set(['database', 'thorough', 'journeys']);

/**
 * What each module and the house came to, in seconds of the machine that the budget is of.
 *
 * @param files what each file came to, as `test/lanes/costs.ts` writes it
 * @param server seconds of processor time that the database server took; shared out among the files that use one
 * @param calibration seconds that the calibration took in this run
 */
export function costs(files, server, calibration) {
  const using = files.filter(({ lane }) => WITH_A_DATABASE.has(lane));
  const used = using.reduce((sum, { processor }) => sum + processor, 0);
  const share = used === 0 ? 0 : server / used;
  const byModule = new Map();
  for (const { file, lane, processor } of files) {
    const name = moduleOf(file) ?? 'the house';
    const cost = processor * (WITH_A_DATABASE.has(lane) ? 1 + share : 1) * (CALIBRATION / calibration);
    byModule.set(name, (byModule.get(name) ?? 0) + cost);
  }
  return byModule;
}

/**
 * Says what each came to and, in words, what is over its budget. A run that is over has not failed for it: how fast a
 * machine is says nothing of whether the program is right.
 *
 * @param part `everyday` or `whole`
 * @returns lines to print
 */
export function budgetLines(byModule, part) {
  const most = MOST_OF_A_MODULE[part];
  const modules = [...byModule]
    .filter(([name]) => name !== 'the house')
    .toSorted(([, one], [, other]) => other - one);
  const total = [...byModule.values()].reduce((sum, cost) => sum + cost, 0);
  const later = Math.max(0, modules.length - FIRST.modules);
  const allowed = FIRST[part] + later * most;
  const figure = (seconds) => `${seconds.toFixed(1)} s`;
  const over = modules.filter(([, cost]) => cost > most);
  return [
    [...modules, ['the house', byModule.get('the house') ?? 0]]
      .map(([name, cost]) => `${name} ${figure(cost)}`)
      .join(', '),
    `All: ${figure(total)} of ${allowed} s that ${modules.length} modules may take`,
    ...over.map(
      ([name, cost]) => `Over its budget: ${name} takes ${figure(cost)}, and a module may take ${most} s`,
    ),
    ...(total > allowed
      ? [`Over the budget: all tests take ${figure(total)}, and may take ${allowed} s`]
      : []),
  ];
}

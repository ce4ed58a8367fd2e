import { readFile } from 'node:fs/promises';
import { load } from './product.ts';

/** A process that reads one text file as a plan, several times over, and tells how long each took in milliseconds. */
const [root = '', file = '', times = ''] = process.argv.slice(2);
const { readTextFile } = await load(root, 'textFile');
const { readPlan } = await load(root, 'readPlan');
const text = await readFile(file, 'utf8');

const taken: number[] = [];
for (let time = 0; time < Number(times); time += 1) {
  const started = performance.now();
  readPlan(readTextFile(file, text));
  taken.push(performance.now() - started);
}
process.send?.(taken);

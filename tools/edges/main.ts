import { printBreach } from './breach.ts';
import { EDGE_TABLE } from './edge-table.ts';
import { findBreaches } from './find-breaches.ts';

const { files, imports, breaches } = findBreaches(process.cwd(), EDGE_TABLE);
for (const breach of breaches) console.log(printBreach(breach));
console.log(`${files} files, ${imports} imports, ${breaches.length} breaches of the edge table`);
process.exitCode = breaches.length === 0 ? 0 : 1;

import { parentPort, workerData } from 'node:worker_threads';
import type { PlanToRead } from './read-plan-apart.ts';
import { readPlan } from './reading/read-plan.ts';

// A thread of its own for one plan: it reads what it was started with, says what it read, and ends.
const { document, columns } = workerData as PlanToRead;
parentPort?.postMessage(readPlan(document, { columns }), []);

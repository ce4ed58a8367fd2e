import { parentPort, workerData } from 'node:worker_threads';
import type { PlanToRead } from './read-plan-apart.port.ts';
import { readPlan } from './read-plan.rule.ts';

// A thread of its own for one plan: it reads what it was started with, says what it read, and ends.
const { document, columns } = workerData as PlanToRead;
parentPort?.postMessage(readPlan(document, { columns }), []);

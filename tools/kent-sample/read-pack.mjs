/** Reads the agenda pack with the product's own reader. Needs `npm run build` first. */
import { readTextFile } from '../../dist/platform/intake/read-text-file.js';
import { readPlan } from '../../dist/modules/planimport/reading/read-plan.rule.js';

/**
 * @param {string} fileName
 * @param {string} text
 * @returns {any} the plan's reading, in the paper's own words
 */
export function readPack(fileName, text) {
  return readPlan(readTextFile(fileName, text), {});
}

import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { LOAMSHIRE } from '../samples/loamshire/about.ts';
import { generatePlan } from '../samples/loamshire/generate-plan.ts';
import { toText } from '../samples/loamshire/to-text.ts';

const SEED = 2026;

/** Writes the text of Loamshire's plan at a scale, and says where. */
export async function writeLoamshire(folder: string, scale: number): Promise<string> {
  const file = path.join(folder, `loamshire-${scale}.txt`);
  await writeFile(file, toText(generatePlan({ seed: SEED, scale })));
  return file;
}

/** The published agenda pack of 2011, where it stands beside the project; null in a plain clone. */
export function kentPack(root: string): string | null {
  const file = path.join(root, '..', 'shared', 'sources', '2011-05-12-county-council-agenda-pack.txt');
  return existsSync(file) ? file : null;
}

/** The command that makes a file of it the plan of a new database. */
export function acceptLoamshire(file: string): readonly string[] {
  const flags = {
    // The short name, which stands in every address, as people shorten theirs.
    title: LOAMSHIRE.programme,
    programme: LOAMSHIRE.programme,
    'in-force-from': LOAMSHIRE.inForceFrom,
    'opens-on': LOAMSHIRE.openAt,
  };
  return [
    'import',
    'plan',
    file,
    '--accept',
    ...Object.entries(flags).flatMap(([name, value]) => [`--${name}`, value]),
  ];
}

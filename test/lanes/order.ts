import { createHash } from 'node:crypto';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { seedOfTheRun } from '../support/rounds.ts';

/** Files of many pages take longest and are short to read, so that their size says nothing of them. */
const LONG = /\b(pages|sweep|two-worlds)\b/;

/**
 * In which order the files of a lane are begun: of the pure lane shuffled by the run's seed, so that none comes to lean on
 * another before it; of the others the longest first, so that no worker waits for the other at the end.
 */
export class OrderOfFiles extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const shuffled = sorted
      .filter(({ project }) => project.name === 'pure')
      .map((file) => ({ file, place: shuffledPlace(file.moduleId) }))
      .toSorted((one, other) => (one.place < other.place ? -1 : 1))
      .map(({ file }) => file);
    const others = sorted.filter(({ project }) => project.name !== 'pure');
    return [
      ...shuffled,
      ...others.filter(({ moduleId }) => LONG.test(moduleId)),
      ...others.filter(({ moduleId }) => !LONG.test(moduleId)),
    ];
  }
}

function shuffledPlace(file: string): string {
  return createHash('sha256').update(`${seedOfTheRun()} ${file}`).digest('hex');
}

import { createReadStream } from 'node:fs';
import { readCheckpoint } from './checkpoint-line.rule.ts';

/**
 * The lines of a checkpoint file. A last line without an end is left out unless it is whole: the machine may have stopped
 * while it was written, which is no tampering. Throws the file system's error where it cannot be read.
 */
export async function* checkpointLines(file: string): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of createReadStream(file, 'utf8')) {
    const lines = (rest + String(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '' && !('wrong' in readCheckpoint(rest, 0))) yield rest;
}

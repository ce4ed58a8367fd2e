import { createLog, type Log } from '../../log.ts';

/** A log that keeps its lines, to read what it says and above all what it does not. */
export function logToLines(level = 'info'): {
  log: Log;
  lines: () => readonly Record<string, unknown>[];
  text: () => string;
} {
  let written = '';
  const log = createLog(level, { write: (line: string) => (written += line) });
  return {
    log,
    text: () => written,
    lines: () =>
      written
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
  };
}

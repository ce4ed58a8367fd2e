import { describe, expect, it } from 'vitest';
import { createLog } from './log.ts';

function written(
  write: (log: ReturnType<typeof createLog>) => void,
  level = 'info',
): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog(level, { write: (line) => lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('the log', () => {
  it('is a JSON object a line with a level in words, a time and the facts', () => {
    const [line] = written((log) => log.info({ actions: 129 }, 'Plan accepted'));
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-.*Z$/),
      actions: 129,
      msg: 'Plan accepted',
    });
  });

  it('leaves out what is less serious than its level', () => {
    expect(written((log) => log.info('x'), 'warn')).toEqual([]);
  });

  it('strikes out secrets', () => {
    const url = 'postgres://user:secret@host/db';
    const text = JSON.stringify(
      written((log) => log.info({ databaseUrl: url, config: { databaseUrl: url, password: 'secret' } }, 'x')),
    );
    expect(text).not.toContain('secret');
  });
});

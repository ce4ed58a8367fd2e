import { describe, expect, it } from 'vitest';
import { environment } from '../config.ts';
import { plainDay } from '../platform/time/plain-day.ts';
import { checkNode, describeSettings } from './doctor.ts';

describe('what the doctor says of settings', () => {
  const lines = (env: Record<string, string>) => describeSettings(env).join('\n');

  it('names every setting but the path, and says what each is for', () => {
    const said = lines({});
    expect(said).not.toContain('  PATH: ');
    for (const [name, setting] of Object.entries(environment.shape).filter(([name]) => name !== 'PATH')) {
      expect(said).toContain(`  ${name}: `);
      expect(said).toContain(setting.description);
    }
  });

  it('shows what is set, and what holds where nothing is', () => {
    expect(lines({ PORT: '4000' })).toContain('  PORT: 4000\n');
    expect(lines({ PORT: '  ' })).toContain('  PORT: 3000 (unless set)\n');
    expect(lines({})).toContain('  THROUGHLINE_COUNCIL_NAME: not set\n');
  });

  it('never shows what may hold a password', () => {
    const said = lines({
      DATABASE_URL: 'postgres://u:hunter2@host/db',
      THROUGHLINE_FORM_SECRET: 'hunter2'.repeat(6),
    });
    expect(said).toContain('DATABASE_URL: set (not shown)');
    expect(said).not.toContain('hunter2');
  });
});

describe('what the doctor says of Node', () => {
  it.each([
    ['18.20.0', 'problem'],
    ['20.18.3', 'problem'],
    ['20.19.0', 'warning'],
    ['20.20.2', 'warning'],
    ['22.21.0', 'well'],
    ['24.1.0', 'well'],
  ])('%s: %s', (version, state) => {
    expect(checkNode(version, plainDay(2026, 11, 29))).toMatchObject({ state });
    expect(checkNode(version, plainDay(2026, 11, 29)).sentence).toContain(version);
  });
});

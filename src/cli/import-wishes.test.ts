import { describe, expect, it } from 'vitest';
import { wrongTogether } from './import-wishes.ts';

const accept = { accept: true, inForceFrom: '2026-12-01' } as const;

describe('options of an import that do not go together', () => {
  it.each([
    ['--json alone', { json: true }, '--json prints what was read'],
    ['a title that nothing is stored under', { title: 'Ours' }, '--title says something of a plan'],
    ['no plan', accept, 'Say which plan this is'],
    ['two plans', { ...accept, plan: 'ours', title: 'Ours' }, 'Say which plan this is'],
    [
      'an opening day of a later version',
      { ...accept, plan: 'ours', opensOn: '2026-12-02' },
      '--opens-on is for',
    ],
    [
      'a programme of a later version',
      { ...accept, plan: 'ours', programme: 'All' },
      '--programme is for a new plan',
    ],
    [
      'a title that reads backwards',
      { ...accept, title: 'Our\u202e plan' },
      'In --title: There is a character that cannot be seen after “Our” (U+202E)',
    ],
    [
      'a programme with a space nobody sees',
      { ...accept, title: 'Ours', programme: 'All\u200b' },
      'In --programme: There is a character that cannot be seen after “All” (U+200B)',
    ],
    ['no day', { accept: true, plan: 'ours' }, 'Say from which day'],
  ] as const)('says of %s what to do', (_, wishes, sentence) => {
    expect(wrongTogether(wishes)).toContain(sentence);
  });

  it.each([
    ['a draft', {}],
    ['a dry run', { dryRun: true, json: true }],
    ['a later version', { ...accept, plan: 'ours' }],
    ['a new plan', { ...accept, title: 'Ours', programme: 'All', opensOn: '2026-12-02' }],
  ] as const)('has nothing against %s', (_, wishes) => {
    expect(wrongTogether(wishes)).toBeNull();
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { memberListIn, MOST_ROWS, readMemberList, type ReadMemberList } from './read-member-list.port.ts';

const membership = (index: number) => ({ person: { name: `Ada ${index}` }, organization: { name: 'Panel' } });
const popolo = (many: number) => ({
  memberships: Array.from({ length: many }, (_, index) => membership(index)),
});
const table = (many: number) =>
  `Body,Person\n${Array.from({ length: many }, (_, index) => `Panel,Ada ${index}\n`).join('')}`;

function list(text: string, fileName = 'list.json'): Promise<ReadMemberList> {
  return memberListIn({ fileName }, Buffer.from(text));
}

describe('a list of members', () => {
  it('is read, whatever its name, as Popolo or as a table', async () => {
    const file = { fileName: 'list', bytes: Buffer.from(JSON.stringify(popolo(2))) };
    expect(await readMemberList(file)).toMatchObject({ list: { memberships: [{ person: 'Ada 0' }, {}] } });
    expect(await list(table(2), 'list.csv')).toMatchObject({ list: { memberships: [{ at: 'Row 2' }, {}] } });
  });

  it.each([
    ['Popolo', 'list.json', (many: number) => JSON.stringify(popolo(many))],
    ['a table', 'list.csv', table],
  ])(
    'may have so many rows and no more, and a longer one does not come back: %s',
    async (_what, name, make) => {
      expect(await list(make(MOST_ROWS), name)).toMatchObject({ kind: 'read' });
      expect(await list(make(MOST_ROWS + 1), name)).toEqual({
        kind: 'unreadable',
        sentence: `${name} has 2,001 rows. Keep only the members to bring in, 2,000 at most, save that as a new file, and try again.`,
      });
    },
  );

  it('counts what follows from a post as little as it is taken', async () => {
    const byPost = { ...membership(0), 'throughline:by_post': true };
    const { memberships } = popolo(MOST_ROWS);
    expect(await list(JSON.stringify({ memberships: [byPost, ...memberships, byPost] }))).toMatchObject({
      kind: 'read',
    });
  });

  it.each([
    ['millions of objects', `[${'{},'.repeat(200_000)}{}]`, 'more than 150,000 names and values'],
    ['deep lists', '['.repeat(100_000), 'more than 64 lists and objects inside one another'],
    ['a name twice', '{"memberships":[],"memberships":[]}', 'says “memberships” twice'],
    ['no JSON', '{', 'is not JSON that can be read'],
  ])('is refused in words where it has %s', async (_what, text, words) => {
    expect(await list(text)).toMatchObject({ kind: 'unreadable', sentence: expect.stringContaining(words) });
  });

  it('leaves out a row whose name has a character that cannot be seen, and says which', async () => {
    const read = await list(
      'Body,Person,Seat\nPanel,Ada \u202eMarsh,\nPanel,Ben Hill,\nPa\u2066nel,Cleo Ash,\n',
      'list.csv',
    );
    const json = await list(
      JSON.stringify({ memberships: [{ ...membership(0), label: 'Chair\u200b' }, membership(1)] }),
    );
    expect([read, json]).toMatchObject([
      {
        list: {
          memberships: [{ person: 'Ben Hill' }],
          problems: [
            { at: 'Row 2', sentence: expect.stringContaining('cannot be seen after “Ada” (U+202E)') },
            { at: 'Row 4', sentence: expect.stringContaining('after “Pa” (U+2066)') },
          ],
        },
      },
      { list: { memberships: [{ person: 'Ada 1' }], problems: [{ at: 'memberships[0]' }] } },
    ]);
  });

  it('leaves out a row whose name is longer than any', async () => {
    const read = await list(`Body,Person\nPanel,${'A'.repeat(301)}\nPanel,${'A'.repeat(300)}\n`, 'list.csv');
    expect(read).toMatchObject({ list: { memberships: [{ at: 'Row 3' }], problems: [{ at: 'Row 2' }] } });
  });

  it('tells of fifty things that are wrong, and how many more there are', async () => {
    const read = await list(`Body,Person,From\n${'Panel,Ada,soon\n'.repeat(60)}`, 'list.csv');
    if (read.kind !== 'read') throw new Error(read.sentence);
    expect(read.list.problems).toHaveLength(51);
    expect(read.list.problems.at(-1)?.sentence).toContain('10 more things');
  });

  it('is told of in a sentence, whatever JSON it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        const read = await list(text);
        expect(
          read.kind === 'read' ? read.list.problems.every(({ at }) => at !== '') : read.sentence,
        ).toBeTruthy();
      }),
    );
  });
});

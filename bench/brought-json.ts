/** JSON made to cost as much as can be, and no plan and no list of members in any of it. Each is so many bytes long at most. */
export interface Shape {
  readonly name: string;
  readonly make: (bytes: number) => string;
}

const filled = (open: string, item: string, close: string, bytes: number): string =>
  `${open}${item.repeat(Math.floor((bytes - open.length - close.length) / item.length))}`.replace(/,$/, '') +
  close;

export const SHAPES: readonly Shape[] = [
  { name: 'empty objects', make: (bytes) => filled('[', '{},', ']', bytes) },
  { name: 'empty objects as members', make: (bytes) => filled('{"memberships":[', '{},', ']}', bytes) },
  { name: 'empty objects as priorities', make: (bytes) => filled('{"priorities":[', '{},', ']}', bytes) },
  { name: 'lists in lists', make: (bytes) => `${'['.repeat(bytes / 2)}${']'.repeat(bytes / 2)}` },
  { name: 'objects in objects', make: (bytes) => `${'{"a":'.repeat(bytes / 6)}0${'}'.repeat(bytes / 6)}` },
  { name: 'one long text', make: (bytes) => `{"title":"${'x'.repeat(bytes - 20)}"}` },
  {
    name: 'one text of escapes',
    make: (bytes) => `{"title":"${String.raw`\u0041`.repeat((bytes - 20) / 6)}"}`,
  },
  { name: 'a long list of numbers', make: (bytes) => filled('[', '1,', ']', bytes) },
  { name: 'one long number', make: (bytes) => `[${'1'.repeat(bytes - 2)}]` },
  { name: 'one name again and again', make: (bytes) => filled('{', '"a":1,', '}', bytes) },
  {
    name: 'names that all differ',
    make: (bytes) => `{${Array.from({ length: bytes / 14 }, (_, at) => `"n${1e6 + at}":{}`).join(',')}}`,
  },
  { name: 'nothing but spaces', make: (bytes) => ' '.repeat(bytes) },
  { name: 'a list without an end', make: (bytes) => '[1,'.repeat(bytes / 3) },
  {
    name: 'members with long names',
    make: (bytes) =>
      filled(
        '{"memberships":[',
        `{"person":{"name":"${'Ada '.repeat(70)}"},"organization":{"name":"${'Panel '.repeat(45)}"}},`,
        ']}',
        bytes,
      ),
  },
];

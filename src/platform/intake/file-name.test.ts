import { describe, expect, it } from 'vitest';
import { fileEnding, printableFileName } from './file-name.ts';

describe('the name of a file as it may stand in a sentence', () => {
  it.each([
    ['plan.xlsx', 'plan.xlsx'],
    ['C:\\Users\\ana\\plan.xlsx', 'plan.xlsx'],
    ['../../etc/plan.xlsx', 'plan.xlsx'],
    ['plan\u202Exslx.exe', 'planxslx.exe'],
    ['plan\u200B\u0000\n.txt', 'plan.txt'],
    ['  our   plan .txt ', 'our plan .txt'],
    ['', 'The file'],
    ['folder/', 'The file'],
    ['\u202E', 'The file'],
  ])('%j is %j', (name, printed) => {
    expect(printableFileName(name)).toBe(printed);
  });

  it('is cut in its middle at 80 letters, with its ending', () => {
    const of = (length: number) => `${'a'.repeat(length - 4)}.csv`;
    expect(printableFileName(of(80))).toBe(of(80));
    expect(printableFileName(of(81))).toBe(`${'a'.repeat(60)}…${'a'.repeat(15)}.csv`);
    expect(Array.from(printableFileName('😀'.repeat(500)))).toHaveLength(80);
  });
});

describe('the ending of a file’s name', () => {
  it.each([
    ['plan.XLSX', 'xlsx'],
    ['plan.tar.gz', 'gz'],
    ['plan', ''],
    ['plan.', ''],
    ['plan.12345678', '12345678'],
    ['plan.123456789', ''],
    ['plan.t t', ''],
  ])('%s: %j', (name, ending) => {
    expect(fileEnding(name)).toBe(ending);
  });
});

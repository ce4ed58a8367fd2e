import { hiddenCharacterInWords } from '../../../platform/hidden-characters.ts';
import { printableFileName } from '../../../platform/intake/file-name.ts';
import { openFile } from '../../../platform/intake/open-file.ts';
import { readApart } from '../../../platform/intake/read-apart.ts';
import { readJson } from '../../../platform/intake/read-json.ts';
import { Refusal } from '../../../platform/intake/refusal.ts';
import { readMembers } from './members-table.print.ts';
import { type BroughtList, membershipsIn, readPopolo } from './popolo.print.ts';

export type ReadMemberList =
  | { readonly kind: 'read'; readonly list: BroughtList }
  /** What happened, where, and what to do. */
  | { readonly kind: 'unreadable'; readonly sentence: string };

/** So many rows of a list are looked at in one page. */
export const MOST_ROWS = 2000;
/** As a form takes them. */
const LONGEST_NAME = 300;
/** So many things that are wrong are told one by one. */
const MOST_PROBLEMS = 50;
/** A document of two thousand memberships with everybody and every body in them has some 60,000. */
const POPOLO_AT_MOST = { values: 150_000, textBytes: 6 * 1024 * 1024 };

const KEEP_LESS = `Keep only the members to bring in, ${MOST_ROWS.toLocaleString('en-GB')} at most, save that as a new file, and try again.`;

/**
 * Reads a list of members somebody brought, a Popolo document or a table in any format, in a process of its own. Rows are
 * counted there before anything is made of them, so a list that is too long never comes back.
 */
export async function readMemberList(file: {
  readonly fileName: string;
  readonly bytes: Uint8Array;
}): Promise<ReadMemberList> {
  const read = await readApart({
    from: import.meta.url,
    work: memberListIn,
    job: { fileName: file.fileName },
    file,
    keepLess: KEEP_LESS,
  });
  return read.kind === 'answered' ? read.answer : { kind: 'unreadable', sentence: read.sentence };
}

/** The list in a file, or why there is none. Called in the process that reads, and nowhere else. */
export async function memberListIn(
  { fileName }: { readonly fileName: string },
  bytes: Uint8Array,
): Promise<ReadMemberList> {
  const name = printableFileName(fileName);
  try {
    if (isJson(fileName, bytes)) {
      const document = readJson(name, bytes, POPOLO_AT_MOST, KEEP_LESS);
      refuseTooMany(name, membershipsIn(document));
      return short(readPopolo(document));
    }
    const opened = await openFile({ fileName, bytes });
    if (opened.kind === 'unreadable') return { kind: 'unreadable', sentence: opened.sentence };
    const rows = opened.document.blocks.flatMap((block) =>
      block.kind === 'row' ? [block.cells.map(({ text }) => text)] : [],
    );
    refuseTooMany(name, rows.filter((row) => row.some((text) => text.trim() !== '')).length - 1);
    return short(readMembers(rows));
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'unreadable', sentence: error.file.sentence };
    throw error;
  }
}

function isJson(fileName: string, bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, 40)).toString('utf8').replace('\uFEFF', '').trimStart();
  return /^(?:\{|\[\s*[[{"])/.test(start) || /\.json$/i.test(fileName);
}

function refuseTooMany(name: string, rows: number): void {
  if (rows > MOST_ROWS)
    throw new Refusal('too-large', `${name} has ${rows.toLocaleString('en-GB')} rows. ${KEEP_LESS}`);
}

/** The rows whose names can be read for what they are, and what is wrong with the others. */
function plainly({ memberships, problems }: BroughtList): BroughtList {
  const hidden = memberships.flatMap(({ at, person, body, seat }) =>
    [person, body, seat].flatMap((name) => {
      const sentence = hiddenCharacterInWords(name) ?? tooLong(name);
      return sentence === null ? [] : [{ at, sentence }];
    }),
  );
  const out = new Set(hidden.map(({ at }) => at));
  return { memberships: memberships.filter(({ at }) => !out.has(at)), problems: [...problems, ...hidden] };
}

function tooLong(name: string): string | null {
  return name.length <= LONGEST_NAME
    ? null
    : `A name is longer than ${LONGEST_NAME} characters: “${name.slice(0, 40)}…”`;
}

function short(list: BroughtList): ReadMemberList {
  const { memberships, problems } = plainly(list);
  const more = problems.length - MOST_PROBLEMS;
  return {
    kind: 'read',
    list: {
      memberships,
      problems:
        more <= 0
          ? problems
          : [
              ...problems.slice(0, MOST_PROBLEMS),
              {
                at: 'Further on',
                sentence: `${more.toLocaleString('en-GB')} more things of these kinds are wrong`,
              },
            ],
    },
  };
}

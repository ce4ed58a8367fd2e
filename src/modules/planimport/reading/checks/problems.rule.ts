import type { Place } from '../../../../platform/intake/source-document.ts';
import type { ProblemKind, Problem, Source } from '../../../improvement/index.ts';

/** What a problem is about: a thing of the plan with its reference, or the document where there is none. */
export interface About {
  readonly thing: 'Action' | 'Outcome' | 'Priority' | 'Requirement' | 'Row' | 'Document' | 'Column';
  readonly ref: string | null;
}

/** Puts a problem together, with the place in words: "Action 1.2.6, line 892". */
export function problem(
  kind: ProblemKind,
  about: About,
  source: Source,
  message: string,
  proposal: string | null,
): Problem {
  const thing = about.ref === null ? about.thing : `${about.thing} ${about.ref}`;
  const place = placeInWords(source);
  const where =
    place === ''
      ? thing
      : about.thing === 'Row' && about.ref === null
        ? capital(place)
        : `${thing}, ${place}`;
  return { where, message, proposal, kind, ref: about.ref, source };
}

/** "line 892", "lines 881 to 883 (page 39)", "row 4 of sheet Plan". Empty where nothing is known. */
export function placeInWords(place: Source | Place): string {
  const { line, endLine, page, sheet, table, row } = place;
  const pieces: string[] = [];
  if (line !== undefined)
    pieces.push(endLine === undefined || endLine === line ? `line ${line}` : `lines ${line} to ${endLine}`);
  if (row !== undefined) {
    const of = sheet === undefined ? (table === undefined ? '' : ` of table ${table}`) : ` of sheet ${sheet}`;
    pieces.push(`row ${row}${of}`);
  } else if (sheet !== undefined) pieces.push(`sheet ${sheet}`);
  else if (table !== undefined) pieces.push(`table ${table}`);
  if (page === undefined) return pieces.join(', ');
  return pieces.length === 0 ? `page ${page}` : `${pieces.join(', ')} (page ${page})`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A place as the reading keeps it: only what is known. */
export function sourceOf(first: Place, last: Place = first): Source {
  const { line, page, sheet, table, row } = first;
  const end = last.endLine ?? last.line;
  return {
    ...(line === undefined ? {} : { line }),
    ...(end === undefined || end === line ? {} : { endLine: end }),
    ...(page === undefined ? {} : { page }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(table === undefined ? {} : { table }),
    ...(row === undefined ? {} : { row }),
  };
}

/** Problems in the order of the file, as somebody reading it from the top would meet them. */
export function inOrderOfFile(problems: readonly Problem[]): Problem[] {
  const sheets = [...new Set(problems.map(({ source }) => source.sheet ?? ''))];
  const rank = ({ source }: Problem): readonly number[] => [
    sheets.indexOf(source.sheet ?? ''),
    source.table ?? 0,
    source.line ?? source.row ?? 0,
    source.page ?? 0,
  ];
  return problems
    .map((item) => ({ item, at: rank(item) }))
    .sort((a, b) => {
      const index = a.at.findIndex((value, i) => value !== b.at[i]);
      return index === -1 ? 0 : (a.at[index] ?? 0) - (b.at[index] ?? 0);
    })
    .map(({ item }) => item);
}

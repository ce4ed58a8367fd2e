import type { Breach } from './breach.ts';
import { circleBreaches } from './circle-rules.ts';
import { kindBreaches } from './kind-rules.ts';
import { moduleBreaches } from './module-rules.ts';
import { readTree, type Tree } from './read-tree.ts';
import type { EdgeTable } from './table.ts';

/** What one run of the edge check says. */
export interface EdgeReport {
  readonly files: number;
  readonly imports: number;
  readonly breaches: readonly Breach[];
}

/**
 * Holds the source files of a project to its edge table, all rules in one reading.
 *
 * @param root the project's folder
 * @returns every breach, by file and line. Having read nothing is one.
 */
export function findBreaches(root: string, table: EdgeTable): EdgeReport {
  const tree = readTree(root, table);
  const all = [
    ...unread(tree),
    ...moduleBreaches(tree, table),
    ...circleBreaches(tree, table),
    ...kindBreaches(tree, table),
  ];
  const isKnown = ({ rule, file }: Breach) =>
    table.stillToMend.some((known) => known.rule === rule && known.file === file);
  const mended = table.stillToMend
    .filter((known) => !all.some(({ rule, file }) => known.rule === rule && known.file === file))
    .map(({ rule, file }): Breach => ({
      rule: 'mended-already',
      file,
      line: 1,
      what: `keeps to ${rule}`,
      why: 'take it out of what is still to mend in the edge table',
    }));
  const breaches = [...all.filter((breach) => !isKnown(breach)), ...mended];
  return {
    files: tree.files.size,
    imports: importsIn(tree),
    breaches: breaches.sort((one, other) => order(one, other)),
  };
}

function order(one: Breach, other: Breach): number {
  if (one.file !== other.file) return one.file < other.file ? -1 : 1;
  return one.line - other.line;
}

function importsIn({ files }: Tree): number {
  return [...files.values()].reduce((sum, { edges }) => sum + edges.length, 0);
}

/** With a reader that reads nothing, nothing would be wrong. */
function unread(tree: Tree): Breach[] {
  const found = [...tree.files.values()].flatMap(({ file, problem }): Breach[] =>
    problem === null
      ? []
      : [
          {
            rule: 'files-are-read',
            file,
            line: 1,
            what: `cannot be read (${problem})`,
            why: 'every source file is read',
          },
        ],
  );
  for (const folder of ['src/modules', 'src/platform']) {
    const inside = [...tree.files.values()].filter(({ file }) => file.startsWith(`${folder}/`));
    if (!inside.some(({ edges }) => edges.length > 0))
      found.push({
        rule: 'files-are-read',
        file: folder,
        line: 1,
        what: `holds ${inside.length} source files and no import`,
        why: 'a check that read nothing has found nothing',
      });
  }
  return found;
}

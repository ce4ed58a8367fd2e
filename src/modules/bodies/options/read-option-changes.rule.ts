import { isSameName, likelyNames } from '../life/likely-names.rule.ts';
import type { OptionChange } from './options.rule.ts';
import { type Relation, RELATIONS } from '../sayings/body-words.shape.ts';

interface Named {
  readonly id: number;
  readonly name: string;
}

/**
 * Reads what an option would do, one change a line: "Dissolve Audit Panel", "Rename Audit Panel to Risk Panel", "Merge Audit Panel
 * into Scrutiny Committee", "Audit Panel reports to Council". Bodies are found by name; what cannot be read comes back as a sentence.
 */
export function readOptionChanges(
  text: string,
  bodies: readonly Named[],
): { readonly changes: readonly OptionChange[]; readonly problems: readonly string[] } {
  const changes: OptionChange[] = [];
  const problems: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const at = `Line ${index + 1}`;
    const find = (name: string): Named | undefined => {
      const found = bodies.find((body) => isSameName(body.name, name));
      if (found === undefined) {
        const likely = likelyNames(
          name,
          bodies.map((body) => ({ ...body, names: [body.name] })),
        );
        problems.push(
          likely.length === 0
            ? `${at}: no body is called “${name}”`
            : `${at}: no body is called “${name}”. Did you mean ${likely.map((body) => body.name).join(' or ')}?`,
        );
      }
      return found;
    };
    const change = readLine(line, find);
    if (change === undefined)
      problems.push(
        `${at}, “${line.slice(0, 80)}”, must begin with Dissolve, Rename or Merge, or say which line leads from one body to another, like Audit Panel reports to Council`,
      );
    else if (change !== null) changes.push({ ...change, words: line });
  }
  return { changes, problems };
}

type Read = Omit<OptionChange, 'words'>;
const NOTHING = { toBodyId: null, newName: null, relation: null } as const;

/** Null where a body of the line is not known, which was told already; undefined where the line says nothing that is known. */
function readLine(line: string, find: (name: string) => Named | undefined): Read | null | undefined {
  const dissolve = /^dissolve\s+(.+)$/i.exec(line);
  if (dissolve?.[1] !== undefined) {
    const body = find(dissolve[1]);
    return body === undefined ? null : { ...NOTHING, kind: 'dissolve', bodyId: body.id };
  }
  const rename = /^rename\s+(.+?)\s+to\s+(.+)$/i.exec(line);
  if (rename?.[1] !== undefined && rename[2] !== undefined) {
    const body = find(rename[1]);
    return body === undefined ? null : { ...NOTHING, kind: 'rename', bodyId: body.id, newName: rename[2] };
  }
  const merge = /^merge\s+(.+?)\s+into\s+(.+)$/i.exec(line);
  if (merge?.[1] !== undefined && merge[2] !== undefined) {
    const [body, into] = [find(merge[1]), find(merge[2])];
    return body === undefined || into === undefined
      ? null
      : { ...NOTHING, kind: 'merge', bodyId: body.id, toBodyId: into.id };
  }
  for (const [relation, { out }] of Object.entries(RELATIONS)) {
    const at = line.toLowerCase().indexOf(` ${out.toLowerCase()} `);
    if (at === -1) continue;
    const [from, to] = [find(line.slice(0, at)), find(line.slice(at + out.length + 2))];
    return from === undefined || to === undefined
      ? null
      : { ...NOTHING, kind: 'line', bodyId: from.id, toBodyId: to.id, relation: relation as Relation };
  }
  return undefined;
}

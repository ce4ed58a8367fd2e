import type { Block } from '../../../../platform/intake/source-document.ts';
import { type LeadDirectory, natureOfLead } from '../leads/lead-directory.rule.ts';
import type { Action, Priority, Problem, Source } from '../../../improvement/index.ts';
import { placeInWords, problem } from './problems.rule.ts';

interface Use {
  readonly name: string;
  readonly ref: string;
  readonly thing: 'Action' | 'Priority';
  readonly source: Source;
}

/**
 * Leads that the plan's own list of leads and job titles does not name, each once, with the first place and the number of
 * actions. Says nothing where the plan has no such list.
 */
export function checkLeads(
  priorities: readonly Priority[],
  directory: LeadDirectory,
  blocks: readonly Block[],
  hasList: boolean,
): readonly Problem[] {
  const problems: Problem[] = [];
  for (const action of actionsOf(priorities)) {
    for (const [index, milestone] of action.milestones.entries()) {
      if (milestone.leads.length > 0) continue;
      problems.push(
        problem(
          'no-lead',
          { thing: 'Action', ref: action.ref },
          milestone.source,
          index === 0
            ? 'This row names no lead.'
            : `This row names no lead, and no row of action ${action.ref} above it does.`,
          'Say who leads it.',
        ),
      );
    }
  }
  if (!hasList) return problems;
  const uses = new Map<string, Use[]>();
  for (const use of usesOf(priorities)) {
    if (directory.isListed(use.name)) continue;
    const key = use.name.toLowerCase();
    const found = uses.get(key);
    if (found === undefined) uses.set(key, [use]);
    else found.push(use);
  }
  const elsewhere = mentionsOf(new Set(uses.keys()), blocks);
  for (const [key, found] of uses) {
    const [first] = found;
    if (first !== undefined) problems.push(notListed(first, found, elsewhere.get(key)));
  }
  return problems;
}

function notListed(first: Use, uses: readonly Use[], elsewhere: string | undefined): Problem {
  const refs = [...new Set(uses.map(({ ref }) => ref))];
  const where = refs.length === 1 ? '' : ` It also leads ${refs.slice(1).join(', ')}.`;
  const unnamed = natureOfLead(first.name) === 'partners' || /\bpartners?\b/i.test(first.name);
  const message = unnamed
    ? `“${first.name}” are named as leads, and nobody can tell who they are.`
    : `“${first.name}” is not in the plan's list of leads and job titles.`;
  const proposal =
    elsewhere ??
    (unnamed
      ? 'Kept as printed. Name the partner who answers for it.'
      : 'Kept as printed. Say who or what it is: a person, a post or a firm.');
  return problem(
    'lead-not-listed',
    { thing: first.thing, ref: first.ref },
    first.source,
    `${message}${where}`,
    proposal,
  );
}

/** Short lines elsewhere in the file that begin with a name and go on with a title: "Ann Hope, Detective Superintendent". */
function mentionsOf(names: ReadonlySet<string>, blocks: readonly Block[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const block of blocks) {
    if (block.kind === 'row' || block.text.length > 120) continue;
    const [name = '', title = ''] = block.text.split(/,\s+(.*)/s);
    if (title === '' || !names.has(name.toLowerCase()) || found.has(name.toLowerCase())) continue;
    found.set(
      name.toLowerCase(),
      `Kept as printed. The file names “${block.text}” on ${placeInWords(block.place)}.`,
    );
  }
  return found;
}

function* usesOf(priorities: readonly Priority[]): Generator<Use> {
  for (const priority of priorities) {
    for (const name of priority.accountableLeads)
      yield { name, ref: String(priority.number), thing: 'Priority', source: priority.source };
  }
  for (const action of actionsOf(priorities)) {
    for (const { leads, leadsInherited, source } of action.milestones) {
      if (!leadsInherited) for (const name of leads) yield { name, ref: action.ref, thing: 'Action', source };
    }
  }
}

/** Every action of the plan, in order. */
export function actionsOf(priorities: readonly Priority[]): readonly Action[] {
  return priorities.flatMap(({ outcomes }) => outcomes.flatMap(({ actions }) => actions));
}

import type { Block, SourceDocument } from '../../../platform/intake/source-document.ts';
import { assemblePlan } from './plan/assemble-plan.rule.ts';
import { buildPlan } from './plan/build-plan.rule.ts';
import { checkDates } from './checks/check-dates.rule.ts';
import { checkLeads } from './checks/check-leads.rule.ts';
import { checkReferences } from './checks/check-references.rule.ts';
import { checkTags } from './checks/check-tags.rule.ts';
import { choosePlanTable } from './table/choose-plan-table.rule.ts';
import { headingKey, holderOf } from './table/columns.rule.ts';
import { inferLegend } from './marks/infer-legend.rule.ts';
import { learnLeads } from './leads/learn-leads.rule.ts';
import { LeadSpellings } from './leads/lead-spellings.rule.ts';
import { noPlanProblem } from './table/no-plan.rule.ts';
import { readPeople } from './table/people.rule.ts';
import { type PlanEvent, walkPlan } from './table/plan-events.rule.ts';
import type { ColumnRole, PlanReading, Problem } from '../../improvement/index.ts';
import { readTitle } from './table/plan-title.rule.ts';
import { inOrderOfFile, problem, sourceOf } from './checks/problems.rule.ts';
import { ProperNames } from './measures/proper-names.rule.ts';
import { requirementsOfColumn } from './plan/requirement-column.rule.ts';
import { readRequirementLists } from './measures/requirement-lists.rule.ts';
import { findTagLegend } from './marks/tag-legend.rule.ts';
import { guessTagCodes, TagReader } from './marks/tags.rule.ts';
import { giveUniqueRefs } from './plan/unique-refs.rule.ts';
import { findUnreadTable } from './table/unread-table.rule.ts';

export interface ReadPlanOptions {
  /** The role of a column by its heading as printed, where a person knows better than the words. */
  readonly columns?: Readonly<Record<string, ColumnRole>> | undefined;
}

/**
 * Reads a plan out of a document as a careful clerk would: priorities, outcomes, actions, milestones, measures, tags,
 * leads, joint marks and cross references, each with its place and how it was read, and every oddity as a problem.
 * It works from what tables of actions look like, not from any one council's. Pure and synchronous; never fails: a
 * document without a plan gives an empty reading with one problem that says what was looked for.
 */
export function readPlan(document: SourceDocument, options: ReadPlanOptions = {}): PlanReading {
  const blocks = asProse(document.blocks);
  const chosen = new Map(
    Object.entries(options.columns ?? {}).map(([heading, role]) => [headingKey(heading), role]),
  );
  const people = readPeople(blocks);
  const directory = learnLeads(blocks, people);
  const printed = findTagLegend(blocks);
  const codes =
    printed.length > 0 ? new Set(printed.map(({ code }) => code)) : guessTagCodes(cellsOf(document));
  const legend = printed.length > 0 ? printed : inferLegend(blocks, codes);
  const tags = new TagReader(codes);
  const { events, problems: passedOver } = choosePlanTable([
    ...walkPlan(document, { chosen, directory, tags }),
  ]);
  const raw = assemblePlan(events, tags);
  const title = readTitle(document, events);
  const hasEnds = raw.columns.some(({ role }) => role === 'end');
  const built = buildPlan(
    raw,
    {
      directory,
      names: namesIn(events),
      spellings: new LeadSpellings(directory),
      tags,
      depth: raw.depth,
      hasEnds,
    },
    title,
  );
  const priorities = [...built.priorities];
  const ofColumn = requirementsOfColumn(raw, priorities);
  const requirementSets = [...readRequirementLists(blocks, legend), ...ofColumn.sets];
  const reading: PlanReading = {
    title,
    priorities,
    requirementSets,
    people: [...people],
    columns: [...raw.columns],
    problems: [],
  };
  if (raw.actions.length === 0) {
    const table = findUnreadTable(document, chosen);
    const columns = reading.columns.length > 0 ? reading.columns : [...(table?.columns ?? [])];
    return { ...reading, columns, problems: [noPlanProblem(table)] };
  }
  const problems = [
    ...passedOver,
    ...columnsNotRead(events, chosen),
    ...built.problems,
    ...ofColumn.problems,
    ...giveUniqueRefs(priorities),
    ...checkReferences(priorities, raw.depth),
    ...checkDates(priorities),
    ...checkLeads(priorities, directory, blocks, people.length > 0),
    ...checkTags(priorities, requirementSets),
  ];
  return { ...reading, problems: inOrderOfFile(problems) };
}

/** Columns that nobody has said to leave out, and whose headings say nothing to the reader. */
function* columnsNotRead(
  events: readonly PlanEvent[],
  chosen: ReadonlyMap<string, ColumnRole>,
): Generator<Problem> {
  const told = new Set<string>();
  for (const event of events) {
    if (event.kind !== 'columns') continue;
    for (const { heading, role } of event.columns) {
      const key = headingKey(heading);
      if (role !== 'ignore' || key === '' || chosen.has(key) || told.has(key)) continue;
      told.add(key);
      const holder = holderOf(heading, event.columns);
      const why =
        holder === null
          ? 'its heading does not say what it is for'
          : `the column “${holder.heading}” already has its part`;
      yield problem(
        'column-not-recognised',
        { thing: 'Column', ref: null },
        sourceOf(event.place),
        `The column “${heading}” was not read: ${why}.`,
        'It was left out. Say what it is for if the plan needs it.',
      );
    }
  }
}

/** A sheet holds its paragraphs as rows of one cell; for whoever looks for sentences and lists they are paragraphs again. */
function asProse(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind !== 'row') return block;
    const filled = block.cells.filter((cell) => cell.text !== '');
    const [only] = filled;
    if (filled.length !== 1 || only === undefined || block.cells[0] !== only) return block;
    return { kind: 'paragraph', text: only.text, parts: only.parts, place: block.place };
  });
}

function namesIn(events: readonly PlanEvent[]): ProperNames {
  const names = new ProperNames();
  for (const event of events) {
    if (event.kind !== 'row') continue;
    for (const cell of event.row.cells.values()) for (const part of cell.parts) names.learn(part.text);
  }
  return names;
}

function* cellsOf(document: SourceDocument): Generator<string> {
  for (const block of document.blocks) {
    if (block.kind === 'row') for (const cell of block.cells) yield cell.text;
  }
}

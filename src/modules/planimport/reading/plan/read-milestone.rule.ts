import type { LeadDirectory } from '../leads/lead-directory.rule.ts';
import type { LeadSpellings } from '../leads/lead-spellings.rule.ts';
import { readLeads } from '../leads/leads.rule.ts';
import { readMeasures } from '../measures/measures.rule.ts';
import type { Milestone, Problem, Provenance, ProblemKind } from '../../../improvement/index.ts';
import { type About, problem, sourceOf } from '../checks/problems.rule.ts';
import type { ProperNames } from '../measures/proper-names.rule.ts';
import type { RawMilestone } from './raw-plan.shape.ts';
import { readStartAndEnd } from '../times/start-and-end.rule.ts';
import { isDoneStatus } from '../times/status.rule.ts';
import { readTimescale } from '../times/timescale.rule.ts';

export interface MilestoneContext {
  readonly ref: string;
  readonly directory: LeadDirectory;
  readonly names: ProperNames;
  /** How the plan first spelt each lead. */
  readonly spellings: LeadSpellings;
  /** Whether the plan has a column of ends, so that an empty cell of it is a gap. */
  readonly hasEnds: boolean;
  /** The milestone above in the same action, whose leads an empty cell takes over. */
  readonly above: Milestone | null;
}

/** Reads one row of an action: its timescale, its leads and its measures, with every oddity in them. */
export function readMilestone(
  raw: RawMilestone,
  context: MilestoneContext,
): { milestone: Milestone; problems: readonly Problem[] } {
  const about: About = { thing: 'Action', ref: context.ref };
  const source = sourceOf(raw.first, raw.last);
  const problems: Problem[] = [];
  const report = (kind: ProblemKind, message: string, proposal: string): void => {
    problems.push(problem(kind, about, source, message, proposal));
  };

  const printed = printedTimescale(raw);
  const apart = raw.start !== '' || raw.end !== '';
  const timescale = apart ? readStartAndEnd(raw) : readTimescale(printed);
  const done = raw.status !== '' && isDoneStatus(raw.status);
  const odd = timescale.oddities.filter(({ kind }) => !(done && kind === 'timescale-in-words'));
  for (const oddity of odd) report(oddity.kind, oddity.message, oddity.proposal);
  const open = raw.start !== '' && raw.end === '' && raw.timescale === '' && timescale.end === null;
  if (context.hasEnds && open && !done && timescale.status === null)
    report('no-date', 'This row has a start and no end.', 'Say by when it is to be done.');

  const measures = readMeasures(raw.measures, context.names);
  const lost = measures.filter(({ reading }) => reading === 'inferred');
  if (lost.length > 1) {
    report(
      'measures-run-together',
      `${lost.length} measures run together without a mark between them.`,
      'They were parted where each seems to begin. Check where one ends.',
    );
  }

  const leads = readLeads(raw.leads, context.directory);
  const leadsAsPrinted = raw.leads.replaceAll('\n', ' ');
  const inherited =
    leads.leads.length === 0 && raw.leads === '' && context.above !== null && context.above.leads.length > 0;
  const names = inherited ? (context.above?.leads ?? []) : context.spellings.spell(leads.leads);
  if (inherited)
    report(
      'lead-inherited',
      'This row names no lead.',
      `The leads of the row above were taken: ${names.join(', ')}.`,
    );
  if (leads.cutApart)
    report(
      'lead-cut-apart',
      `“${leadsAsPrinted}” runs names together.`,
      `Read as ${names.length} leads: ${names.join('; ')}.`,
    );
  for (const note of leads.notes)
    report('lead-note', `The leads cell also says “${note}”.`, 'It was kept as a note, not as a lead.');

  const provenance: Provenance[] = [
    ...names.map((value): Provenance => ({
      of: 'lead',
      value,
      asPrinted: leadsAsPrinted,
      source,
      reading: inherited || leads.cutApart ? 'inferred' : 'stated',
    })),
    ...measures.map(({ text, asPrinted, source: from, reading }): Provenance => ({
      of: 'measure',
      value: text,
      asPrinted,
      source: from,
      reading,
    })),
  ];
  const milestone: Milestone = {
    timescaleAsPrinted: printed,
    start: timescale.start,
    end: timescale.end,
    periods: [...timescale.periods],
    status: timescale.status ?? (done ? 'completed' : null),
    statusAsPrinted: raw.status === '' ? (timescale.status === null ? null : printed) : raw.status,
    review: timescale.review,
    recurrence: timescale.recurrence,
    leads: [...names],
    leadsAsPrinted,
    leadsInherited: inherited,
    measures: measures.map(({ text }) => text),
    source,
    reading: timescale.reading,
    provenance,
  };
  return { milestone, problems };
}

/** Columns of their own for start and end print the range they are; beside a start alone, the timescale is its end. */
function printedTimescale({ timescale, start, end }: RawMilestone): string {
  const range = [start, end].filter((text) => text !== '').join(' – ');
  return [range, timescale].filter((text) => text !== '').join(start !== '' && end === '' ? ' – ' : ' ');
}

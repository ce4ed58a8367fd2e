import { z } from 'zod';

/**
 * What a plan says, as a careful clerk would read it: the shape that `throughline import plan --dry-run --json`
 * prints, that the review page shows and that accepting a plan stores. Its JSON Schema is published with the docs.
 *
 * Days are ISO (`2011-03-31`); a month alone is `2011-05`.
 */

const DayOrMonth = z
  .string()
  .regex(/^\d{4}-\d{2}(-\d{2})?$/)
  .describe('An ISO day (2011-03-31), or a month alone (2011-05)');

export const Source = z
  .object({
    line: z.number().int().positive().optional().describe('First line in a text file'),
    endLine: z
      .number()
      .int()
      .positive()
      .optional()
      .describe('Last line, where a row was put together from several'),
    page: z.number().int().positive().optional(),
    sheet: z.string().optional(),
    table: z.number().int().positive().optional(),
    row: z.number().int().positive().optional(),
  })
  .describe('Where it stands in the source');

export const HowRead = z
  .enum(['stated', 'inferred', 'corrected', 'by-hand'])
  .describe(
    'stated: printed so; inferred: taken from what stands around it; corrected: what is printed cannot be; by-hand: put right by whoever brought the plan in',
  );

/**
 * One thing that was read (a tag, a lead, a measure, a joint mark, a cross reference) with the words it was read from.
 * The plain lists beside it (`tags`, `leads`, `measures` ...) hold the same values for those who need no more.
 */
export const Provenance = z.object({
  of: z.enum(['tag', 'lead', 'measure', 'joint', 'cross-reference']),
  value: z.string().describe('The value as it stands in the list'),
  asPrinted: z.string(),
  source: Source,
  reading: HowRead,
});

export const Period = z.object({ start: DayOrMonth.nullable(), end: DayOrMonth.nullable() });

export const Milestone = z.object({
  timescaleAsPrinted: z.string(),
  start: DayOrMonth.nullable().describe('The earliest day of the cell'),
  end: DayOrMonth.nullable().describe('The latest day of the cell'),
  periods: z.array(Period).describe('Each period, where the cell prints several'),
  status: z.enum(['completed']).nullable(),
  statusAsPrinted: z
    .string()
    .nullable()
    .describe('The words of a status column, or the word in the timescale that says completed'),
  review: z.boolean().describe('The cell marks a review'),
  recurrence: z
    .string()
    .nullable()
    .describe('How often it comes back, in the words of the cell: monthly, weekly, after each audit'),
  leads: z.array(z.string()).describe('Names or posts as printed, one each'),
  leadsAsPrinted: z.string(),
  leadsInherited: z.boolean().describe('The cell was empty and the leads are those of the row above'),
  measures: z.array(z.string()),
  source: Source,
  reading: HowRead.describe('How the timescale was read; by-hand where anything of the row was put right'),
  provenance: z.array(Provenance).describe('Each lead and measure with its own place'),
});

export const Action = z.object({
  ref: z.string(),
  text: z.string(),
  tags: z.array(z.string()).describe('Requirements it carries, such as "IN 3", "O 2", "CT 1"'),
  crossReferences: z.array(z.string()).describe('Other actions it names, such as "3.1.5"'),
  jointWith: z.array(z.string()),
  milestones: z.array(Milestone),
  textAsPrinted: z.string().describe('The action as printed, its tags included'),
  putRight: z
    .boolean()
    .optional()
    .describe(
      'Its words, tags, joint marks or cross references were put right by whoever brought the plan in',
    ),
  refReading: HowRead.describe(
    'inferred where the row prints no reference, corrected where the printed one was taken',
  ),
  source: Source,
  provenance: z.array(Provenance).describe('Each tag, joint mark and cross reference with its own place'),
});

export const Outcome = z.object({
  ref: z.string(),
  text: z.string(),
  tags: z.array(z.string()),
  jointWith: z.array(z.string()),
  actions: z.array(Action),
  reading: HowRead.describe('inferred where the plan has no such level, or prints no heading for it'),
  source: Source,
  provenance: z.array(Provenance),
});

export const Priority = z.object({
  number: z.number().int().positive(),
  title: z.string(),
  objectives: z.array(z.string()).describe('The key objectives printed under the heading'),
  accountableLeads: z.array(z.string()),
  outcomes: z.array(Outcome),
  reading: HowRead.describe('inferred where the plan has no such level, or prints no heading for it'),
  source: Source,
});

export const Target = z
  .object({
    measure: z.string(),
    comparator: z.enum(['at-most', 'at-least', 'equal', 'in-line-with', 'maintain', 'minimise']),
    value: z
      .number()
      .nullable()
      .describe('Null where the target is another body’s figure or a level not printed'),
    unit: z.enum(['count', 'per-cent', 'percentage-points', 'per-10000', 'days']).nullable(),
    against: z.string().nullable().describe('What it is compared with: "statistical neighbour average"'),
    by: DayOrMonth.nullable(),
    period: Period.nullable().describe('The period it is measured over'),
    periodAsPrinted: z.string().nullable(),
    thereafter: z.enum(['minimise', 'maintain']).nullable().describe('What must hold once it is reached'),
    baseline: z
      .object({ value: z.number().nullable(), unit: z.string().nullable(), when: z.string().nullable() })
      .nullable(),
  })
  .describe('The quantitative part of a requirement');

export const Requirement = z.object({
  ref: z.string().describe('"IN 3"'),
  number: z.number().int().positive(),
  text: z.string(),
  section: z.string().nullable().describe('The heading it stands under, such as "Safeguarding"'),
  deadline: z
    .string()
    .nullable()
    .describe('Its class of deadline as printed: "Immediately", "Within three months"'),
  targets: z.array(Target),
  source: Source,
});

export const RequirementSet = z.object({
  code: z.string().describe('"IN", "O" or "CT"'),
  title: z.string(),
  requirements: z.array(Requirement),
});

export const Person = z.object({
  name: z.string(),
  jobTitle: z.string().nullable(),
  interim: z.boolean(),
  jobShare: z.boolean(),
  holds: z.array(z.string()).describe('Posts held by several, as the plan names them: "Heads of Service"'),
  source: Source,
});

export const Column = z.object({
  heading: z.string().describe('The heading as printed'),
  role: z.enum([
    'ref',
    'action',
    'timescale',
    'start',
    'end',
    'lead',
    'measure',
    'status',
    'tags',
    'joint',
    'priority',
    'outcome',
    'requirement',
    'ignore',
  ]),
});

export const Problem = z.object({
  where: z.string().describe('The place in words: "Action 1.2.6, line 889"'),
  message: z.string().describe('What is odd, in a sentence'),
  proposal: z.string().nullable().describe('How it was read, or what to do'),
  kind: z.string().describe('A stable word for the kind of problem, to group by'),
  ref: z.string().nullable().describe('The action, outcome or requirement it concerns'),
  source: Source,
});

export const PlanReading = z.object({
  title: z.string().nullable(),
  priorities: z.array(Priority),
  requirementSets: z.array(RequirementSet),
  people: z.array(Person),
  columns: z.array(Column),
  problems: z.array(Problem),
});

export type HowRead = z.infer<typeof HowRead>;
export type Provenance = z.infer<typeof Provenance>;
export type ColumnRole = Column['role'];
export type Source = z.infer<typeof Source>;
export type Period = z.infer<typeof Period>;
export type Milestone = z.infer<typeof Milestone>;
export type Action = z.infer<typeof Action>;
export type Outcome = z.infer<typeof Outcome>;
export type Priority = z.infer<typeof Priority>;
export type Target = z.infer<typeof Target>;
export type Requirement = z.infer<typeof Requirement>;
export type RequirementSet = z.infer<typeof RequirementSet>;
export type Person = z.infer<typeof Person>;
export type Column = z.infer<typeof Column>;
export type Problem = z.infer<typeof Problem>;
export type PlanReading = z.infer<typeof PlanReading>;

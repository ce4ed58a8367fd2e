import type { PlanLine } from '../../../improvement/index.ts';

/** The name of each lead, by the slug the plan's rows hold. */
export type LeadNames = ReadonlyMap<string, string>;

/** The names of a plan's leads. */
export function leadNames(line: Pick<PlanLine, 'leads'>): LeadNames {
  return new Map(line.leads.map(({ slug, name }) => [slug, name]));
}

/** Who leads, as a cell says it: each once, in the order given. */
export function namedLeads(slugs: readonly string[], names: LeadNames): string {
  return slugs.length === 0
    ? 'Nobody named'
    : [...new Set(slugs)].map((slug) => names.get(slug) ?? slug).join('; ');
}

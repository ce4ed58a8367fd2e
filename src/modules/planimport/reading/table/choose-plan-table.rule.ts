import { findRefMode } from './ref-mode.rule.ts';
import type { PlanEvent, PlanRow } from './plan-events.rule.ts';
import type { Column, Problem } from '../../../improvement/index.ts';
import { problem, sourceOf } from '../checks/problems.rule.ts';

interface Group {
  readonly header: Extract<PlanEvent, { kind: 'columns' }> | null;
  readonly events: PlanEvent[];
  readonly rows: PlanRow[];
}

/**
 * A file may hold other tables that look a little like a plan (the actions of some minutes, a risk register). The table
 * with the most rows is the plan; another belongs to it if its columns do the same work, or its rows carry references
 * of the same depth. The rest is left out, and said so.
 */
export function choosePlanTable(events: readonly PlanEvent[]): {
  events: readonly PlanEvent[];
  problems: readonly Problem[];
} {
  const groups = groupByHeader(events);
  const main = groups.reduce<Group | null>(
    (best, group) => (best === null || group.rows.length > best.rows.length ? group : best),
    null,
  );
  if (main === null || groups.length === 1) return { events, problems: [] };
  const mode = findRefMode(main.rows);
  const problems: Problem[] = [];
  const kept = groups.filter((group) => {
    if (group.header === null || group.rows.length === 0 || main.header === null) return true;
    if (sameWork(group.header.columns, main.header.columns)) return true;
    const own = findRefMode(group.rows);
    if (mode.in !== 'none' && own.in !== 'none' && own.depth === mode.depth && own.depth >= 2) return true;
    const headings = group.header.columns.map(({ heading }) => heading).filter((heading) => heading !== '');
    problems.push(
      problem(
        'table-passed-over',
        { thing: 'Document', ref: null },
        sourceOf(group.header.place),
        `A table of ${group.rows.length} ${group.rows.length === 1 ? 'row' : 'rows'} with the columns ${headings.map((heading) => `“${heading}”`).join(', ')} looks like another one than the plan's.`,
        'It was left out.',
      ),
    );
    return false;
  });
  return { events: kept.flatMap((group) => group.events), problems };
}

function groupByHeader(events: readonly PlanEvent[]): readonly Group[] {
  const groups: Group[] = [];
  for (const event of events) {
    const last = groups.at(-1);
    if (event.kind === 'columns' || last === undefined) {
      groups.push({ header: event.kind === 'columns' ? event : null, events: [event], rows: [] });
    } else last.events.push(event);
    if (event.kind === 'row') groups.at(-1)?.rows.push(event.row);
  }
  return groups;
}

/** Two tables do the same work when most of what their columns are for is the same. */
function sameWork(a: readonly Column[], b: readonly Column[]): boolean {
  const [one, two] = [rolesOf(a), rolesOf(b)];
  const shared = [...one].filter((role) => two.has(role)).length;
  return shared >= Math.max(2, Math.ceil(Math.max(one.size, two.size) * 0.6));
}

function rolesOf(columns: readonly Column[]): ReadonlySet<string> {
  return new Set(columns.map(({ role }) => role).filter((role) => role !== 'ignore'));
}

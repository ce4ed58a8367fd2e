import { ActionAssembler } from './assemble-actions.ts';
import type { PlanEvent } from './plan-events.ts';
import type { Column } from './plan-reading.ts';
import type { RawOutcome, RawPlan, RawPriority, RawSection } from './raw-plan.ts';
import { findRefMode } from './ref-mode.ts';
import type { TagReader } from './tags.ts';

/** Puts a plan together from what was met on the walk through the document, words still as printed. */
export function assemblePlan(events: readonly PlanEvent[], tags: TagReader): RawPlan {
  const rows = events.flatMap((event) => (event.kind === 'row' ? [event.row] : []));
  const columns: Column[] = [];
  for (const event of events) {
    if (event.kind !== 'columns') continue;
    for (const column of event.columns)
      if (!columns.some(({ heading }) => heading === column.heading)) columns.push(column);
  }
  const mode = findRefMode(rows);
  const assembler = new ActionAssembler(
    mode,
    tags,
    columns.find(({ role }) => role === 'ref')?.heading ?? '',
  );
  const priorities: RawPriority[] = [];
  const outcomes: RawOutcome[] = [];
  const sections: RawSection[] = [];
  for (const event of events) {
    switch (event.kind) {
      case 'columns':
        break;
      case 'priority':
        priorities.push({
          number: event.number,
          title: event.title,
          objectives: [],
          accountable: [],
          place: event.place,
        });
        break;
      case 'objectives':
        if (event.text !== '') priorities.at(-1)?.objectives.push(event.text);
        break;
      case 'accountable':
        priorities.at(-1)?.accountable.push(event.text);
        break;
      case 'outcome':
        outcomes.push({ ref: event.ref, text: event.text, place: event.place });
        break;
      case 'section':
        sections.push({ text: event.text, place: event.place, firstAction: assembler.actions.length });
        break;
      case 'row':
        assembler.add(event.row);
        break;
    }
  }
  return {
    columns,
    priorities,
    outcomes,
    sections,
    actions: assembler.actions,
    problems: assembler.problems,
    depth: mode.depth,
  };
}

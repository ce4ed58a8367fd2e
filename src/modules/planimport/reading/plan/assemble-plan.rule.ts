import type { Place } from '../../../../platform/intake/source-document.ts';
import { ActionAssembler } from './assemble-actions.rule.ts';
import type { PlanEvent, PlanRow } from '../table/plan-events.rule.ts';
import type { Column } from '../../../improvement/index.ts';
import type { RawOutcome, RawPlan, RawPriority, RawSection } from './raw-plan.shape.ts';
import { findRefMode, type RefMode } from '../table/ref-mode.rule.ts';
import { depthOf, firstNumber, type LeadingRef, leadingRef, wholeRef } from '../marks/references.rule.ts';
import { isHeadingRow, wordsOfRow } from './row-words.rule.ts';
import type { TagReader } from '../marks/tags.rule.ts';

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
        priorities.push(priorityOf(event.number, event.title, event.place));
        assembler.under = event.number;
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
      case 'row': {
        const heading = headingInRow(event.row, mode, tags);
        if (heading === null) assembler.add(event.row);
        else if (depthOf(heading.ref) === 1) {
          const number = firstNumber(heading.ref) ?? priorities.length + 1;
          priorities.push(priorityOf(number, heading.rest, event.row.place));
          assembler.under = number;
        } else outcomes.push({ ref: heading.ref, text: heading.rest, place: event.row.place });
        break;
      }
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

function priorityOf(number: number, title: string, place: Place): RawPriority {
  return { number, title, objectives: [], accountable: [], place };
}

/** "2 | Practice | | |" above 2.1 and 2.2 is a heading: a reference of fewer levels than an action's, and words alone. */
function headingInRow(row: PlanRow, mode: RefMode, tags: TagReader): LeadingRef | null {
  if (mode.depth < 2) return null;
  const words = wordsOfRow(row, tags);
  if (!isHeadingRow(words) || (row.only !== null && tags.takeWhole(row.only.text) !== null)) return null;
  const beside = wholeRef(words.margin);
  const front =
    beside === null
      ? leadingRef(words.action === '' ? words.margin : words.action)
      : { ...beside, rest: words.action };
  return front !== null && front.rest !== '' && depthOf(front.ref) < mode.depth ? front : null;
}

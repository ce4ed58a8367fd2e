import type { SourceDocument } from '../../../../platform/intake/source-document.ts';
import type { PlanEvent } from './plan-events.rule.ts';
import { readPriorityHeading } from '../marks/plan-headings.rule.ts';

/** How far above the plan its title may stand. */
const FARTHEST = 40;

/** The plan's own title: the nearest heading above it that speaks of a plan. Null where there is none. */
export function readTitle(document: SourceDocument, events: readonly PlanEvent[]): string | null {
  const [first] = events;
  if (first === undefined) return null;
  const place = first.kind === 'row' ? first.row.place : first.place;
  const at = document.blocks.findIndex((block) => block.place === place);
  const from = first.kind === 'section' ? at : at - 1;
  for (let i = from; i >= Math.max(0, at - FARTHEST); i -= 1) {
    const block = document.blocks[i];
    if (block === undefined || block.kind === 'row') continue;
    const short = block.text.length <= 120 && !/[.;:]$/.test(block.text);
    if (short && /\bplan\b/i.test(block.text) && readPriorityHeading(block.text) === null) return block.text;
  }
  return null;
}

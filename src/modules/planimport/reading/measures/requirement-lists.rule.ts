import type { Block, Place } from '../../../../platform/intake/source-document.ts';
import type { Requirement, RequirementSet } from '../../../improvement/index.ts';
import { sourceOf } from '../checks/problems.rule.ts';
import type { TagCode } from '../marks/tag-legend.rule.ts';
import { readTargets } from './targets.rule.ts';

const ITEM = /^\(?(\d{1,3})[.)]\s+(.+)$/s;
const DEADLINE =
  /^(?:immediately|(?:with)?in\s+(?:\w+\s+){1,3}(?:days?|weeks?|months?|years?)|by\s+.{3,30})\s*:?$/i;
/** A label above numbered items is short; anything longer is a paragraph of prose. */
const LONGEST_LABEL = 120;
/** How many blocks of prose may stand between the heading of a list, or one item, and the next item. */
const FARTHEST = 8;

interface Draft {
  readonly number: number;
  text: string;
  readonly section: string | null;
  readonly deadline: string | null;
  readonly subItems: string[];
  readonly first: Place;
  last: Place;
}

/**
 * Finds the numbered list under the heading that speaks of each set in the key ("Core Tasks": "Our core strategy: the
 * ten core tasks"), with the section and the deadline each item stands under.
 */
export function readRequirementLists(
  blocks: readonly Block[],
  codes: readonly TagCode[],
): readonly RequirementSet[] {
  return codes.flatMap(({ code, title }): RequirementSet[] => {
    let best: readonly Draft[] = [];
    blocks.forEach((block, index) => {
      if (block.kind === 'row' || !speaksOf(block.text, title)) return;
      const items = readList(blocks, index + 1, codes, title);
      if (items.length > best.length) best = items;
    });
    return best.length === 0
      ? []
      : [{ code, title, requirements: best.map((item) => requirementOf(item, code)) }];
  });
}

/** Whether a heading holds every telling word of a title, however either is spelt out. */
function speaksOf(heading: string, title: string): boolean {
  if (heading.length > LONGEST_LABEL) return false;
  const words = stems(heading);
  return stems(title).every((stem) => words.includes(stem));
}

function stems(text: string): readonly string[] {
  return (text.toLowerCase().match(/\p{L}{3,}/gu) ?? [])
    .filter((word) => !/^(?:the|and|for|our)$/.test(word))
    .map((word) => word.replace(/s$/, ''));
}

function readList(
  blocks: readonly Block[],
  from: number,
  codes: readonly TagCode[],
  title: string,
): readonly Draft[] {
  const items: Draft[] = [];
  let section: string | null = null;
  let deadline: string | null = null;
  let since = 0;
  for (let i = from; i < blocks.length && since < FARTHEST; i += 1) {
    const block = blocks[i];
    if (block === undefined || block.kind === 'row') break;
    const match = ITEM.exec(block.text);
    if (match?.[2] !== undefined && Number(match[1]) === items.length + 1) {
      items.push({
        number: items.length + 1,
        text: match[2].trim(),
        section,
        deadline,
        subItems: [],
        first: block.place,
        last: block.place,
      });
      since = 0;
      continue;
    }
    const last = items.at(-1);
    const isBullet = block.kind === 'paragraph' && block.parts.some((part) => part.kind === 'bullet');
    if (isBullet && last !== undefined && since === 0) {
      last.subItems.push(block.text);
      last.last = block.place;
      continue;
    }
    since += 1;
    if (codes.some((other) => other.title !== title && speaksOf(block.text, other.title))) break;
    if (block.text.length > LONGEST_LABEL) continue;
    if (DEADLINE.test(block.text)) deadline = block.text.replace(/\s*:$/, '');
    else {
      section = labelOf(block.text);
      deadline = null;
    }
  }
  return items;
}

/** "Areas for improvement for SAFEGUARDING" is the section Safeguarding; "We will improve the system by" stays. */
function labelOf(text: string): string {
  const label = text
    .replace(/^areas?\s+(?:for|of)\s+improvement\s*(?:for|:|[-–—])?\s*/i, '')
    .replace(/\s*:$/, '')
    .trim();
  if (label === '') return text;
  return label === label.toUpperCase() ? label.charAt(0) + label.slice(1).toLowerCase() : label;
}

function requirementOf(item: Draft, code: string): Requirement {
  // The semicolon parts the items of the list; it is no part of what is asked.
  const text = [item.text, ...item.subItems].join(' • ').replace(/\s*;$/, '');
  return {
    ref: `${code} ${item.number}`,
    number: item.number,
    text,
    section: item.section,
    deadline: item.deadline,
    targets: [...readTargets(item.text, item.subItems)],
    source: sourceOf(item.first, item.last),
  };
}

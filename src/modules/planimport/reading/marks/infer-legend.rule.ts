import type { Block } from '../../../../platform/intake/source-document.ts';
import type { TagCode } from './tag-legend.rule.ts';

/** How soon after its heading a list must begin. */
const NEAR = 4;
const LONGEST_HEADING = 80;
const FIRST_ITEM = /^\(?1[.)]\s+\S/;

/**
 * What the codes of tags stand for, where the plan prints no key: a heading above a numbered list whose words begin with
 * the code's letters. "R" is for Recommendations, "AFI" for Areas for improvement, "IN" for Improvement Notice targets.
 */
export function inferLegend(blocks: readonly Block[], codes: ReadonlySet<string>): readonly TagCode[] {
  const found = new Map<string, string>();
  blocks.forEach((block, index) => {
    if (
      found.size === codes.size ||
      block.kind === 'row' ||
      block.text.length > LONGEST_HEADING ||
      /^\(?\d/.test(block.text)
    )
      return;
    const initials = (block.text.match(/\b\p{L}/gu) ?? []).join('').toUpperCase();
    const code = [...codes].find((one) => !found.has(one) && initials.startsWith(one));
    const list = blocks
      .slice(index + 1, index + 1 + NEAR)
      .some((next) => next.kind !== 'row' && FIRST_ITEM.test(next.text));
    if (code !== undefined && list) found.set(code, block.text.replace(/\s*:$/, ''));
  });
  return [...found].map(([code, title]) => ({ code, title }));
}

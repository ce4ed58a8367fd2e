import type { Manner } from './holding.rule.ts';

/** A job title as a paper prints it, taken apart into the post and how it is held. */
export interface JobTitle {
  readonly post: string;
  /** What the title itself says; null where it says nothing of it. */
  readonly manner: Exclude<Manner, 'substantive'> | null;
}

/**
 * The post that a printed job title names. "Interim Head of Safeguarding" is an interim holder of the post of Head of
 * Safeguarding: the next holder, for good, holds the same post. "(job share)" at the end is how it is held, too.
 */
export function readJobTitle(printed: string): JobTitle {
  const text = printed.replaceAll(/\s+/g, ' ').trim();
  const [, before] = /^(interim|acting)\s+(?=\S)/i.exec(text) ?? [];
  const [, after] = /\s\((interim|acting)\)$/i.exec(text) ?? [];
  const post = text
    .replace(/^(?:interim|acting)\s+(?=\S)/i, '')
    .replace(/\s\((?:interim|acting|job[ -]?share)\)$/i, '');
  const word = (before ?? after)?.toLowerCase();
  return { post, manner: word === 'interim' || word === 'acting' ? word : null };
}

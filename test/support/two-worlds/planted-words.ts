import type { Ask, Reader } from './asking.ts';
import type { RawAnswer } from './normal-answer.ts';
import type { World } from './world.ts';

/** A planted word that got out. */
export interface Escaped {
  readonly who: string;
  readonly request: string;
  readonly what: string;
}

/** Planted words in an answer, but for those that the question said itself. */
export function wordsIn(
  world: World,
  { who }: Reader,
  { asked, answer, toAuditor }: { asked: Ask; answer: RawAnswer; toAuditor: boolean },
): readonly Escaped[] {
  const said = saidIn(asked);
  const shown = `${[...answer.headers].join('\n')}\n${answer.body.toString('latin1')}`;
  return world.words
    .filter(({ alsoFromAuditors }) => alsoFromAuditors || !toAuditor)
    .filter(({ word }) => shown.includes(word) && !said.includes(word))
    .map(({ what }) => ({ who, request: `${asked.method} ${asked.url} in world ${world.name}`, what }));
}

/** Everything a request says, for pages that repeat it. */
export function saidIn({ url, form = {} }: Ask): string {
  return `${url} ${JSON.stringify(form)}`;
}

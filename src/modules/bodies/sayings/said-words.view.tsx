import type { JSX } from 'preact';
import { Tag } from '../../../platform/govuk/index.ts';
import { formatDay, formatMonth, monthOf, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { Said } from './said.rule.ts';
import { WEIGHTS } from './body-words.shape.ts';

/** The paper, its day and the place in it, so that anybody can look it up. */
export function SaidBy(props: { said: Said }): JSX.Element {
  const { source, statedOn, place } = props.said;
  return (
    <span class="tl-aside">
      {place === null ? '' : `${capitalised(place)}. `}
      {sourceInWords(source, statedOn)}
    </span>
  );
}

/** The paper and its day, which many papers have in their title already. */
export function sourceInWords(source: string, statedOn: PlainDay): string {
  const day = formatDay(statedOn);
  const month = formatMonth(monthOf(statedOn));
  return source.includes(day) || source.endsWith(month) ? source : `${source}, ${day}`;
}

/** Shown where what is said is not yet approved: a reader must not take a proposal for what is. */
export function Firmness(props: { said: Pick<Said, 'weight'> }): JSX.Element | null {
  return props.said.weight === 'proposed' ? (
    <>
      {' '}
      <Tag class="govuk-tag--yellow tl-tag-line">{WEIGHTS.proposed}</Tag>
    </>
  ) : null;
}

export function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

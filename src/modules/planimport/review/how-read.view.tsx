import type { JSX } from 'preact';
import { Details } from '../../../platform/govuk/details.tsx';
import { Tag } from '../../../platform/govuk/tag.tsx';
import type { RowDecision } from './draft-rows.rule.ts';
import type { HowRead, Provenance } from '../../improvement/index.ts';

const WORDS: Readonly<Record<HowRead, string>> = {
  stated: 'Stated',
  inferred: 'Inferred',
  corrected: 'Corrected',
  'by-hand': 'Put right by hand',
};

/** How something was read, as a quiet mark beside it. */
export function HowReadMark(props: { how: HowRead; decision?: RowDecision }): JSX.Element {
  if (props.decision === 'corrected' || props.how === 'by-hand')
    return <Tag class="tl-how tl-how--hand">{WORDS['by-hand']}</Tag>;
  return <Tag class={`tl-how tl-how--${props.how}`}>{WORDS[props.how]}</Tag>;
}

/** The mark of one value of a list, where it is not simply as printed. */
export function ValueMark(props: {
  of: Provenance['of'];
  value: string;
  provenance: readonly Provenance[];
}): JSX.Element | null {
  const from = props.provenance.find(({ of, value }) => of === props.of && value === props.value);
  return from === undefined || from.reading === 'stated' ? null : (
    <>
      {' '}
      <HowReadMark how={from.reading} />
    </>
  );
}

/** What the marks say, for whoever meets them first. */
export function HowReadKey(): JSX.Element {
  return (
    <Details summary="What the marks mean">
      <ul class="govuk-list tl-how-key">
        <li>
          <HowReadMark how="stated" /> printed so in the file
        </li>
        <li>
          <HowReadMark how="inferred" /> taken from what stands around it, such as a year or the lead of the
          row above
        </li>
        <li>
          <HowReadMark how="corrected" /> what is printed cannot be, such as 31 June, so the nearest that can
          be was taken
        </li>
        <li>
          <HowReadMark how="by-hand" /> by whoever looked at it before it was accepted
        </li>
      </ul>
    </Details>
  );
}

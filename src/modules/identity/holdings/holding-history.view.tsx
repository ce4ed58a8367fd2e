import type { JSX } from 'preact';
import { Details } from '../../../platform/govuk/index.ts';
import { dayInLondon, formatDay } from '../../../platform/time/plain-day.ts';
import { daysInWords, mannerInWords } from './holding-words.rule.ts';
import type { HoldingChange, RecordedHolding } from './read-holdings.read.ts';
import { capitalised } from './holding-words.view.tsx';

const WORDS: Readonly<Record<HoldingChange, string>> = {
  stated: 'Read from a paper',
  appointed: 'Recorded',
  ended: 'End recorded',
  corrected: 'Corrected',
  withdrawn: 'Taken out: it never was so',
};

/** Every former record of a holding, so that a correction hides nothing; nothing where there was none. */
export function HoldingHistory(props: {
  holding: RecordedHolding;
  history: readonly RecordedHolding[];
}): JSX.Element | null {
  const rows = formerRows(props.holding, props.history);
  if (rows.length < 2) return null;
  return (
    <Details summary="What was recorded before" class="tl-holding__history">
      <ol class="govuk-list">
        {rows.map((row) => (
          <li>
            <span class="tl-quiet">
              {formatDay(dayInLondon(row.recordedAt))}, {row.recordedBy}:
            </span>{' '}
            {WORDS[row.change]}
            {row.change !== 'withdrawn' &&
              `, ${[mannerInWords(row), daysInWords(row)].filter((words) => words !== '').join(', ')}`}
            {row.reason !== null && `. ${capitalised(row.reason)}`}
          </li>
        ))}
      </ol>
    </Details>
  );
}

/** A row and all it replaced, the oldest first. */
export function formerRows(
  holding: RecordedHolding,
  history: readonly RecordedHolding[],
): readonly RecordedHolding[] {
  const before = history.find(({ id }) => id === holding.replaces);
  return before === undefined ? [holding] : [...formerRows(before, history), holding];
}

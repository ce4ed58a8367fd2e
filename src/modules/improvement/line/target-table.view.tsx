import type { JSX } from 'preact';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { figureInWords, targetInWords, targetTimeInWords } from '../plan/target-in-words.rule.ts';
import type { TargetRow } from './requirement-page.query.ts';

/** The quantities a requirement sets, each on a row: what is measured, what must be reached, by when, from where. */
export function TargetTable(props: { targets: readonly TargetRow[] }): JSX.Element {
  return (
    <WideTable
      name="What it must reach"
      caption="What it must reach"
      captionClass="govuk-table__caption--m"
      head={['Measure', 'Must be', 'When', 'Starting from', 'Afterwards']}
      firstCellIsHeader
      rows={props.targets.map((target) => [
        target.measure,
        targetInWords(target),
        targetTimeInWords(target),
        baseline(target),
        target.thereafter === null
          ? '–'
          : target.thereafter === 'minimise'
            ? 'kept as low as can be'
            : 'kept there',
      ])}
    />
  );
}

function baseline({ baselineValue, baselineUnit, baselineWhen }: TargetRow): string {
  if (baselineValue === null) return baselineWhen === null ? '–' : `the level ${baselineWhen}`;
  const figure = figureInWords(baselineValue, baselineUnit);
  return baselineWhen === null ? figure : `${figure} (${baselineWhen})`;
}

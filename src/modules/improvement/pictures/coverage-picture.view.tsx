import type { JSX } from 'preact';
import { CoverageMatrixChart } from './coverage-matrix-chart.view.tsx';
import type { MatrixCell } from './coverage-matrix-data.shape.ts';
import { pagePalette } from '../../../platform/web/page-palette.ts';
import type { CoverageRow } from './coverage.rule.ts';
import type { PlanLine } from '../plan/plan-line.shape.ts';
import type { PlanView } from '../plan/plan-view.shape.ts';
import { shortened } from '../plan/plan-words.rule.ts';

const GROUPS: readonly { readonly grade: CoverageRow['grade']; readonly label: string }[] = [
  { grade: 'gap', label: 'No action carries it' },
  { grade: 'single-thread', label: 'One action carries it' },
  { grade: 'carried', label: 'Several actions carry it' },
];

/** Requirements down, weakest first; outcomes across; a disc where they meet, as large as its number of actions. */
export function CoveragePicture(props: {
  view: PlanView;
  line: PlanLine;
  /** The requirements of this page, weakest first. */
  rows: readonly CoverageRow[];
  title: string;
}): JSX.Element {
  const { view, rows } = props;
  const outcomes = outcomesDrawn(props.line, rows);
  return (
    <div class="tl-chart-scroll" tabIndex={0} role="region" aria-label="Coverage matrix">
      <CoverageMatrixChart
        id="coverage"
        title={props.title}
        description="Requirements down, the weakest first, and outcomes across. A disc stands where actions of the outcome carry the requirement, with their number. The table below says the same."
        palette={pagePalette}
        width={1200}
        groups={GROUPS.map(({ grade, label }) => ({
          label,
          rows: rows
            .filter((row) => row.grade === grade)
            .map(({ requirement, actions }) => ({
              ref: requirement.ref,
              label: shortened(requirement.text, 80),
              href: view.paths.requirement(requirement.ref),
              total: actions.length,
            })),
        })).filter(({ rows }) => rows.length > 0)}
        columns={outcomes.map((outcome) => ({
          ref: outcome.ref,
          label: shortened(outcome.text, 80),
          href: view.paths.outcome(outcome.ref),
          group: String(outcome.priority),
        }))}
        cells={rows.flatMap((row) => cellsOf(view, row))}
      />
    </div>
  );
}

/** More outcomes than this cannot be told apart side by side: then only those that carry something here are drawn. */
const OUTCOMES_SIDE_BY_SIDE = 60;

function outcomesDrawn(line: PlanLine, rows: readonly CoverageRow[]): PlanLine['outcomes'] {
  if (line.outcomes.length <= OUTCOMES_SIDE_BY_SIDE) return line.outcomes;
  const carrying = new Set(rows.flatMap((row) => row.actions.map(({ outcomeRef }) => outcomeRef)));
  return line.outcomes.filter(({ ref }) => carrying.has(ref));
}

function cellsOf(view: PlanView, { requirement, actions }: CoverageRow): MatrixCell[] {
  const counts = new Map<string, number>();
  for (const { outcomeRef } of actions) counts.set(outcomeRef, (counts.get(outcomeRef) ?? 0) + 1);
  return [...counts].map(([column, count]) => ({
    row: requirement.ref,
    column,
    count,
    href: view.paths.actions({ requirement: requirement.ref, outcome: column }),
  }));
}

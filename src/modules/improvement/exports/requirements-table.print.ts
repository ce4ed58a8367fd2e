import { coverageOf } from '../pictures/coverage.rule.ts';
import { listRequirements } from '../rows/list-requirements.read.ts';
import { placeInWords } from '../plan/plan-words.rule.ts';
import { COVERAGE_WORDS } from './coverage-table.print.ts';
import { joined, type ListSource, type ListTable } from './list-table.shape.ts';

/** Requirements, a row each, with the actions that carry them and how many people answer for those. */
export async function requirementsTable({ db, plan, query, line, places }: ListSource): Promise<ListTable> {
  const { rows } = await listRequirements(db, plan, query);
  const covered = new Map(coverageOf(line).rows.map((row) => [row.requirement.ref, row]));
  return {
    title: 'Requirements',
    showsStates: false,
    columns: [
      { heading: 'Requirement', kind: 'reference' },
      { heading: 'What is required', kind: 'text' },
      { heading: 'Set', kind: 'text' },
      { heading: 'Section', kind: 'text' },
      { heading: 'Deadline', kind: 'text' },
      { heading: 'Quantities it sets', kind: 'number' },
      { heading: 'Coverage', kind: 'text' },
      { heading: 'Actions', kind: 'number' },
      { heading: 'Actions that carry it', kind: 'text' },
      { heading: 'Leads', kind: 'number' },
      { heading: 'Where in the source', kind: 'text' },
    ],
    rows: rows.map((row) => [
      row.ref,
      row.text,
      row.setTitle,
      row.section,
      row.deadline,
      row.targets,
      COVERAGE_WORDS[covered.get(row.ref)?.grade ?? 'gap'],
      row.actions,
      joined((covered.get(row.ref)?.actions ?? []).map(({ ref }) => ref)),
      row.leads,
      placeInWords(places.requirement(row.ref)),
    ]),
  };
}

import { type Difference, fieldsChanged, type Matched, matchItems, wordsOf } from './match-items.rule.ts';
import type { Action, Milestone } from '../plan/plan-reading.shape.ts';

/** A row of an action, known by the action's reference and its place in it (from 1). */
interface Row {
  readonly ref: string;
  readonly milestone: Milestone;
}

/**
 * Compares the rows of actions. Rows of an action that stayed are known again by what they print, then by their measures,
 * then by their order; a row that left one action and stands word for word in another has moved.
 */
export function compareRows(actions: Matched<Action>): readonly Difference[] {
  const changed: Difference[] = [];
  const left: Row[] = actions.gone.flatMap(rowsOf);
  const fresh: Row[] = actions.added.flatMap(rowsOf);
  for (const [before, after] of actions.pairs) {
    const matched = matchRows(rowsOf(before), rowsOf(after));
    for (const [old, now] of matched.pairs) {
      const fields = fieldsChanged(fieldsOf(old.milestone), fieldsOf(now.milestone));
      if (fields.length > 0) changed.push(difference('changed', now, null, fields));
    }
    left.push(...matched.gone);
    fresh.push(...matched.added);
  }
  const moved = matchBy(left, fresh, ({ milestone }) =>
    milestone.measures.length === 0 ? '' : printOf(milestone),
  );
  return [
    ...changed,
    ...moved.pairs.map(([old, now]) => difference('moved', now, old.ref, [])),
    ...moved.added.map((row) => difference('added', row, null, [])),
    ...moved.gone.map((row) => difference('gone', row, row.ref, [])),
  ];
}

function rowsOf({ ref, milestones }: Action): readonly Row[] {
  return milestones.map((milestone, index) => ({ ref: `${ref} row ${index + 1}`, milestone }));
}

function matchRows(before: readonly Row[], after: readonly Row[]): Matched<Row> {
  let rest: Matched<Row> = { pairs: [], added: after, gone: before };
  const keys: ((row: Row) => string)[] = [
    ({ milestone }) => printOf(milestone),
    ({ milestone }) => wordsOf(milestone.measures),
    ({ milestone }) => milestone.timescaleAsPrinted,
  ];
  for (const key of keys) {
    const next = matchBy(rest.gone, rest.added, key);
    rest = { pairs: [...rest.pairs, ...next.pairs], added: next.added, gone: next.gone };
  }
  // What is left is known by its order alone.
  const count = Math.min(rest.gone.length, rest.added.length);
  const inOrder = rest.added.slice(0, count).flatMap((now, index): (readonly [Row, Row])[] => {
    const old = rest.gone[index];
    return old === undefined ? [] : [[old, now]];
  });
  return { pairs: [...rest.pairs, ...inOrder], added: rest.added.slice(count), gone: rest.gone.slice(count) };
}

/** Pairs rows that give the same key; an empty key pairs nothing. */
function matchBy(before: readonly Row[], after: readonly Row[], key: (row: Row) => string): Matched<Row> {
  const keyed = (rows: readonly Row[], side: string) =>
    rows.map((row, index) => ({ ref: key(row) === '' ? `${side}${index}` : key(row), row }));
  const { pairs, added, gone } = matchItems(keyed(before, '\0before'), keyed(after, '\0after'), () => '');
  return {
    pairs: pairs.map(([old, now]) => [old.row, now.row] as const),
    added: added.map(({ row }) => row),
    gone: gone.map(({ row }) => row),
  };
}

function printOf(milestone: Milestone): string {
  return [milestone.timescaleAsPrinted, wordsOf(milestone.leads), wordsOf(milestone.measures)]
    .join('\n')
    .trim();
}

function fieldsOf(milestone: Milestone): Readonly<Record<string, string>> {
  return {
    timescaleAsPrinted: milestone.timescaleAsPrinted,
    start: milestone.start ?? '',
    end: milestone.end ?? '',
    status: milestone.statusAsPrinted ?? milestone.status ?? '',
    recurrence: milestone.recurrence ?? '',
    leads: wordsOf(milestone.leads),
    measures: wordsOf(milestone.measures),
  };
}

function difference(
  kind: Difference['kind'],
  row: Row,
  formerRef: string | null,
  fields: Difference['fields'],
): Difference {
  const { timescaleAsPrinted, measures, source } = row.milestone;
  return {
    thing: 'milestone',
    kind,
    ref: row.ref,
    formerRef,
    words: [timescaleAsPrinted, ...measures.slice(0, 1)].filter((word) => word !== '').join(': '),
    fields,
    source,
  };
}

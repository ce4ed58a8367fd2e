import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { isOpenTo } from '../../../platform/web/access.ts';
import type { RouteFact } from '../../../platform/web/route.ts';
import { type Asker, ROLE_WORDS, ROLES, somebodyWith } from '../../identity/index.ts';

/** A line of the table of who may use what. */
export interface MatrixRow {
  readonly method: string;
  readonly path: string;
  /** The sentence that has to be true. */
  readonly who: string;
  /** For each column, whether they may. */
  readonly open: readonly boolean[];
}

const SOME_DAY = '2026-01-01' as PlainDay;

/** Whom the table asks about: the public, and somebody with each role and no other. */
export const matrixColumns: readonly { readonly name: string; readonly asker: Asker | undefined }[] = [
  { name: 'The public', asker: undefined },
  ...ROLES.map((role) => ({ name: ROLE_WORDS[role].name, asker: somebodyWith(role) })),
];

/** Who may use each route, by asking the rule that the route itself asks. */
export function accessMatrix(routes: readonly RouteFact[]): readonly MatrixRow[] {
  return routes
    .map(({ method, path, access }) => ({
      method,
      path,
      who: access === 'public' ? 'anybody' : access.needs,
      open: matrixColumns.map(({ asker }) => isOpenTo(access, asker ?? PUBLIC)),
    }))
    .toSorted((a, b) => a.path.localeCompare(b.path, 'en-GB') || a.method.localeCompare(b.method, 'en-GB'));
}

/** What a rule opens, and to whom. */
export interface RuleRow {
  readonly who: string;
  readonly open: readonly boolean[];
  readonly addresses: readonly string[];
}

/** The same by rule: each sentence once, with every address it guards. */
export function accessRules(routes: readonly RouteFact[]): readonly RuleRow[] {
  const rules = new Map<string, RuleRow>();
  for (const { who, open, method, path } of accessMatrix(routes)) {
    const before = rules.get(who)?.addresses ?? [];
    rules.set(who, { who, open, addresses: [...before, `${method} ${path}`] });
  }
  return [...rules.values()].toSorted(
    (a, b) => b.open.filter(Boolean).length - a.open.filter(Boolean).length || (a.who < b.who ? -1 : 1),
  );
}

/** The table as docs/access-matrix.md holds it. */
export function matrixInMarkdown(routes: readonly RouteFact[]): string {
  const rows = accessMatrix(routes);
  const lines = [
    ['Address', 'Who', ...matrixColumns.map(({ name }) => name)],
    ['---', '---', ...matrixColumns.map(() => ':-:')],
    ...rows.map(({ method, path, who, open }) => [
      `\`${method} ${path}\``,
      who,
      ...open.map((may) => (may ? 'yes' : '–')),
    ]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

const PUBLIC: Asker = { kind: 'visitor', name: 'The public', day: SOME_DAY, grounds: [] };

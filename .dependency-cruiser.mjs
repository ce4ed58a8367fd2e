/**
 * The edge table of docs/architecture.md as rules. A module may import the platform and, from the modules in its row,
 * only their index.ts. Adding an edge is one line here and one in the table; an upward edge needs a decision record.
 */
const MAY_IMPORT = {
  audit: [],
  identity: ['audit'],
  access: ['audit', 'identity'],
  bodies: ['audit', 'identity', 'access'],
  trail: ['audit'],
  balance: ['audit', 'identity', 'access', 'bodies'],
  improvement: ['audit', 'identity', 'access'],
  planimport: ['audit', 'identity', 'access', 'improvement'],
  lineofsight: ['audit', 'identity', 'access', 'improvement'],
};

const moduleRules = Object.entries(MAY_IMPORT).map(([name, allowed]) => ({
  name: `${name}-edges`,
  severity: 'error',
  comment: `${name} may import the platform and ${allowed.length === 0 ? 'no module' : allowed.join(', ')}`,
  from: { path: `^src/modules/${name}/` },
  to: {
    path: '^src/modules/',
    pathNot: [`^src/modules/${name}/`, ...allowed.map((other) => `^src/modules/${other}/index\\.ts$`)],
  },
}));

export default {
  forbidden: [
    ...moduleRules,
    {
      name: 'a-module-has-a-row',
      severity: 'error',
      comment: 'Every module stands in the edge table',
      from: {
        path: '^src/modules/',
        pathNot: Object.keys(MAY_IMPORT).map((name) => `^src/modules/${name}/`),
      },
      to: {},
    },
    {
      name: 'platform-knows-no-council',
      severity: 'error',
      from: { path: '^src/platform/' },
      to: { path: '^src/(modules|cli|app|main)' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'A rule knows no database, no web and no file: only time, money and shapes',
      from: { path: '\\.rule\\.tsx?$' },
      to: { path: '^src/platform/(db|web|govuk|print)/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'pages-do-not-ask',
      severity: 'error',
      comment: 'A view prints what it is given: it does not reach for the database or a command',
      from: { path: '\\.view\\.tsx$' },
      to: { path: '^src/platform/db/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'doors-only',
      severity: 'error',
      comment: 'The composition root and the command line come in by the front door',
      from: { path: '^src/(app|main|cli/)' },
      to: { path: '^src/modules/[^/]+/', pathNot: '^src/modules/[^/]+/index\\.ts$' },
    },
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'tests-stay-outside',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.test\\.tsx?$' },
      to: { path: '(^test/|\\.test\\.tsx?$|^bench/|^tools/)' },
    },
  ],
  options: {
    // Its swc parser cannot read TSX, so the compiler API of TypeScript 5.9 stands beside TypeScript 7 for this alone.
    parser: 'tsc',
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    exclude: { path: '^(dist|data)/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
  },
};

import type { EdgeTable, Targets } from './table.ts';

/*
 * The edge table of docs/architecture.md, and every other rule of who may import whom, as data. `npm run edges` and
 * test/architecture.test.ts hold the tree to it. An edge is one line here and one in the table of the page; an upward
 * one needs a decision record first.
 */

/** Where rows are read and written. */
const DATABASE: Targets = { platform: ['db'], packages: ['kysely', 'pg'] };
/** Files that ask or change something when they are called. */
const ASKS_OR_CHANGES: Targets = { kinds: ['command', 'write', 'query', 'read', 'job', 'port', 'route'] };
const PURE: Targets = {
  kinds: ['shape', 'rule'],
  atTheModule: ['paths.ts'],
  // Charts answer numbers with numbers: how wide a text is, where a mark goes. The files are plain functions of values.
  platform: ['time', 'money', 'charts', 'counted.ts', 'grouped-by.ts', 'hidden-characters.ts'],
  packages: [
    'zod',
    'fraction.js',
    'diff',
    '@zxcvbn-ts/core',
    '@zxcvbn-ts/language-common',
    '@zxcvbn-ts/language-en',
  ],
};

/** The rules of this house. */
export const EDGE_TABLE: EdgeTable = {
  // A module may import the platform and, of the modules in its row, only their index.ts. Ground floor first: a row may
  // only name rows above it.
  modules: {
    audit: [],
    identity: ['audit'],
    access: ['audit', 'identity'],
    trail: ['audit'],
    bodies: ['audit', 'identity', 'access'],
    balance: ['audit', 'identity', 'access', 'bodies'],
    improvement: ['audit', 'identity', 'access'],
    planimport: ['audit', 'identity', 'access', 'improvement'],
    lineofsight: ['audit', 'identity', 'access', 'improvement'],
  },

  // What app.ts and the command line may open of a module.
  doors: ['index.ts', 'module.ts'],

  // What opens shapes and rules of a module alone, for what runs where nothing else of it may be loaded: the process that
  // reads a stranger's file, or a browser.
  doorOfShapes: 'shapes.ts',

  // What lies in a module itself and not in one of its rooms.
  atTheModule: [
    'index.ts',
    'shapes.ts',
    'module.ts',
    'paths.ts',
    'permissions.ts',
    'events.ts',
    'belongings.ts',
    'dependencies.ts',
  ],
  filesInARoom: 20,

  // A file in a room has one of these suffixes, or none: then it is a command.
  kinds: {
    route: {
      suffixes: ['.route.ts', '.route.tsx'],
      mayNot: { packages: ['kysely', 'pg'] },
      rule: 'a route holds no SQL',
    },
    query: { suffixes: ['.query.ts'] },
    read: { suffixes: ['.read.ts'] },
    view: {
      suffixes: ['.view.tsx'],
      mayNotCall: [DATABASE, ASKS_OR_CHANGES],
      rule: 'a view prints what it is given: of the database, queries and commands it knows types alone',
    },
    form: {
      suffixes: ['.form.ts', '.form.tsx'],
      mayNotCall: [DATABASE, ASKS_OR_CHANGES],
      rule: 'a form knows no database, query or command, only their types',
    },
    rule: {
      suffixes: ['.rule.ts'],
      only: PURE,
      typesOf: { platform: ['*'] },
      rule: 'a rule is pure: it imports shapes, rules, platform/time and money, types of the platform and pure packages',
    },
    shape: {
      suffixes: ['.shape.ts'],
      only: PURE,
      typesOf: { platform: ['*'] },
      rule: 'a shape is types and words: it imports shapes, rules, platform/time and money, types of the platform and pure packages',
    },
    print: { suffixes: ['.print.ts', '.print.tsx'] },
    job: { suffixes: ['.job.ts'] },
    write: {
      suffixes: ['.write.ts'],
      takes: ['tx'],
      rule: 'what writes for several commands exports a function that takes tx first',
    },
    port: { suffixes: ['.port.ts'] },
    command: {
      suffixes: [],
      takes: ['tx', 'actor'],
      rule: 'a file without a suffix is a command: it exports a function that takes tx and actor first',
    },
  },
  // Of node:crypto a rule may take what answers the same to the same.
  pureNames: { 'node:crypto': ['createPublicKey', 'hash', 'verify'] },

  // What is known to break a rule, why, and what will mend it, or why it may. An entry that nothing needs is a breach itself.
  stillToMend: [
    {
      rule: 'imports-lead-somewhere',
      file: 'src/platform/intake/read-apart-child.ts',
      why: 'the process that reads a file is told by the one that starts it which function of which file does',
    },
    {
      rule: 'by-suffix',
      file: 'src/modules/access/credentials/check-credentials.ts',
      why: 'looks at what was typed in transactions of its own: cut by the one way into a handler',
    },
    {
      rule: 'by-suffix',
      file: 'src/modules/access/credentials/passkeys.ts',
      why: 'three readings and two commands round a library: cut by the one way into a handler',
    },
    {
      rule: 'by-suffix',
      file: 'src/modules/access/provider/sign-in-through-provider.ts',
      why: 'opens its transactions itself: cut by the one way into a handler',
    },
    {
      rule: 'by-suffix',
      file: 'src/modules/audit/recording/record-read.ts',
      why: 'a reading is recorded in a transaction of its own where it is outside one',
    },
    {
      rule: 'by-suffix',
      file: 'src/modules/identity/asking/act-for.ts',
      why: 'opens the transaction of whoever asks: becomes the one way into a handler',
    },
  ],
};

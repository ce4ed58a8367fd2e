import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { printBreach } from '../tools/edges/breach.ts';
import { EDGE_TABLE } from '../tools/edges/edge-table.ts';
import { findBreaches } from '../tools/edges/find-breaches.ts';
import type { EdgeTable } from '../tools/edges/table.ts';

/** The table of the house over three made-up modules. */
const TABLE: EdgeTable = {
  ...EDGE_TABLE,
  modules: { ground: [], hall: ['ground'], attic: ['ground'] },
  stillToMend: [],
};

/** A small house in which every kind of file stands and nothing is wrong. */
const SOUND: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    dependencies: { kysely: '1', zod: '1', fastify: '1', '@scope/listed': '1' },
    devDependencies: { vitest: '1' },
  }),
  'src/app.ts': `import { hall } from './modules/hall/index.ts';
    import { addHall } from './modules/hall/module.ts';`,
  'src/cli/main.ts': `const { hall } = await import('../modules/hall/index.ts');`,
  'src/platform/db/index.ts': `import { sql, type Transaction } from 'kysely'; export type Tx = Transaction<object>; export const ask = sql;`,
  'src/platform/web/page.tsx': `export const Page = () => <main>import it from 'here'</main>; export interface Crumb { text: string }`,
  'src/platform/time/plain-day.ts': `export type PlainDay = string; export const today = '2027-03-31';`,
  'src/modules/ground/index.ts': `export { type Soil, isFirm } from './soil/soil.rule.ts';
    export { digDown } from './soil/dig-down.ts'; export { soilOn } from './soil/soil.read.ts';`,
  'src/modules/ground/shapes.ts': `export { isFirm } from './soil/soil.rule.ts';`,
  'src/modules/ground/soil/soil.rule.ts': `import { hash, verify } from 'node:crypto'; import { z } from 'zod';
    import { today } from '../../../platform/time/plain-day.ts'; import type { Crumb } from '../../../platform/web/page.tsx';
    export type Soil = Crumb; export const isFirm = () => today;`,
  'src/modules/ground/soil/dig-down.ts': `import type { Tx } from '../../../platform/db/index.ts';
    export async function digDown(tx: Tx, actor: string, depth = 1): Promise<void> {}`,
  'src/modules/ground/soil/soil.read.ts': `import { ask } from '../../../platform/db/index.ts'; export interface SoilRow { id: string } export const soilOn = ask;`,
  'src/modules/ground/soil/soil.rule.test.ts': `import { expect } from 'vitest'; import { isFirm } from '../index.ts';`,
  'src/modules/hall/index.ts': `export { hall } from './door/door.route.tsx';`,
  'src/modules/hall/module.ts': `export { hall as addHall } from './door/door.route.tsx';`,
  'src/modules/hall/paths.ts': `export const hallPaths = {};`,
  'src/modules/hall/events.ts': `export const hallEvents = [];`,
  'src/modules/hall/door/door.route.tsx': `import { z } from 'zod'; import { openDoor } from './open-door.ts'; import { DoorPage } from './door.view.tsx';
    import { worker } from './door.port.ts'; export const hall = 1;`,
  'src/modules/hall/door/door.port.ts': `export const worker = (ts: boolean) => new Worker(new URL(\`./door-worker.\${ts ? 'ts' : 'js'}\`, import.meta.url));`,
  'src/modules/hall/door/open-door.ts': `import { digDown, isFirm } from '../../ground/index.ts'; import { hallEvents } from '../events.ts';
    export const openDoor = async (tx: object, actor: string) => digDown(tx, actor);`,
  'src/modules/hall/door/door.write.ts': `function keepDoor(tx: object) {} export { keepDoor };`,
  'src/modules/hall/door/door.view.tsx': `import type { Soil } from '../../ground/index.ts'; import { isFirm, type SoilRow } from '../../ground/index.ts';
    import type { openDoor } from './open-door.ts'; import type { Tx } from '../../../platform/db/index.ts';
    import { Page } from '../../../platform/web/page.tsx';
    /* import { ask } from '../../../platform/db/index.ts' */ export const DoorPage = () => <Page />; // import x from 'unlisted'
    const said = "import { ask } from 'unlisted'"; const also = \`import('unlisted')\`;`,
  'src/modules/hall/door/door.form.ts': `import { z } from 'zod'; import type { SoilRow } from '../../ground/index.ts';`,
  'src/modules/hall/door/door.shape.ts': `import { hallPaths } from '../paths.ts'; import { isFirm } from '../../ground/index.ts'; import type { Tx } from '../../../platform/db/index.ts';`,
  'src/modules/hall/door/door.query.ts': `import { soilOn } from '../../ground/index.ts'; import { sql } from 'kysely';`,
  'src/modules/hall/door/door.print.tsx': `import { Page } from '../../../platform/web/page.tsx';`,
  'src/modules/hall/door/door.job.ts': `import { worker } from './door.port.ts';`,
  'src/modules/hall/steps/steps.rule.ts': `import { isFirm } from '../../ground/shapes.ts'; import type { Step } from '../door/door.shape.ts';`,
  'src/modules/hall/steps/high/high.rule.ts': `import type { Step } from '../steps.rule.ts';`,
  'src/modules/attic/index.ts': `export {};`,
  'test/support/door.ts': `import { openDoor } from '../../src/modules/hall/door/open-door.ts'; import { it } from 'vitest';`,
  'bench/run.mjs': `await import(process.argv[2]);`,
};

const house = mkdtempSync(path.join(tmpdir(), 'throughline-edges-'));
afterAll(() => rmSync(house, { recursive: true, force: true }));
put(SOUND);

/** Writes files; null takes one away. */
function put(files: Readonly<Record<string, string | null>>): void {
  for (const [file, text] of Object.entries(files)) {
    const whole = path.join(house, file);
    mkdirSync(path.dirname(whole), { recursive: true });
    if (text === null) rmSync(whole);
    else writeFileSync(whole, text);
  }
}

/** The breaches of the sound house with these files added or written anew; null takes one away. */
function plant(changes: Readonly<Record<string, string | null>> = {}, table = TABLE): string[] {
  put(changes);
  try {
    return findBreaches(house, table).breaches.map(printBreach);
  } finally {
    put(Object.fromEntries(Object.keys(changes).map((file) => [file, SOUND[file] ?? null])));
  }
}

/** What is planted, in which file, its text, how the one breach goes on after the file, and what else must be there. */
type Fault = readonly [
  what: string,
  file: string,
  text: string,
  found: string,
  more?: Readonly<Record<string, string>>,
];

const FAULTS: readonly Fault[] = [
  // Modules
  [
    'a module imports one that its row lacks',
    'src/modules/ground/soil/soil.read.ts',
    `\n\nimport { attic } from '../../attic/index.ts';`,
    ':3 imports src/modules/attic/index.ts: ground may import the platform and no module',
  ],
  [
    'a module takes only a type of one that its row lacks',
    'src/modules/attic/beams/beam.query.ts',
    `import type { Hall } from '../../hall/index.ts';`,
    ':1 imports src/modules/hall/index.ts: attic may import the platform and ground',
  ],
  [
    'a module goes round the door of another',
    'src/modules/attic/beams/beam.query.ts',
    `import { soilOn } from '../../ground/soil/soil.read.ts';`,
    ':1 imports src/modules/ground/soil/soil.read.ts: another module is entered by its index.ts',
  ],
  [
    'a test goes round the door of another',
    'src/modules/attic/beams/beam.query.test.ts',
    `import { soilOn } from '../../ground/soil/soil.read.ts';`,
    ':1 imports src/modules/ground/soil/soil.read.ts',
  ],
  [
    'a module knows the program',
    'src/modules/attic/beams/beam.query.ts',
    `import { build } from '../../../cli/build.ts';`,
    ':1 imports src/cli/build.ts: a module does not know the program',
    { 'src/cli/build.ts': 'export const build = 1;' },
  ],
  [
    'a module has no row',
    'src/modules/shed/index.ts',
    `export {};`,
    ':1 lies in the module shed: every module stands in the edge table',
  ],
  [
    'a thread is started from another module',
    'src/modules/attic/beams/beam.port.ts',
    `new Worker(new URL('../../hall/door/door.job.ts', import.meta.url));`,
    ':1 imports src/modules/hall/door/door.job.ts',
  ],
  [
    "a thread whose ending is worked out is another module's",
    'src/modules/attic/beams/beam.port.ts',
    `const at = new URL(\`../../hall/door/door.job.\${ending}\`, import.meta.url);`,
    ':1 imports src/modules/hall/door/door.job.ts',
  ],
  [
    'a type is written as an import',
    'src/modules/attic/beams/beam.query.ts',
    `export type Hall = import('../../hall/index.ts').Hall;`,
    ':1 imports src/modules/hall/index.ts',
  ],
  [
    'a name is handed on from another module',
    'src/modules/attic/beams/beam.query.ts',
    `export { hall } from '../../hall/index.ts';`,
    ':1 imports src/modules/hall/index.ts',
  ],
  [
    'all names are handed on',
    'src/modules/attic/beams/beam.query.ts',
    `export * from '../../hall/index.ts';`,
    ':1 imports src/modules/hall/index.ts',
  ],
  [
    'nothing is handed on',
    'src/modules/attic/beams/beam.query.ts',
    `export {} from '../../hall/index.ts';`,
    ':1 imports src/modules/hall/index.ts',
  ],
  [
    'an import is for its effect',
    'src/modules/attic/beams/beam.query.ts',
    `import '../../hall/index.ts';`,
    ':1 imports src/modules/hall/index.ts',
  ],
  [
    'an import waits for its moment',
    'src/modules/attic/beams/beam.print.tsx',
    `const Late = async () => <p>{(await import(\`../../hall/index.ts\`)).hall}</p>;`,
    ':1 imports src/modules/hall/index.ts',
  ],
  [
    'an import says at run time what it is',
    'src/modules/attic/beams/beam.query.ts',
    `const late = (name: string) => import(name);`,
    ':1 imports what is worked out at run time',
  ],
  [
    'an import leads nowhere',
    'src/modules/attic/beams/beam.query.ts',
    `import { gone } from './gone.ts';`,
    ':1 imports ./gone.ts: an import names a file that is there',
  ],
  // Platform, doors, tests, packages
  [
    'the platform knows a module',
    'src/platform/web/thread.ts',
    `import type { Soil } from '../../modules/ground/index.ts';`,
    ':1 imports src/modules/ground/index.ts: the platform imports the platform alone',
  ],
  [
    'the platform knows the program',
    'src/platform/web/thread.ts',
    `import type { Config } from '../../config.ts';`,
    ':1 imports src/config.ts: the platform imports the platform alone',
    { 'src/config.ts': 'export interface Config { port: number }' },
  ],
  [
    'the command line goes round a door',
    'src/cli/soil.ts',
    `import { soilOn } from '../modules/ground/soil/soil.read.ts';`,
    ':1 imports src/modules/ground/soil/soil.read.ts: the program and the command line come in by',
  ],
  [
    'the program takes what tests use',
    'src/modules/attic/beams/beam.query.ts',
    `import { door } from '../../../../test/support/door.ts';`,
    ':1 imports test/support/door.ts: the program imports no test',
  ],
  [
    'the program takes a builder of tests',
    'src/modules/attic/beams/beam.query.ts',
    `import { beam } from '../testing/beam.ts';`,
    ':1 imports src/modules/attic/testing/beam.ts: the program imports no test',
    { 'src/modules/attic/testing/beam.ts': 'export const beam = 1;' },
  ],
  [
    'a package is not listed',
    'src/cli/plot.ts',
    `import { plot } from 'unlisted/deep';`,
    ':1 imports unlisted: every package stands among the dependencies of package.json',
  ],
  [
    'a package with a scope is not listed',
    'src/platform/web/plot.ts',
    `import type { Plot } from '@scope/unlisted/deep';`,
    ':1 imports @scope/unlisted',
  ],
  [
    'a package for tests is in the program',
    'src/cli/plot.ts',
    `import { it } from 'vitest';`,
    ':1 imports vitest: every package stands among the dependencies',
  ],
  [
    'a package that is looked up is not listed',
    'src/cli/plot.ts',
    `import { createRequire } from 'node:module'; const find = createRequire(import.meta.url); find.resolve('unlisted/font.ttf');`,
    ':1 imports unlisted',
  ],
  [
    'a test imports a package that is not listed',
    'test/support/plot.ts',
    `import { plot } from 'unlisted';`,
    ':1 imports unlisted',
  ],
  // Circles
  [
    'two files import one another',
    'src/platform/web/one.ts',
    `import { two } from './two.ts'; export const one = 1;`,
    ':1 imports src/platform/web/two.ts: there are no circles between files (src/platform/web/one.ts -> src/platform/web/two.ts -> src/platform/web/one.ts)',
    { 'src/platform/web/two.ts': `import { one } from './one.ts'; export const two = 1;` },
  ],
  [
    'two files import types of one another',
    'src/platform/web/one.ts',
    `import type { Two } from './two.ts'; export type One = Two;`,
    ':1 imports src/platform/web/two.ts: there are no circles',
    { 'src/platform/web/two.ts': `import { type One } from './one.ts'; export type Two = One;` },
  ],
  [
    'two rooms import one another',
    'src/modules/hall/door/latch.query.ts',
    `\nimport { step } from '../steps/up.query.ts';`,
    ':2 imports src/modules/hall/steps/up.query.ts: rooms of one module import one another in one direction (door -> steps -> door)',
    { 'src/modules/hall/steps/up.query.ts': `export const step = 1;` },
  ],
  [
    'two rooms import one another through the module',
    'src/modules/hall/door/latch.query.ts',
    `import { latch } from '../permissions.ts';`,
    ':1 imports src/modules/hall/permissions.ts: rooms of one module import one another in one direction (door -> steps -> door)',
    {
      'src/modules/hall/permissions.ts': `import { step } from './steps/up.query.ts';`,
      'src/modules/hall/steps/up.query.ts': `export const step = 1;`,
    },
  ],
  // Suffixes
  [
    'a route holds SQL',
    'src/modules/hall/door/latch.route.ts',
    `import { sql } from 'kysely';`,
    ':1 imports kysely: a route holds no SQL',
  ],
  [
    'a view asks the database',
    'src/modules/hall/door/latch.view.tsx',
    `import { ask } from '../../../platform/db/index.ts';`,
    ':1 imports src/platform/db/index.ts: a view prints what it is given',
  ],
  [
    'a view calls a command',
    'src/modules/hall/door/latch.view.tsx',
    `import { openDoor } from './open-door.ts';`,
    ':1 imports src/modules/hall/door/open-door.ts: a view prints what it is given',
  ],
  [
    'a view asks a query',
    'src/modules/hall/door/latch.view.tsx',
    `import { type Row, doors } from './door.query.ts';`,
    ':1 imports src/modules/hall/door/door.query.ts: a view prints what it is given',
  ],
  [
    "a view asks what another module's door hands on",
    'src/modules/hall/door/latch.view.tsx',
    `import { soilOn } from '../../ground/index.ts';`,
    ':1 imports src/modules/ground/index.ts: a view prints what it is given',
  ],
  [
    'a form knows the database',
    'src/modules/hall/door/latch.form.ts',
    `import { ask } from '../../../platform/db/index.ts';`,
    ':1 imports src/platform/db/index.ts: a form knows no database',
  ],
  [
    'a rule takes a value of the platform',
    'src/modules/hall/door/latch.rule.ts',
    `import { Page } from '../../../platform/web/page.tsx';`,
    ':1 imports src/platform/web/page.tsx: a rule is pure',
  ],
  [
    'a rule takes a type of a query',
    'src/modules/hall/door/latch.rule.ts',
    `import type { Row } from './door.query.ts';`,
    ':1 imports src/modules/hall/door/door.query.ts: a rule is pure',
  ],
  [
    'a rule takes a type of a query by a door',
    'src/modules/hall/door/latch.rule.ts',
    `import type { soilOn } from '../../ground/index.ts';`,
    ':1 imports src/modules/ground/index.ts: a rule is pure',
  ],
  [
    'a rule draws at random',
    'src/modules/hall/door/latch.rule.ts',
    `import { hash, randomInt } from 'node:crypto';`,
    ':1 imports node:crypto: a rule is pure',
  ],
  [
    'a rule reads a file',
    'src/modules/hall/door/latch.rule.ts',
    `import { readFileSync } from 'node:fs';`,
    ':1 imports node:fs: a rule is pure',
  ],
  [
    'a rule takes a package that is not pure',
    'src/modules/hall/door/latch.rule.ts',
    `import { fastify } from 'fastify';`,
    ':1 imports fastify: a rule is pure',
  ],
  [
    'a shape takes a type of a command',
    'src/modules/hall/door/latch.shape.ts',
    `import type { openDoor } from './open-door.ts';`,
    ':1 imports src/modules/hall/door/open-door.ts: a shape is types and words',
  ],
  [
    'a command takes no actor',
    'src/modules/hall/door/close-door.ts',
    `export async function closeDoor(tx: object, id: string) {}`,
    ':1 is called close-door.ts: a file without a suffix is a command',
  ],
  [
    'what writes takes no transaction',
    'src/modules/hall/door/latch.write.ts',
    `export function keep(db: object) {} function hidden(tx: object) {}`,
    ':1 is called latch.write.ts: what writes for several commands',
  ],
  [
    'a file has a suffix of no kind',
    'src/modules/hall/door/latch.helper.ts',
    `export {};`,
    ':1 is called latch.helper.ts: a file has one suffix of',
  ],
  [
    'a file has two suffixes',
    'src/modules/hall/door/latch.read.query.ts',
    `export {};`,
    ':1 is called latch.read.query.ts: a file has one suffix of',
  ],
  [
    'a page is called a command',
    'src/modules/hall/door/latch.tsx',
    `export function Latch(tx: object, actor: string) {}`,
    ':1 is called latch.tsx: a file has one suffix of',
  ],
  [
    'a file of a subject lies in the module itself',
    'src/modules/hall/latch.query.ts',
    `export {};`,
    ':1 is called latch.query.ts: a module itself holds index.ts',
  ],
  [
    'a room lies too deep',
    'src/modules/hall/door/lock/key/key.rule.ts',
    `export {};`,
    ':1 is called key.rule.ts: rooms lie in a module, or one floor deeper',
  ],
  [
    'the door of shapes opens what asks',
    'src/modules/hall/shapes.ts',
    `export { openDoor } from './door/open-door.ts';`,
    ':1 imports src/modules/hall/door/open-door.ts: this door opens shapes and rules alone',
  ],
  [
    'a shape knows the events of its module',
    'src/modules/hall/door/latch.shape.ts',
    `import { hallEvents } from '../events.ts';`,
    ':1 imports src/modules/hall/events.ts: a shape is types and words',
  ],
];

describe('the edge check', () => {
  it('finds nothing wrong in a sound house', () => {
    expect(plant()).toEqual([]);
  });

  for (const [what, file, text, found, more = {}] of FAULTS)
    it(`sees that ${what}`, () => {
      // Beside what the file holds already, so that whoever imports it still can.
      const breaches = plant({ ...more, [file]: `${SOUND[file] ?? ''}${text}` });
      expect(breaches).toEqual([expect.stringContaining(`${file}${found}`)]);
    });

  it('lets a room and a file of the module itself import one another', () => {
    expect(
      plant({
        'src/modules/attic/events.ts': `import type { Step } from './steps/up.query.ts';`,
        'src/modules/attic/steps/up.query.ts': `export type Step = string;`,
        'src/modules/attic/steps/down.query.ts': `import type { atticEvents } from '../events.ts';`,
      }),
    ).toEqual([]);
  });

  it('sees that a row names a module below it', () => {
    const modules = { ...TABLE.modules, ground: ['hall'] };
    expect(plant({}, { ...TABLE, modules })).toEqual([
      expect.stringContaining('lets ground import hall: a module may only import those above it'),
    ]);
  });

  it('sees that a room is full, and counts no tests', () => {
    const files = (count: number, ending: string) =>
      Object.fromEntries(
        Array.from({ length: count }, (_, at) => [
          `src/modules/attic/beams/beam-${at}.${ending}`,
          'export {};',
        ]),
      );
    expect(plant({ ...files(20, 'read.ts'), ...files(20, 'read.test.ts') })).toEqual([]);
    expect(plant(files(21, 'read.ts'))).toEqual([
      expect.stringContaining('is one of 21 files in attic/beams'),
    ]);
  });

  it('lets pass what is still to mend, until it is mended', () => {
    const file = 'src/platform/web/thread.ts';
    const table: EdgeTable = {
      ...TABLE,
      stillToMend: [{ rule: 'platform-knows-no-council', file, why: 'a test' }],
    };
    const text = `import type { Soil } from '../../modules/ground/index.ts';`;
    expect(plant({ [file]: text }, table)).toEqual([]);
    expect(plant({ [file]: '' }, table)).toEqual([
      expect.stringContaining(`${file}:1 keeps to platform-knows`),
    ]);
    expect(plant({ [file]: text, 'src/platform/web/other.ts': text }, table)).toHaveLength(1);
  });

  it('is not content with having read nothing', () => {
    const nothing = Object.fromEntries(
      Object.keys(SOUND)
        .filter((file) => file !== 'package.json')
        .map((file) => [file, null]),
    );
    expect(plant(nothing)).toEqual([
      'src/modules:1 holds 0 source files and no import: a check that read nothing has found nothing',
      'src/platform:1 holds 0 source files and no import: a check that read nothing has found nothing',
    ]);
  });

  it('says so where it cannot read a file', () => {
    expect(plant({ 'src/platform/web/torn.ts': `import { one } from './on` })).toEqual([
      expect.stringContaining('src/platform/web/torn.ts:1 cannot be read'),
    ]);
  });
});

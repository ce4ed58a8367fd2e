import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface SourceFile {
  readonly file: string;
  readonly text: string;
}

function sourceIn(folder: string): readonly SourceFile[] {
  return readdirSync(`${ROOT}${folder}`, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\./.test(file))
    .toSorted()
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(`${ROOT}${folder}/${file}`, 'utf8') }));
}

const source = sourceIn('src');

/** Every line that a pattern finds, but for the files where it is meant. */
function found(files: readonly SourceFile[], pattern: RegExp, meantIn: RegExp = /^$/): readonly string[] {
  return files
    .filter(({ file }) => !meantIn.test(file))
    .flatMap(({ file, text }) =>
      text
        .split('\n')
        .filter((line) => pattern.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
}

/** Where JSON is read, and why it may be. */
const OWN_JSON = [
  // Brought files, in the child; and what the child said.
  /^src\/platform\/intake\/(?:read-json|child-frame|read-apart)\.ts$/,
  /^src\/modules\/planimport\/reading\/read-plan-apart\.port\.ts$/,
  // What was kept in the database after it was read so.
  /^src\/modules\/planimport\/draft\/draft\.read\.ts$/,
  // Of 20,000 characters at most; of an answer that is cut off.
  /^src\/modules\/access\/credentials\/passkeys\.ts$/,
  /^src\/modules\/access\/provider\/provider-groups\.port\.ts$/,
  // Sealed or signed by this server.
  /^src\/platform\/(?:secrets\/seal|web\/notice-cookie)\.ts$/,
  // Files beside the program, read at start or by the command line.
  /^src\/platform\/db\/server\//,
  /^src\/(?:cli\/|version\.ts|modules\/audit\/verify\/)/,
  // For tests.
  /^src\/platform\/(?:web\/story|govuk\/fixtures)\//,
];

describe('the source', () => {
  it('was read', () => {
    expect(source.length).toBeGreaterThan(400);
  });

  it('runs no shell, and starts programs in few places: the database server, and the reader of files', () => {
    expect(found(source, /import.*\bexec(Sync)?\b.*child_process|\bshell: *true/)).toEqual([]);
    expect(found(source, /from '(node:)?child_process'/, /^src\/platform\/(db\/server|intake)\//)).toEqual(
      [],
    );
  });

  it('puts nothing into SQL as text but what is written beside it', () => {
    expect(found(source, /sql\.(raw|lit)\(/).map((line) => line.split(':')[0])).toEqual([
      'src/platform/db/migrate.ts',
    ]);
    expect(found(source, /\.query\(\s*`[^`]*\$\{/, /^src\/platform\/db\/server\//)).toEqual([]);
  });

  it('puts markup of its own into pages in few places, and runs no text as code', () => {
    expect(found(source, /\beval\(|new Function\(|setTimeout\(\s*['"`]|vm\.run/)).toEqual([]);
    // Each makes what it puts there out of numbers and of words that it escapes, and has a test of that.
    expect(found(source, /dangerouslySetInnerHTML/).map((line) => line.split(':')[0])).toEqual([
      'src/modules/bodies/structure/diagram-page.view.tsx',
      'src/modules/bodies/structure/diagram-page.view.tsx',
      'src/modules/lineofsight/glance/plan-on-a-page.view.tsx',
      'src/modules/lineofsight/report/standalone-page.print.tsx',
      'src/platform/print/print-html.tsx',
      'src/platform/web/state-mark.tsx',
    ]);
    const script = readFileSync(`${ROOT}assets/js/throughline.js`, 'utf8');
    expect(script).not.toMatch(
      /innerHTML|outerHTML|document\.write|insertAdjacentHTML|\beval\(|localStorage|sessionStorage/,
    );
  });

  it('compares no secret letter by letter: one that was sent is looked up by its hash, or checked by its library', () => {
    const close = [...sourceIn('src/modules/access'), ...sourceIn('src/platform/secrets')];
    const secret = String.raw`\w*(?:token|secret|password|hash|mark|signature|digest|hmac|recoverycode)\w*`;
    const compared = new RegExp(
      String.raw`\b${secret}(?:\([^=]*\))?\s*[!=]==(?!\s*(?:undefined|null|'|"|\d))|[!=]==\s*(?:\w+\.)*${secret}\b|Buffer\.compare\(`,
      'i',
    );
    expect(found(close, compared)).toEqual([
      // Of two marks that are both ours: the one came back sealed, so nobody can try another.
      expect.stringMatching(/^src\/modules\/access\/credentials\/check-credentials\.ts: .*!== passwordMark/),
    ]);
  });

  it('takes every random number for a secret from the system', () => {
    expect(
      found(
        [
          ...sourceIn('src/modules/access'),
          ...sourceIn('src/platform/secrets'),
          ...sourceIn('src/platform/web'),
        ],
        /Math\.random/,
      ),
    ).toEqual([]);
  });

  it('sends nothing to another machine but to the mail server and the council’s own sign-in', () => {
    expect(
      found(
        source,
        /\bfetch\(|from 'node:https?'|from 'undici'|XMLHttpRequest|WebSocket\(/,
        /^src\/modules\/access\/provider/,
      ),
    ).toEqual([]);
  });

  it('reads JSON of a stranger’s in the process that reads files, and otherwise none but short or its own', () => {
    const parses = found(source, /JSON\.parse\(|\.json\(\)/).map((line) => line.split(':')[0] ?? '');
    expect([...new Set(parses)].filter((file) => !OWN_JSON.some((own) => own.test(file)))).toEqual([]);
  });

  it('reads every form in one place, which takes no character that cannot be seen', () => {
    expect(found(source, /[pP]arse\((?:visit\.)?form\b/)).toEqual([]);
  });

  it('copies no visit whole: that reads cookies, address and browser, and so keeps caches from sharing a page', () => {
    expect(found(source, /\.\.\.(?:visit|request)\b(?![.(])|Object\.assign\([^)]*\bvisit\b(?!\.)/)).toEqual(
      [],
    );
  });

  it('asks whose process it is, and makes folders, in one place that minds accounts without a name and strict umasks', () => {
    expect(found(source, /\buserInfo\(/).map((line) => line.split(':')[0])).toEqual([
      'src/platform/own-account.ts',
    ]);
    // The two others are for a moment, or closed on purpose.
    expect(found(source, /\bmkdir(?:Sync)?\(/, /\/testing\//).map((line) => line.split(':')[0])).toEqual([
      'src/platform/db/server/exclusive-file.ts',
      'src/platform/db/server/socket-folder.ts',
      'src/platform/make-folder.ts',
    ]);
  });

  it('asks the database for another than whoever asks only where no cache keeps the answer', () => {
    const asking = source.filter(({ file, text }) => /\bactAs\(/.test(text) && !file.endsWith('/act-as.ts'));
    const routes = asking
      .flatMap(({ text }) => text.split('server.route({').slice(1))
      .filter((route) => /\bactAs\(/.test(route) && /method: 'GET'/.test(route));
    expect(routes.length).toBeGreaterThan(1);
    expect(routes.filter((route) => !/access: 'public',\s*ofOnePerson: true/.test(route))).toEqual([]);
    // One opens the transaction of whoever asks; what the command line does has no answer.
    expect(asking.map(({ file }) => file).filter((file) => !/\.route\.tsx?$/.test(file))).toEqual([
      'src/cli/load-sample.ts',
      'src/modules/identity/asking/act-for.ts',
    ]);
  });

  it('holds no secret', () => {
    const kept = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
    })
      .split('\n')
      .filter((file) => /\.(ts|tsx|mjs|js|json|sql|md|ya?ml|css)$/.test(file) && file !== 'package-lock.json')
      .filter((file) => existsSync(`${ROOT}${file}`));
    const secret =
      /-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_\w{36}\b|\bxox[abp]-\w{10,}|\beyJ[\w-]{20,}\.eyJ/;
    const files = kept.filter(
      (file) =>
        file !== 'test/security/source.test.ts' && secret.test(readFileSync(`${ROOT}${file}`, 'utf8')),
    );
    expect(kept.length).toBeGreaterThan(500);
    expect(files).toEqual([]);
    expect(
      kept.filter((file) =>
        /(^|\/)(\.env|credential-key|form-secret|audit-checkpoint-key|.*\.pem)$/.test(file),
      ),
    ).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OpenForm, openForm } from '../../src/platform/web/story/form-token.ts';
import { crawl } from '../support/crawl.ts';
import { type Part, partsOf } from '../support/page-parts.ts';
import { type SecuredApp, startSecuredApp } from '../support/secured-app.ts';
import { signedInAs } from '../support/signed-in.ts';

/** A form as it stands on a page: where it goes and the names of what can be typed or chosen in it. */
interface FormOnPage {
  readonly action: string;
  /** What can be sent empty. */
  readonly typed: readonly string[];
  /** What is sent only where it was chosen. */
  readonly chosen: readonly string[];
  /** What is sent in any case, with the first button that says something. */
  readonly given: Readonly<Record<string, string>>;
}

/** A form that was turned down: the sentences at its top with where each leads, and what is wrong with the page itself. */
interface TurnedDown {
  readonly problems: ReadonlyMap<string, string>;
  readonly amiss: readonly string[];
}

/** Milliseconds: every form of the program is sent some hundred times, which a busy machine may take long over. */
const PATIENCE = 600_000;

let app: SecuredApp;
let forms: readonly FormOnPage[];

beforeAll(async () => {
  app = await startSecuredApp();
  const { pages } = await crawl(app.server, { cookie: app.everything.cookie });
  const opened = pages.filter(({ answer }) => answer.statusCode === 200 && answer.body.includes('<form'));
  const found = opened.flatMap(({ url, answer }) =>
    partsOf(answer.body)
      .tagged('form')
      .filter((form) => form.attribute('method') === 'post' && form.attribute('enctype') === undefined)
      .map((form) => formOf(form, url)),
  );
  // One of each kind: the same form stands on the page of every person.
  const kinds = new Map(
    found.map((form) => [`${form.action.replaceAll(/\d+|[0-9a-f-]{36}/g, 'n')} ${form.typed.join()}`, form]),
  );
  // Signing out would end the reader's own session.
  forms = [...kinds.values()].filter(
    ({ action, typed }) => typed.length > 0 && !/sign-out|session/.test(action),
  );
});
afterAll(() => app.close());

function formOf(form: Part, url: string): FormOnPage {
  const fields = [...form.all()].filter(({ tag }) => CONTROLS.includes(tag));
  const buttons = form.tagged('button').filter((button) => button.attribute('name') !== undefined);
  const isOf = (kind: 'hidden' | 'checkbox' | 'radio') => (field: Part) => field.attribute('type') === kind;
  const nameOf = (field: Part) => field.attribute('name') ?? '';
  const named = (some: readonly Part[]) => [...new Set(some.map(nameOf))].filter(Boolean);
  const chosen = fields.filter((field) => isOf('checkbox')(field) || isOf('radio')(field));
  return {
    action: form.attribute('action') ?? url,
    typed: named(fields.filter((field) => !chosen.includes(field) && !isOf('hidden')(field))),
    // A box to tick sends its one value or nothing.
    chosen: named(chosen.filter(isOf('radio'))),
    given: Object.fromEntries(
      [...buttons.slice(0, 1), ...fields.filter(isOf('hidden'))].map((field) => [
        nameOf(field),
        field.attribute('value') ?? '',
      ]),
    ),
  };
}

interface Sender {
  readonly form: FormOnPage;
  /** Their session, with the token of a form that was opened in it. */
  readonly open: OpenForm;
}

/** Somebody else for each form: one that is not turned down may end the reader's own session. */
async function senderOf(form: FormOnPage): Promise<Sender> {
  const reader = await signedInAs(app.database.db, ['administrator', 'programme-manager', 'auditor']);
  return { form, open: await openForm(app.server.app, '/sign-in', { cookie: reader.cookie }) };
}

/** Sends a form with the given words in its fields and nothing in the others; null where it was not turned down. */
async function send(
  { form, open }: Sender,
  words: Readonly<Record<string, string>>,
): Promise<TurnedDown | null> {
  const empty = Object.fromEntries(form.typed.map((name) => [name, '']));
  const answer = await app.server.app.inject({
    method: 'POST',
    url: form.action,
    payload: new URLSearchParams({ ...form.given, ...empty, ...words, _csrf: open.token }).toString(),
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      cookie: open.cookie,
    },
  });
  if (answer.statusCode !== 422) return null;
  const page = partsOf(answer.body);
  const links = page.of('govuk-error-summary').flatMap((summary) => summary.tagged('a'));
  const problems = new Map(links.map((link) => [link.words, (link.attribute('href') ?? '').slice(1)]));
  // What a script shows when it is needed is hidden until then.
  const beside = page.of('govuk-error-message').filter((one) => one.attribute('hidden') === undefined);
  return {
    problems,
    amiss: [
      ...[...problems].flatMap(([sentence, id]) => amissWith(page, sentence, id)),
      ...beside
        .map((message) => messageOf(message))
        .filter((sentence) => !problems.has(sentence))
        .map((sentence) => `"${sentence}" stands beside a field and not at the top`),
    ].map((what) => `${form.action}: ${what}`),
  };
}

const messageOf = (message: Part) => message.words.replace(/^Error: /, '');

/** What is wrong with a link at the top: it must lead to something to type into, and the field's own sentence be the same. */
function amissWith(page: Part, sentence: string, id: string): readonly string[] {
  const field = page.withId(id);
  if (field === undefined) return [`"${sentence}" leads to #${id}, which is not on the page`];
  if (!CONTROLS.includes(field.tag))
    return [`"${sentence}" leads to a ${field.tag}, in which nothing can be put right`];
  // The boxes of a day stand in frames of their own within the frame that says what is wrong.
  const group = page
    .of('govuk-form-group')
    .findLast((one) => one.withId(id) !== undefined && one.of('govuk-error-message').length > 0);
  if (group === undefined || !group.of('govuk-error-message').some((one) => messageOf(one) === sentence))
    return [`"${sentence}" leads to #${id}, which says something else of itself`];
  const [first] = [...group.all()].filter(({ tag }) => CONTROLS.includes(tag));
  return first?.attribute('id') === id
    ? []
    : [`"${sentence}" leads to #${id}, which is not the first of its boxes`];
}

const CONTROLS = ['input', 'select', 'textarea'];

const FAR_TOO_LONG = 'x'.repeat(20_000);

describe('every form that is turned down', { timeout: PATIENCE }, () => {
  it('leads from each sentence at its top to the field that says the same of itself', async () => {
    const turnedDown = [];
    for (const form of forms) {
      const sender = await senderOf(form);
      const names = [...form.typed, ...form.chosen];
      turnedDown.push(await send(sender, {}));
      for (const words of [FAR_TOO_LONG, '99'])
        turnedDown.push(await send(sender, Object.fromEntries(names.map((name) => [name, words]))));
    }
    expect(turnedDown.flatMap((one) => one?.amiss ?? [])).toEqual([]);
    // So that the test cannot pass by asking nothing.
    expect(turnedDown.filter((one) => one !== null && one.problems.size > 0).length).toBeGreaterThan(40);
  });

  it('says of a field that is far too long what was not said before, and leads to that field', async () => {
    const astray: string[] = [];
    let asked = 0;
    for (const form of forms) {
      const sender = await senderOf(form);
      const before = await send(sender, {});
      if (before === null) continue;
      for (const name of form.typed) {
        const after = await send(sender, { [name]: FAR_TOO_LONG });
        for (const [sentence, id] of after?.problems ?? []) {
          if (before.problems.has(sentence)) continue;
          asked += 1;
          if (!isOf(name, id))
            astray.push(`${form.action}: too long a ${name}: "${sentence.slice(0, 80)}" leads to #${id}`);
        }
      }
    }
    expect(astray).toEqual([]);
    expect(asked).toBeGreaterThan(50);
  });
});

/** Whether an id is that of a field: of a day its first box, and of boxes that belong together in a row the other one. */
function isOf(name: string, id: string): boolean {
  const field = name.replace(/-(day|month|year)$/, '');
  const row = /-\d+$/.exec(name)?.[0];
  return id === field || id.startsWith(`${field}-`) || (row !== undefined && id.endsWith(row));
}

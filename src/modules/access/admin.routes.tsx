import { type Answer, go, notFound, page, type PageStatus } from '../../platform/web/answer.ts';
import type { Db, Tx } from '../../platform/db/index.ts';
import { valueOf } from '../../platform/web/form-body.ts';
import { type FormProblems, formProblem, readForm } from '../../platform/web/forms.ts';
import { formatDay } from '../../platform/time/plain-day.ts';
import type { WebServer } from '../../platform/web/server.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { actFor, askerOf, identityPaths, isPerson, namesOn, needs, postTitles } from '../identity/index.ts';
import { closeAccount, makeLink, openAccount } from './commands/accounts.ts';
import { endRole, type GiveRole, giveRole } from './commands/role-grants.ts';
import { endSessions } from './commands/sessions.ts';
import type { AccessDependencies } from './dependencies.ts';
import { CloseAccountForm, EndRoleForm, OpenAccountForm, RoleForm } from './forms/admin-forms.ts';
import { accessPaths } from './paths.ts';
import { mayManageAccess, mayReadAccess } from './permissions.ts';
import { accountOf, waysIn } from './queries/accounts.ts';
import { roleGrants, type ShownGrant } from './queries/role-grants.ts';
import { openSessions, personOfSession } from './queries/sessions.ts';
import {
  CloseAccountView,
  EndRoleView,
  OpenAccountView,
  PersonAccessView,
  RoleFormView,
} from './views/person-access-page.tsx';
import { PostRolesView } from './views/post-roles-page.tsx';

/** What an administrator does about one person or one post: roles, the way in, sessions. */
export function addAdminRoutes(server: WebServer, dependencies: AccessDependencies): void {
  const { db } = dependencies;
  const access = needs(mayManageAccess);

  server.route({
    method: 'GET',
    path: '/people/:person/access',
    access: needs(mayReadAccess),
    handler: (visit) => withPerson(visit, db, (person) => personAccess(db, visit, person)),
  });

  server.route({
    method: 'GET',
    path: '/people/:person/access/roles',
    access,
    handler: (visit) => withPerson(visit, db, (person) => giveToPerson(visit, person)),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/access/roles',
    access,
    handler: (visit) =>
      changing(visit, async (tx) =>
        withPerson(visit, tx, async (person) => {
          const read = readForm(RoleForm, visit.form, { days: ['from', 'until'] });
          if (!read.ok) return giveToPerson(visit, person, read.problems);
          const { role, from, until, source } = read.value;
          const result = await giveRole(tx, askerOf(visit), {
            role,
            from,
            until,
            source,
            to: { personId: person.id },
            givenBy: 'person',
          });
          return result.kind === 'given'
            ? go(accessPaths.person(person.id), 'Gave the role.')
            : giveToPerson(visit, person, refusal(result));
        }),
      ),
  });

  server.route({
    method: 'GET',
    path: '/people/:person/access/account',
    access,
    handler: (visit) => withPerson(visit, db, (person) => openPage(visit, person)),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/access/account',
    access,
    handler: (visit) =>
      changing(visit, async (tx) =>
        withPerson(visit, tx, async (person) => {
          const read = readForm(OpenAccountForm, visit.form);
          if (!read.ok) return openPage(visit, person, read.problems);
          const asker = askerOf(visit);
          const opened = await openAccount(tx, asker, { personId: person.id, ...read.value });
          switch (opened.kind) {
            case 'opened':
              return showLink(tx, visit, person);
            case 'name-taken':
              return openPage(
                visit,
                person,
                formProblem('Somebody signs in by that name already', 'signInName'),
              );
            case 'open-already':
              return go(accessPaths.person(person.id), 'They can sign in already.');
            case 'no-such-person':
              return notFound();
          }
        }),
      ),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/access/link',
    access,
    handler: (visit) =>
      changing(visit, (tx) => withPerson(visit, tx, (person) => showLink(tx, visit, person))),
  });

  server.route({
    method: 'GET',
    path: '/people/:person/access/close',
    access,
    handler: (visit) => withPerson(visit, db, (person) => closePage(visit, person)),
  });

  server.route({
    method: 'POST',
    path: '/people/:person/access/close',
    access,
    handler: (visit) =>
      changing(visit, async (tx) =>
        withPerson(visit, tx, async (person) => {
          const read = readForm(CloseAccountForm, visit.form);
          if (!read.ok) return closePage(visit, person, read.problems);
          const closed = await closeAccount(tx, askerOf(visit), person.id, read.value.reason);
          switch (closed.kind) {
            case 'closed':
              return go(accessPaths.person(person.id), 'Closed their way in.');
            case 'last-administrator':
              return closePage(visit, person, formProblem(LAST_ADMINISTRATOR));
            case 'no-such-account':
              return go(accessPaths.person(person.id), 'They could not sign in anyway.');
          }
        }),
      ),
  });

  server.route({
    method: 'GET',
    path: '/posts/:post/roles',
    access,
    handler: (visit) => withPost(visit, db, (post) => postRoles(db, visit, post)),
  });

  server.route({
    method: 'POST',
    path: '/posts/:post/roles',
    access,
    handler: (visit) =>
      changing(visit, async (tx) =>
        withPost(visit, tx, async (post) => {
          const read = readForm(RoleForm, visit.form, { days: ['from', 'until'] });
          if (!read.ok) return postRoles(tx, visit, post, read.problems);
          const { role, from, until, source } = read.value;
          const result = await giveRole(tx, askerOf(visit), {
            role,
            from,
            until,
            source,
            to: { postId: post.id },
            givenBy: 'person',
          });
          return result.kind === 'given'
            ? go(accessPaths.postRoles(post.id), 'Gave the role to whoever holds the post.')
            : postRoles(tx, visit, post, refusal(result));
        }),
      ),
  });

  server.route({
    method: 'GET',
    path: '/access/roles/:grant/end',
    access,
    handler: (visit) => withGrant(visit, db, (grant) => endPage(visit, grant)),
  });

  server.route({
    method: 'POST',
    path: '/access/roles/:grant/end',
    access,
    handler: (visit) =>
      changing(visit, async (tx) =>
        withGrant(visit, tx, async (grant) => {
          const read = readForm(EndRoleForm, visit.form, { days: ['lastDay'] });
          if (!read.ok) return endPage(visit, grant, read.problems);
          const { when, lastDay, reason } = read.value;
          const ended = await endRole(tx, askerOf(visit), grant.id, {
            lastDay: when === 'at-once' ? null : lastDay,
            reason,
          });
          switch (ended.kind) {
            case 'ended':
              return go(homeOf(grant), `Ended the role ${grant.roleName}.`);
            case 'last-administrator':
              return endPage(visit, grant, formProblem(LAST_ADMINISTRATOR));
            case 'ends-before-it-begins':
              return endPage(visit, grant, {
                summary: [{ text: BEFORE_IT_BEGINS, href: '#lastDay-day' }],
                of: (field) => (field === 'lastDay' ? BEFORE_IT_BEGINS : undefined),
              });
            case 'ended-already':
              return go(homeOf(grant), 'That role had ended already.');
            case 'no-such-grant':
              return notFound();
          }
        }),
      ),
  });

  server.route({
    method: 'POST',
    path: '/access/sessions/end',
    access,
    handler: (visit) =>
      changing(visit, async (tx) => {
        const session = valueOf(visit.form, 'session');
        const personId = await personOfSession(tx, session);
        const ended =
          personId === undefined
            ? 0
            : await endSessions(tx, askerOf(visit), personId, 'by-administrator', { only: session });
        return go(
          accessPaths.sessions(),
          ended === 0 ? 'That session was over already.' : 'Ended that session.',
        );
      }),
  });

  /** In one transaction, for whoever asks. */
  function changing(visit: Visit, act: (tx: Tx) => Promise<Answer>): Promise<Answer> {
    return actFor(db, askerOf(visit), act);
  }

  async function showLink(tx: Tx, visit: Visit, person: PersonNamed): Promise<Answer> {
    const origin = dependencies.publicUrl ?? visit.origin;
    const made = await makeLink(
      tx,
      askerOf(visit),
      { personId: person.id, personName: person.name },
      (token) => `${origin}${accessPaths.link(token)}`,
    );
    return made.kind === 'made'
      ? personAccess(tx, visit, person, { newLink: `${origin}${accessPaths.link(made.token)}` })
      : go(accessPaths.person(person.id), 'They cannot sign in. Let them sign in first.');
  }
}

const LAST_ADMINISTRATOR =
  'This is the last administrator who can sign in: without them nobody could ever give a role again. Make somebody else an administrator first, with no last day, and see that they can sign in';
const BEFORE_IT_BEGINS = 'The last day must be the first day of the role or a later one';

interface PersonNamed {
  readonly id: number;
  readonly name: string;
}

async function withPerson(
  visit: Visit<{ readonly person: string }>,
  db: Db | Tx,
  act: (person: PersonNamed) => Answer | Promise<Answer>,
): Promise<Answer> {
  const id = numberIn(visit.params.person);
  if (id === undefined || !(await isPerson(db, id))) return notFound();
  return act({ id, name: (await namesOn(db, [id], visit.today))(id) });
}

async function withPost(
  visit: Visit<{ readonly post: string }>,
  db: Db | Tx,
  act: (post: { readonly id: number; readonly title: string }) => Answer | Promise<Answer>,
): Promise<Answer> {
  const id = numberIn(visit.params.post);
  const title = id === undefined ? undefined : (await postTitles(db, [id])).get(id);
  return id === undefined || title === undefined ? notFound() : act({ id, title });
}

async function withGrant(
  visit: Visit<{ readonly grant: string }>,
  db: Db | Tx,
  act: (grant: ShownGrant) => Answer | Promise<Answer>,
): Promise<Answer> {
  const id = numberIn(visit.params.grant);
  const grant = (await roleGrants(db, visit.today)).find((one) => one.id === id);
  return grant === undefined ? notFound() : act(grant);
}

async function personAccess(
  db: Db | Tx,
  visit: Visit,
  person: PersonNamed,
  shown: { readonly newLink?: string; readonly problems?: FormProblems; readonly status?: PageStatus } = {},
): Promise<Answer> {
  const account = await accountOf(db, person.id);
  return page(
    <PersonAccessView
      frame={visit.frame}
      token={visit.formToken()}
      state={{ form: {}, problems: shown.problems }}
      person={person}
      grants={await roleGrants(db, visit.today, { personId: person.id })}
      throughPosts={await roleGrants(db, visit.today, { throughPostsOf: person.id })}
      account={account}
      ways={await waysIn(db, person.id)}
      sessions={await openSessions(db, visit.today, person.id)}
      newLink={shown.newLink}
      mayChange={mayManageAccess(askerOf(visit))}
    />,
    shown.status ?? 200,
  );
}

function giveToPerson(visit: Visit, person: PersonNamed, problems?: FormProblems): Answer {
  return page(
    <RoleFormView
      {...formOf(visit, problems)}
      whom={person.name}
      crumbs={[
        { text: person.name, href: identityPaths.person(person.id) },
        { text: 'Roles and way in', href: accessPaths.person(person.id) },
      ]}
      action={accessPaths.giveRole(person.id)}
      toPost={false}
    />,
    statusOf(problems),
  );
}

async function postRoles(
  db: Db | Tx,
  visit: Visit,
  post: { readonly id: number; readonly title: string },
  problems?: FormProblems,
): Promise<Answer> {
  return page(
    <PostRolesView
      {...formOf(visit, problems)}
      post={post}
      grants={await roleGrants(db, visit.today, { postId: post.id })}
    />,
    statusOf(problems),
  );
}

function endPage(visit: Visit, grant: ShownGrant, problems?: FormProblems): Answer {
  return page(
    <EndRoleView
      {...formOf(visit, problems)}
      grant={grant}
      whom={grant.person?.name ?? grant.post?.title ?? ''}
      crumbs={[{ text: 'Roles', href: homeOf(grant) }]}
    />,
    statusOf(problems),
  );
}

function openPage(visit: Visit, person: PersonNamed, problems?: FormProblems): Answer {
  return page(<OpenAccountView {...formOf(visit, problems)} person={person} />, statusOf(problems));
}

function closePage(visit: Visit, person: PersonNamed, problems?: FormProblems): Answer {
  return page(<CloseAccountView {...formOf(visit, problems)} person={person} />, statusOf(problems));
}

function formOf(visit: Visit, problems: FormProblems | undefined) {
  return { frame: visit.frame, token: visit.formToken(), state: { form: visit.form, problems } };
}

function statusOf(problems: FormProblems | undefined): PageStatus {
  return problems === undefined ? 200 : 422;
}

/** Where a role stands: with the person or the post it was given to. */
function homeOf({ person, post }: ShownGrant): string {
  if (person !== null) return accessPaths.person(person.id);
  return post === null ? accessPaths.roles() : accessPaths.postRoles(post.id);
}

function refusal(result: Exclude<GiveRole, { kind: 'given' }>): FormProblems {
  const at = (field: string, sentence: string): FormProblems => ({
    summary: [{ text: sentence, href: `#${field}` }],
    of: (name) => (name === field || `${name}-day` === field ? sentence : undefined),
  });
  switch (result.kind) {
    case 'given-already':
      return at(
        'role',
        `That role was given already, from ${formatDay(result.from)}${result.until === null ? '' : ` to ${formatDay(result.until)}`}. End that first, or choose other days`,
      );
    case 'ends-before-it-begins':
      return at('until-day', 'The last day must be the first day or a later one');
    case 'not-with-a-post':
      return at('role', 'That role is given to a person by name, never to a post');
    case 'no-such-person-or-post':
      return formProblem('There is no such person or post any more');
  }
}

function numberIn(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

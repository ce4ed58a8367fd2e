import type { Db, Tx } from '../../../platform/db/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { type Answer, go, notFound, page } from '../../../platform/web/answer.ts';
import { dayProblem, type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf, identityPaths, needs, postTitles } from '../../identity/index.ts';
import {
  formOf,
  LAST_ADMINISTRATOR,
  numberIn,
  type PersonNamed,
  statusOf,
  withPerson,
} from './about-person.route.ts';
import { endRole, type GiveRole, giveRole, type RoleToGive } from './give-role.ts';
import { EndRoleForm, RoleForm } from './admin.form.ts';
import { accessPaths } from '../paths.ts';
import { mayManageAccess } from '../permissions.ts';
import { roleGrants, type ShownGrant } from './role-grants.read.ts';
import { PostRolesView } from './post-roles-page.view.tsx';
import { EndRoleView, RoleFormView } from './role-forms.view.tsx';

/** Giving a role to a person or to a post, and ending one. */
export function addRoleRoutes(server: WebServer, db: Db): void {
  const access = needs(mayManageAccess);

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
      actFor(db, askerOf(visit), async (tx) =>
        withPerson(visit, tx, async (person) => {
          return give(
            tx,
            visit,
            { personId: person.id },
            {
              done: () => go(accessPaths.person(person.id), 'Gave the role.'),
              again: (problems) => giveToPerson(visit, person, problems),
            },
          );
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
      actFor(db, askerOf(visit), async (tx) =>
        withPost(visit, tx, async (post) => {
          return give(
            tx,
            visit,
            { postId: post.id },
            {
              done: () => go(accessPaths.postRoles(post.id), 'Gave the role to whoever holds the post.'),
              again: (problems) => postRoles(tx, visit, post, problems),
            },
          );
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
      actFor(db, askerOf(visit), async (tx) =>
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
              return endPage(visit, grant, dayProblem(BEFORE_IT_BEGINS, 'lastDay'));
            case 'ends-sooner-already':
              return endPage(
                visit,
                grant,
                dayProblem(
                  `It ends sooner already, on ${formatDay(ended.until)}. To make it longer, give the role again from the day after`,
                  'lastDay',
                ),
              );
            case 'ended-already':
              return go(homeOf(grant), 'That role had ended already.');
            case 'no-such-grant':
              return notFound();
          }
        }),
      ),
  });
}

/** Gives the role a form asks for; shows the form again with what is wrong with it. */
async function give(
  tx: Tx,
  visit: Visit,
  to: RoleToGive['to'],
  then: { readonly done: () => Answer; readonly again: (problems: FormProblems) => Answer | Promise<Answer> },
): Promise<Answer> {
  const read = readForm(RoleForm, visit.form, { days: ['from', 'until'] });
  if (!read.ok) return then.again(read.problems);
  const result = await giveRole(tx, askerOf(visit), { ...read.value, to, givenBy: 'person' });
  return result.kind === 'given' ? then.done() : then.again(refusal(result));
}

const BEFORE_IT_BEGINS = 'The last day must be the first day of the role or a later one';

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
  const [grant] = id === undefined ? [] : await roleGrants(db, visit.today, { grantId: id });
  return grant === undefined ? notFound() : act(grant);
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

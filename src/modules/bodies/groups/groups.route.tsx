import type { Db } from '../../../platform/db/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { type Answer, go, page } from '../../../platform/web/answer.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import { dayProblem, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, askerOf, change, needs } from '../../identity/index.ts';
import { recordGroup } from './record-group.ts';
import { GroupForm } from './group.form.ts';
import { bodyPaths } from '../paths.ts';
import { mayKeepBodies } from '../permissions.ts';
import { chamberOn } from './groups-on.read.ts';
import { GroupFormPage } from './group-form.view.tsx';

/** Political groups and who belongs to them from a day. */
export function addGroupRoutes(server: WebServer, db: Db): void {
  const groupPage = async (from: Db, visit: Visit, state: FormState): Promise<Answer> => {
    const { groups } = await chamberOn(from, visit.today);
    return page(
      <GroupFormPage frame={visit.frame} token={visit.formToken()} state={state} groups={groups} />,
      state.problems === undefined ? 200 : 422,
    );
  };

  server.route({
    method: 'GET',
    path: '/bodies/balance/groups',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) => {
        const { groups } = await chamberOn(tx, visit.today);
        const asked = groups.find(({ name }) => name === visit.query.get('group'));
        return groupPage(tx, visit, {
          form:
            asked === undefined
              ? {}
              : { name: asked.name, members: asked.members.map(({ name }) => name).join('\n') },
        });
      }),
  });

  server.route({
    method: 'POST',
    path: '/bodies/balance/groups',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      change(db, visit, mayKeepBodies, async (tx, actor) => {
        const { form } = visit;
        const read = readForm(GroupForm, form, { days: ['from', 'statedOn'] });
        if (!read.ok) return groupPage(tx, visit, { form, problems: read.problems });
        const result = await recordGroup(tx, actor, read.value);
        switch (result.kind) {
          case 'recorded':
            return go(
              bodyPaths.balance(),
              `Recorded ${read.value.name}: ${result.joined} joined, ${result.left} left${result.moved === 0 ? '' : `, ${result.moved} came from another group`}.`,
            );
          case 'lines':
            return groupPage(tx, visit, {
              form,
              problems: {
                summary: result.problems.map(({ sentence }) => ({ text: sentence, href: '#members' })),
                of: (field) => (field === 'members' ? result.problems[0]?.sentence : undefined),
              },
            });
          case 'later-changes':
            return groupPage(tx, visit, {
              form,
              problems: dayProblem(
                `The record has a later change of these members, on ${formatDay(result.day)}: enter the group from that day or later`,
                'from',
              ),
            });
        }
      }),
  });
}

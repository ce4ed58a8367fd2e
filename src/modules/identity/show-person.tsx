import type { Db } from '../../platform/db/index.ts';
import { type Answer, notFound, page, type PageStatus } from '../../platform/web/answer.ts';
import type { Visit } from '../../platform/web/visit.ts';
import { actorOf } from './actor.ts';
import { idFromPath } from './paths.ts';
import { mayChangePeople, mayJudgePeople, mayReadNameHistory } from './permissions.ts';
import { personPage } from './queries/person-page.ts';
import { PersonView } from './views/person-page.tsx';
import type { PersonViewProps } from './views/person-view.ts';

/** A person's page as whoever asks may see it; with a decision that could not be taken, where there is one. */
export async function showPerson(
  db: Db,
  visit: Visit<{ readonly person: string }>,
  judged?: PersonViewProps['judged'],
  status: PageStatus = 200,
): Promise<Answer> {
  const id = idFromPath(visit.params.person);
  const person = id === null ? null : await personPage(db, id, visit.day);
  if (person === null) return notFound();
  const actor = actorOf(visit);
  const mayJudge = mayJudgePeople(actor);
  return page(
    <PersonView
      frame={visit.frame}
      person={person}
      mayChange={mayChangePeople(actor)}
      mayJudge={mayJudge}
      mayReadNameHistory={mayReadNameHistory(actor)}
      token={mayJudge ? visit.formToken() : ''}
      judged={judged}
    />,
    status,
  );
}

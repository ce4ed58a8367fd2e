import type { Db } from '../../../platform/db/index.ts';
import type { PlainDay } from '../../../platform/time/plain-day.ts';
import { type Answer, notFound, page, type PageStatus } from '../../../platform/web/answer.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { askerOf } from '../asking/act-for.ts';
import type { FindFurtherFacts, FurtherFacts } from './further-facts.shape.ts';
import { type FurtherPage, furtherPages } from './further-page.rule.ts';
import { idFromPath } from '../paths.ts';
import { mayChangePeople, mayJudgePeople, mayReadNameHistory } from '../permissions.ts';
import { type PersonPage, personPage } from './person-page.query.ts';
import { PersonView } from './person-page.view.tsx';
import type { PersonViewProps } from './same-or-not.view.tsx';

/** A person's page as whoever asks may see it; with a decision that could not be taken, where there is one. */
export async function showPerson(
  {
    db,
    further,
    findFacts,
  }: {
    readonly db: Db;
    readonly further: readonly FurtherPage[];
    readonly findFacts: readonly FindFurtherFacts[];
  },
  visit: Visit<{ readonly person: string }>,
  judged?: PersonViewProps['judged'],
  status: PageStatus = 200,
): Promise<Answer> {
  const id = idFromPath(visit.params.person);
  const asker = askerOf(visit);
  const found = id === null ? null : await personPage(db, id, visit.day);
  // Somebody whom no paper names and who holds no post is known here only because they sign in: nobody else's business.
  const facts = found === null ? [] : await factsOf(db, findFacts, found, visit.day);
  const person =
    found !== null && (isPublished(found) || facts.length > 0 || mayReadNameHistory(asker)) ? found : null;
  if (person === null) return notFound();
  const mayJudge = mayJudgePeople(asker);
  return page(
    <PersonView
      frame={visit.frame}
      person={person}
      mayChange={mayChangePeople(asker)}
      mayJudge={mayJudge}
      mayReadNameHistory={mayReadNameHistory(asker)}
      token={mayJudge ? visit.formToken() : ''}
      judged={judged}
      facts={facts}
      further={furtherPages(further, asker, person.id)}
    />,
    status,
  );
}

async function factsOf(
  db: Db,
  find: readonly FindFurtherFacts[],
  { records }: PersonPage,
  day: PlainDay,
): Promise<readonly FurtherFacts[]> {
  const found: FurtherFacts[] = [];
  for (const one of find) found.push(await one(db, { records: records.map(({ id }) => id), day }));
  return found.filter(({ items }) => items.length > 0);
}

/** Whether anything is on record that a council publishes: a post held, or a paper that names them. */
function isPublished({ holdings, statements }: PersonPage): boolean {
  return holdings.length > 0 || statements.length > 0;
}

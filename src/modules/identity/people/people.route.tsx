import type { Db } from '../../../platform/db/index.ts';
import { page } from '../../../platform/web/answer.ts';
import { listPage } from '../../../platform/web/pagination.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { askerOf } from '../asking/act-for.ts';
import { show } from '../asking/change.route.ts';
import type { FindFurtherFacts } from './further-facts.shape.ts';
import type { FurtherPage } from './further-page.rule.ts';
import { mayChangePeople, mayReadNameHistory, mayReadPosts } from '../permissions.ts';
import { findPeople, withPosts } from './list-people.read.ts';
import { showPerson } from './show-person.route.tsx';
import { PeopleView } from './people-page.view.tsx';

export const ROWS_ON_A_PAGE = 50;

/** The list of people and each person's page. */
export function addPeopleRoutes(
  server: WebServer,
  db: Db,
  further: readonly FurtherPage[],
  findFacts: readonly FindFurtherFacts[],
): void {
  server.route({
    method: 'GET',
    path: '/people',
    access: 'public',
    handler: (visit) =>
      show(visit, mayReadPosts, async () => {
        const search = searchOf(visit.query);
        const asker = askerOf(visit);
        const everybody = mayReadNameHistory(asker);
        const people = await findPeople(db, { search, day: visit.day, publishedOnly: !everybody });
        const shown = listPage(visit.query, people.length, ROWS_ON_A_PAGE);
        const onPage = people.slice(shown.offset, shown.offset + shown.limit);
        return page(
          <PeopleView
            frame={visit.frame}
            search={search}
            people={await withPosts(db, onPage, visit.day)}
            shown={shown}
            mayChange={mayChangePeople(asker)}
          />,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/people/:person',
    access: 'public',
    handler: (visit) => show(visit, mayReadPosts, () => showPerson({ db, further, findFacts }, visit)),
  });
}

/** What is searched for; more than anybody types is passed over. */
export function searchOf(query: URLSearchParams): string {
  return (query.get('search') ?? '').trim().slice(0, 100);
}

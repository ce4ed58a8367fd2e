import type { Db } from '../../../platform/db/index.ts';
import { page } from '../../../platform/web/answer.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { mayUseOwnAccount } from '../../access/index.ts';
import { askerOf, needs, postsById, postsHeld, recordsOfPerson } from '../../identity/index.ts';
import { workPaths } from '../paths.ts';
import { myWork } from './my-work.query.ts';
import { MyWorkPage } from './my-work-page.view.tsx';

/** What whoever signed in answers for. There is no address of anybody else's work. */
export function addMyWorkRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: workPaths.mine(),
    access: needs(mayUseOwnAccount),
    handler: async (visit) => {
      const asker = askerOf(visit);
      const held = postsHeld(asker).map(({ postId }) => postId);
      const posts = await postsById(db, held);
      const personIds = asker.personId === undefined ? [] : await recordsOfPerson(db, asker.personId);
      return page(
        <MyWorkPage
          frame={visit.frame}
          posts={posts.map(({ title }) => title)}
          work={await myWork(db, { posts, personIds }, visit)}
        />,
      );
    },
  });
}

import type { Db } from '../../../platform/db/index.ts';
import { type Answer, go, notFound, page, goSaying } from '../../../platform/web/answer.ts';
import { formProblem, readForm } from '../../../platform/web/forms.ts';
import { listPage } from '../../../platform/web/pagination.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { askerOf } from '../asking/act-for.ts';
import { change, show } from '../asking/change.route.ts';
import { addPost } from './add-post.ts';
import { changePostHolders } from './change-post-holders.ts';
import { AddPostForm, HoldersForm } from './post.form.ts';
import { type FurtherPage, furtherPages } from '../people/further-page.rule.ts';
import { idFromPath, identityPaths } from '../paths.ts';
import { ROWS_ON_A_PAGE, searchOf } from '../people/people.route.tsx';
import { needs } from '../asking/permission.rule.ts';
import { mayChangePeople, mayReadPosts } from '../permissions.ts';
import { findPosts, withHolders } from './list-posts.read.ts';
import { postPage } from './post-page.query.ts';
import { namesOn } from '../names/read-names.read.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import { AddPostView } from './holding-forms.view.tsx';
import { PostView } from './post-page.view.tsx';
import { PostsView } from './posts-page.view.tsx';

/** The list of posts, each post's page, and adding one. */
export function addPostRoutes(server: WebServer, db: Db, further: readonly FurtherPage[]): void {
  const showPost = (from: Db, visit: Visit<{ readonly post: string }>, state?: FormState) =>
    postAsShown({ db: from, further }, visit, state);

  server.route({
    method: 'GET',
    path: '/posts',
    access: 'public',
    handler: (visit) =>
      show(visit, mayReadPosts, async () => {
        const search = searchOf(visit.query);
        const posts = await findPosts(db, search);
        const shown = listPage(visit.query, posts.length, ROWS_ON_A_PAGE);
        const onPage = posts.slice(shown.offset, shown.offset + shown.limit);
        return page(
          <PostsView
            frame={visit.frame}
            search={search}
            posts={await withHolders(db, onPage, visit.day)}
            shown={shown}
            mayChange={mayChangePeople(askerOf(visit))}
          />,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/posts/:post',
    access: 'public',
    handler: (visit) => show(visit, mayReadPosts, () => showPost(db, visit)),
  });

  server.route({
    method: 'GET',
    path: '/posts/new',
    access: needs(mayChangePeople),
    handler: (visit) => show(visit, mayChangePeople, async () => addPage(visit, { form: {} })),
  });

  server.route({
    method: 'POST',
    path: '/posts/new',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const { form } = visit;
        const read = readForm(AddPostForm, form);
        if (!read.ok) return addPage(visit, { form, problems: read.problems });
        const result = await addPost(tx, actor, read.value);
        return result.kind === 'added'
          ? go(identityPaths.post(result.postId), `Added ${read.value.title}.`)
          : goSaying(identityPaths.post(result.postId), `${read.value.title} is there already: this is it.`);
      }),
  });

  server.route({
    method: 'POST',
    path: '/posts/:post/holders',
    access: needs(mayChangePeople),
    handler: (visit) =>
      change(db, visit, mayChangePeople, async (tx, actor) => {
        const postId = idFromPath(visit.params.post);
        if (postId === null) return notFound();
        const read = readForm(HoldersForm, visit.form);
        if (!read.ok) return showPost(tx, visit, { form: visit.form, problems: read.problems });
        const result = await changePostHolders(tx, actor, { postId, holders: read.value.holders });
        switch (result.kind) {
          case 'changed':
            return go(identityPaths.post(postId), 'Saved how many may hold the post.');
          case 'nothing-changed':
            return goSaying(identityPaths.post(postId), 'Nothing changed.');
          case 'held-by-two': {
            const nameOf = await namesOn(tx, [result.by.personId], visit.day);
            const sentence = `${nameOf(result.by.personId)} and somebody else are recorded in it at once. End one of them, or mark both as a job share`;
            return showPost(tx, visit, { form: visit.form, problems: formProblem(sentence, 'holders') });
          }
          case 'no-such-post':
            break;
        }
        return notFound();
      }),
  });
}

async function postAsShown(
  { db, further }: { readonly db: Db; readonly further: readonly FurtherPage[] },
  visit: Visit<{ readonly post: string }>,
  state?: FormState,
): Promise<Answer> {
  const id = idFromPath(visit.params.post);
  const post = id === null ? null : await postPage(db, id, visit.day);
  if (post === null) return notFound();
  const asker = askerOf(visit);
  const mayChange = mayChangePeople(asker);
  return page(
    <PostView
      frame={visit.frame}
      post={post}
      mayChange={mayChange}
      token={mayChange ? visit.formToken() : ''}
      state={state}
      further={furtherPages(further, asker, post.id)}
    />,
    state === undefined ? 200 : 422,
  );
}

function addPage(visit: Visit, state: FormState): Answer {
  return page(
    <AddPostView frame={visit.frame} token={visit.formToken()} state={state} />,
    state.problems === undefined ? 200 : 422,
  );
}

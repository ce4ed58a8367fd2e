import type { JSX } from 'preact';
import { Button, Pagination } from '../../../platform/govuk/index.ts';
import { asAtInWords, linkAsAt } from '../../../platform/web/as-at.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { type ListPage, paginationFor, shownInWords } from '../../../platform/web/pagination.ts';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { identityPaths } from '../paths.ts';
import type { PostRow } from './list-posts.read.ts';
import { HoldersOnDay } from '../holdings/holding-words.view.tsx';
import { PeopleTabs, SearchForm } from '../people/people-tabs.view.tsx';

/** Every post with who holds it on the day, or that it is vacant. */
export function PostsView(props: {
  frame: Frame;
  search: string;
  posts: readonly PostRow[];
  shown: ListPage;
  mayChange: boolean;
}): JSX.Element {
  const { frame, search, posts, shown } = props;
  const pages = paginationFor(shown, frame.path, frame.query);
  return (
    <Page frame={frame} title="Posts" crumbs={[]}>
      <h1 class="govuk-heading-l">People and posts</h1>
      <PeopleTabs frame={frame} current="posts" />
      <SearchForm frame={frame} label="Post or organisation" search={search} />
      <div class="tl-list-head">
        <p class="govuk-body tl-list-head__count" role="status">
          {shownInWords(shown, shown.total === 1 ? 'post' : 'posts')}
        </p>
        {props.mayChange && <Button href={identityPaths.addPost()}>Add a post</Button>}
      </div>
      {posts.length === 0 ? (
        <Empty
          title={search === '' ? 'No post is recorded yet' : 'No post fits'}
          action={
            search === ''
              ? undefined
              : { text: 'Show every post', href: linkAsAt(identityPaths.posts(), frame.asAt) }
          }
        >
          {search === ''
            ? 'Posts come with a plan that names their holders, or are added one by one.'
            : `No post has “${search}” in its title.`}
        </Empty>
      ) : (
        <WideTable
          name="Posts"
          caption="Posts"
          captionClass="govuk-visually-hidden"
          head={['Post', `Held by, as at ${asAtInWords(frame.asAt)}`]}
          firstCellIsHeader
          rows={posts.map((post) => [
            <>
              <DayLink frame={frame} href={identityPaths.post(post.id)}>
                {post.title}
              </DayLink>
              {post.organisation !== null && <span class="tl-aside">{post.organisation}</span>}
            </>,
            <HoldersOnDay frame={frame} holders={post.holders} isVacant={post.isVacant} brief />,
          ])}
        />
      )}
      {pages && <Pagination {...pages} />}
    </Page>
  );
}

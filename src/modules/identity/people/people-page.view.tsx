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
import type { PersonRow } from './list-people.read.ts';
import { Manner } from '../holdings/holding-words.view.tsx';
import { PeopleTabs, SearchForm } from './people-tabs.view.tsx';

/** Everybody in the record with what they hold on the day. */
export function PeopleView(props: {
  frame: Frame;
  search: string;
  people: readonly PersonRow[];
  shown: ListPage;
  mayChange: boolean;
}): JSX.Element {
  const { frame, search, people, shown } = props;
  const pages = paginationFor(shown, frame.path, frame.query);
  return (
    <Page frame={frame} title="People" crumbs={[]}>
      <h1 class="govuk-heading-l">People and posts</h1>
      <PeopleTabs frame={frame} current="people" />
      <SearchForm frame={frame} label="Name or post" search={search} />
      <div class="tl-list-head">
        <p class="govuk-body tl-list-head__count" role="status">
          {shownInWords(shown, shown.total === 1 ? 'person' : 'people')}
        </p>
        {props.mayChange && <Button href={identityPaths.addPerson()}>Add a person</Button>}
      </div>
      {people.length === 0 ? (
        <Empty
          title={search === '' ? 'Nobody is recorded yet' : 'Nobody fits'}
          action={
            search === ''
              ? undefined
              : { text: 'Show everybody', href: linkAsAt(identityPaths.people(), frame.asAt) }
          }
        >
          {search === ''
            ? 'People come with a plan that names them, or are added one by one.'
            : `No name and no post has “${search}” in it.`}
        </Empty>
      ) : (
        <WideTable
          name="People"
          caption="People"
          captionClass="govuk-visually-hidden"
          head={['Name', `Posts, as at ${asAtInWords(frame.asAt)}`]}
          firstCellIsHeader
          rows={people.map((person) => [
            <>
              <DayLink frame={frame} href={identityPaths.person(person.id)}>
                {person.name}
              </DayLink>
              {person.records > 1 && <span class="tl-aside">{person.records} records joined</span>}
            </>,
            <Posts frame={frame} person={person} />,
          ])}
        />
      )}
      {pages && <Pagination {...pages} />}
    </Page>
  );
}

function Posts(props: { frame: Frame; person: PersonRow }): JSX.Element {
  const { frame, person } = props;
  if (person.holds.length === 0) return <span class="tl-lacking">None recorded on this day</span>;
  return (
    <ul class="govuk-list tl-holders">
      {person.holds.map((holding) => (
        <li>
          <DayLink frame={frame} href={identityPaths.post(holding.postId)}>
            {holding.postTitle}
          </DayLink>
          <Manner holding={holding} />
          {holding.standing === 'presumed' && <span class="tl-quiet"> presumed</span>}
        </li>
      ))}
    </ul>
  );
}

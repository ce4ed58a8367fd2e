import type { JSX } from 'preact';
import { Pagination, type PaginationProps } from '../../../platform/govuk/pagination.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { type Person, placeInWords } from '../../improvement/index.ts';

/** Whom the plan introduces, as it was read. */
export function ImportPeople(props: {
  people: readonly Person[];
  pages: PaginationProps | undefined;
}): JSX.Element {
  return (
    <section aria-labelledby="people">
      <h2 class="govuk-heading-m" id="people">
        People
      </h2>
      <WideTable
        name="People the plan introduces"
        caption="People the plan introduces"
        captionClass="govuk-visually-hidden"
        head={['Name', 'Job title', 'Posts held by several', 'Where it is printed']}
        firstCellIsHeader
        rows={props.people.map((person) => [
          person.name,
          [person.jobTitle ?? 'not given', person.interim && 'interim', person.jobShare && 'job share']
            .filter((part) => part !== false)
            .join(', '),
          person.holds.join(', '),
          placeInWords(person.source),
        ])}
      />
      {props.pages && <Pagination {...props.pages} label="Pages of people" />}
    </section>
  );
}

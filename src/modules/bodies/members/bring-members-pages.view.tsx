import type { JSX } from 'preact';
import { Button, Checkboxes, FileUpload, Select } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { valueOf } from '../../../platform/web/form-body.ts';
import { type FormState, Problems } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { MemberDraft } from './bring-members.ts';
import { bodyPaths } from '../paths.ts';
import type { Judged, JudgedMembership } from './judge-members.query.ts';
import { Authority, crumbsOf } from '../keeping/keep-fields.view.tsx';

/** Choose a list of members to bring in. */
export function BringMembersPage(props: FormPageProps): JSX.Element {
  const { token, state } = props;
  return (
    <FormPage
      {...props}
      title="Bring in a list of members"
      crumbs={crumbsOf()}
      withoutForm
      intro={
        <p class="govuk-body">
          A spreadsheet or CSV with a column Body and a column Person, and as you have them Seat, First day,
          Last day and Substitute; or Popolo JSON. Nothing changes until you have looked at it and accepted
          it.
        </p>
      }
    >
      <form method="post" action={bodyPaths.bringMembers()} enctype="multipart/form-data" novalidate>
        <CsrfField token={token} />
        <FileUpload name="file" label="The list" error={state.problems?.of('file')} />
        <Button preventDoubleClick>Read the list</Button>
      </form>
    </FormPage>
  );
}

/** Kinds of body that a list may set up. */
export const NEW_KINDS = ['committee', 'panel', 'board'] as const;

export interface ReviewMembersProps {
  readonly frame: Frame;
  readonly token: string;
  readonly state: FormState;
  readonly draft: MemberDraft;
  readonly judged: readonly JudgedMembership[];
}

/** Every row with what it means, and a choice where that is not sure; nothing counts before it is accepted. */
export function ReviewMembersPage(props: ReviewMembersProps): JSX.Element {
  const { frame, token, state, draft, judged } = props;
  const open = judged.filter((row) => !isSettled(row)).length;
  return (
    <Page
      frame={frame}
      title={`Look at ${draft.fileName}`}
      crumbs={crumbsOf()}
      hasErrors={state.problems !== undefined}
      withoutDay
    >
      <Problems state={state} />
      <h1 class="govuk-heading-l">{`Look at ${draft.fileName}`}</h1>
      <p class="govuk-body">
        {`${judged.length} rows, ${judged.length - open} of them clear and ${open} to decide. Nothing has changed yet.`}
      </p>
      {draft.list.problems.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What could not be read</h2>
          <ul class="govuk-list govuk-list--bullet">
            {draft.list.problems.map(({ at, sentence }) => (
              <li>{`${at}: ${sentence}`}</li>
            ))}
          </ul>
        </>
      )}
      {judged.length > 0 && (
        <form method="post" action={bodyPaths.acceptMembers(draft.id)} novalidate>
          <CsrfField token={token} />
          <WideTable
            name="Rows of the list"
            caption="Rows of the list"
            captionClass="govuk-visually-hidden"
            head={['Row', 'Person', 'Body', 'Seat', 'Days']}
            firstCellIsHeader
            rows={judged.map((row) => [
              <>
                {row.row.at}
                {row.problem !== null && <span class="tl-aside">{`${row.problem}: it is left out`}</span>}
                {isSettled(row) && (
                  <Checkboxes
                    name={`skip-${row.index}`}
                    class="govuk-checkboxes--small"
                    items={[
                      {
                        value: 'yes',
                        text: 'Leave out',
                        checked: valueOf(state.form, `skip-${row.index}`) !== '',
                      },
                    ]}
                  />
                )}
              </>,
              <Cell row={row} field="person" typed={row.row.person} judged={row.person} state={state} />,
              <Cell row={row} field="body" typed={row.row.body} judged={row.body} state={state} />,
              <Cell row={row} field="seat" typed={row.row.seat} judged={row.seat} state={state} />,
              `${row.row.from === null ? 'from the day of the list' : formatDay(row.row.from)}${row.row.until === null ? '' : ` to ${formatDay(row.row.until)}`}${row.row.isSubstitute ? ', substitute' : ''}`,
            ])}
          />
          <div class="tl-reading">
            <Authority state={state} without="Left empty it is what the list says." />
          </div>
          <Button preventDoubleClick>Accept what is clear or decided</Button>
        </form>
      )}
      <form method="post" action={bodyPaths.dropMembers(draft.id)} novalidate>
        <CsrfField token={token} />
        <Button kind="secondary">Drop this list</Button>
      </form>
    </Page>
  );
}

/** Whether a row needs no choice. */
export function isSettled({ body, seat, person, problem }: JudgedMembership): boolean {
  return problem === null && body.kind === 'one' && seat.kind === 'one' && person.kind === 'one';
}

function Cell(props: {
  row: JudgedMembership;
  field: 'person' | 'body' | 'seat';
  typed: string;
  judged: Judged<string | number>;
  state: FormState;
}): JSX.Element {
  const { row, field, typed, judged, state } = props;
  if (judged.kind === 'one')
    return (
      <>
        {judged.name}
        {judged.name !== typed && typed !== '' && <span class="tl-aside">{`printed “${typed}”`}</span>}
      </>
    );
  const name = `${field}-${row.index}`;
  const chosen = valueOf(state.form, name);
  const noun = { person: 'person', body: 'body', seat: 'seat' }[field];
  const isOfUnknownBody = field === 'seat' && !row.isBodyKnown;
  return (
    <Select
      name={name}
      label={typed === '' ? `Which ${noun}` : `No ${noun} is called “${typed}”`}
      error={state.problems?.of(name)}
      items={[
        {
          value: '',
          text: judged.likely.length === 0 ? 'Nothing like it: leave the row out' : 'Leave the row out',
        },
        ...judged.likely.map(({ value, name: text }) => ({
          value: String(value),
          text: `It is ${text}`,
          selected: String(value) === chosen,
        })),
        ...(field === 'person'
          ? [{ value: 'new', text: 'A new person, to be added', selected: chosen === 'new' }]
          : []),
        ...(field === 'body'
          ? NEW_KINDS.map((kind) => ({
              value: `new-${kind}`,
              text: `A new ${kind}, to be set up`,
              selected: chosen === `new-${kind}`,
            }))
          : []),
        ...(field === 'seat'
          ? [
              {
                value: isOfUnknownBody ? 'new-with-body' : 'new',
                text: isOfUnknownBody ? 'A new seat, where the body is new' : 'A new seat of that name',
                selected: chosen === 'new' || isOfUnknownBody,
              },
            ]
          : []),
      ]}
    />
  );
}

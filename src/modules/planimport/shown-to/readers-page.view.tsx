import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Select } from '../../../platform/govuk/select.tsx';
import { Textarea } from '../../../platform/govuk/textarea.tsx';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, type FormState, Problems } from '../../../platform/web/form-fields.tsx';
import { Page } from '../../../platform/web/page.tsx';
import { OPEN_TO_ONE, READERS_ACTION, SHUT_TO_ONE } from './readers.form.ts';
import { importPaths } from '../paths.ts';
import { DraftFields } from '../draft/draft-fields.view.tsx';
import {
  InterestTable,
  NeedToKnowTable,
  ReaderTable,
  type ImportReadersProps,
} from './reader-tables.view.tsx';

/** Who may see a draft today, why, and who is shut out of it; with the forms that change it. */
export function ImportReadersPage(props: ImportReadersProps): JSX.Element {
  const { draft, readers, state } = props;
  return (
    <Page
      frame={props.frame}
      title="Who may see this draft"
      hasErrors={state.problems !== undefined}
      crumbs={[
        { text: 'Import a plan', href: importPaths.start() },
        { text: draft.fileName, href: importPaths.review(draft.id) },
      ]}
      withoutDay
    >
      <Problems state={state} />
      <span class="govuk-caption-l tl-import__file">{draft.fileName}</span>
      <h1 class="govuk-heading-l">Who may see this draft</h1>
      <p class="govuk-body">
        A plan that nobody has accepted yet is seen by programme managers alone. It can be opened to others
        one by one, and shut to anybody who has an interest in it. Each time somebody looks at it, the audit
        trail says so.
      </p>
      <h2 class="govuk-heading-m">Who may see it now</h2>
      <ReaderTable readers={readers.now} />
      <h2 class="govuk-heading-m">Opened to people who need to know</h2>
      <NeedToKnowTable {...props} />
      <OpenForm {...props} />
      <h2 class="govuk-heading-m">Shut out because of an interest</h2>
      <InterestTable {...props} />
      <ShutForm {...props} />
    </Page>
  );
}

function OpenForm(props: ImportReadersProps): JSX.Element {
  const { draft, state } = props;
  return (
    <form method="post" action={importPaths.readers(draft.id)} novalidate>
      <DraftFields token={props.token} readingKey={draft.readingKey} />
      <h3 class="govuk-heading-s">Open it to one person</h3>
      <PersonChoice {...props} name="openPerson" label="Who needs to know" />
      <DayBoxes
        state={state}
        name="openFrom"
        legend="From which day (optional)"
        hint="Left empty, from now on."
      />
      <DayBoxes
        state={state}
        name="openUntil"
        legend="Until which day (optional)"
        hint="That day counts in full. Left empty, until somebody ends it."
      />
      <Reason state={state} name="openReason" hint="What they need it for. It stands in the audit trail." />
      <Button name={READERS_ACTION} value={OPEN_TO_ONE} preventDoubleClick>
        Open it to them
      </Button>
    </form>
  );
}

function ShutForm(props: ImportReadersProps): JSX.Element {
  const { draft, state } = props;
  return (
    <form method="post" action={importPaths.readers(draft.id)} novalidate>
      <DraftFields token={props.token} readingKey={draft.readingKey} />
      <h3 class="govuk-heading-s">Record an interest</h3>
      <p class="govuk-body">
        Whoever has an interest in what the draft says is shut out from now on, whatever their role. You can
        record your own; another programme manager then has to end it.
      </p>
      <PersonChoice {...props} name="shutPerson" label="Whose interest it is" />
      <Reason state={state} name="shutReason" hint="Name the interest as it was declared." />
      <Button kind="secondary" name={READERS_ACTION} value={SHUT_TO_ONE} preventDoubleClick>
        Shut them out
      </Button>
    </form>
  );
}

function PersonChoice(props: ImportReadersProps & { name: string; label: string }): JSX.Element {
  const { readers, state, name } = props;
  return (
    <Select
      name={name}
      label={props.label}
      hint="Everybody who can sign in."
      value={valueOf(state.form, name)}
      error={state.problems?.of(name)}
      items={[
        { value: '', text: 'Choose a person' },
        ...readers.people.map(({ id, name: text }) => ({ value: String(id), text })),
      ]}
    />
  );
}

function Reason(props: { state: FormState; name: string; hint: string }): JSX.Element {
  const { state, name } = props;
  return (
    <Textarea
      name={name}
      label="Why"
      hint={props.hint}
      rows={2}
      value={valueOf(state.form, name)}
      error={state.problems?.of(name)}
    />
  );
}

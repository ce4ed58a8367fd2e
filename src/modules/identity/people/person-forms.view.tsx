import type { JSX } from 'preact';
import { Button, Radios } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { identityPaths } from '../paths.ts';
import { DayBoxes, type FormState, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';

function NameFields(props: { state: FormState }): JSX.Element {
  const { state } = props;
  return (
    <>
      <TextBox state={state} name="title" label="Title (optional)" hint="Mr, Mrs, Cllr, Dr." width={10} />
      <TextBox
        state={state}
        name="forenames"
        label="Forenames or initials (optional)"
        hint="As many as are known: Anthony John, or A J."
      />
      <TextBox state={state} name="surname" label="Surname" />
      <TextBox
        state={state}
        name="knownAs"
        label="Called (optional)"
        hint="Where that is none of the forenames: Liz."
        width={20}
      />
      <TextBox state={state} name="suffix" label="After the surname (optional)" hint="Jr, Sr." width={5} />
      <TextBox
        state={state}
        name="honours"
        label="Letters after the name (optional)"
        hint="MBE, JP."
        width={20}
      />
      <TextBox
        state={state}
        name="source"
        label="Who says so"
        hint="The paper, letter or register, so that anybody can look it up."
      />
    </>
  );
}

/** A person the record does not have. */
export function AddPersonView(props: FormPageProps): JSX.Element {
  return (
    <FormPage
      {...props}
      title="Add a person"
      crumbs={[{ text: 'People', href: identityPaths.people() }]}
      action={identityPaths.addPerson()}
    >
      <NameFields state={props.state} />
      <Button preventDoubleClick>Add this person</Button>
    </FormPage>
  );
}

/** Another name from a day, or a correction of the one there is. */
export function NamePersonView(props: FormPageProps & { person: { id: number; name: string } }): JSX.Element {
  const { person, state } = props;
  return (
    <FormPage
      {...props}
      title="Change the name"
      caption={person.name}
      crumbs={[
        { text: 'People', href: identityPaths.people() },
        { text: person.name, href: identityPaths.person(person.id) },
      ]}
      action={identityPaths.name(person.id)}
    >
      <NameFields state={state} />
      <Radios
        name="change"
        fieldset={{ legend: { text: 'What happened', class: 'govuk-fieldset__legend--s' } }}
        value={valueOf(state.form, 'change')}
        error={state.problems?.of('change')}
        items={[
          {
            value: 'from-a-day',
            text: 'They have another name',
            hint: 'The name before becomes a former name.',
          },
          {
            value: 'correction',
            text: 'It was recorded wrongly',
            hint: 'What was recorded is kept, with the reason.',
          },
        ]}
      />
      <DayBoxes
        state={state}
        name="from"
        legend="From which day they have it"
        hint="Only where they have another name. For example, 12 5 2011."
      />
      <TextBox
        state={state}
        name="reason"
        label="Reason for the correction"
        hint="Only where it was recorded wrongly."
      />
      <Button preventDoubleClick>Save the name</Button>
    </FormPage>
  );
}

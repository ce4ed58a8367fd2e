import type { JSX } from 'preact';
import { Button, Textarea } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import { WhoSaysSo } from '../../identity/index.ts';
import { bodyPaths } from '../paths.ts';

const CRUMBS = [
  { text: 'Bodies', href: bodyPaths.bodies() },
  { text: 'Political balance', href: bodyPaths.balance() },
];

/** Who is in a political group from a day. */
export function GroupFormPage(
  props: FormPageProps & {
    groups: readonly { readonly name: string; readonly members: readonly { readonly name: string }[] }[];
  },
): JSX.Element {
  const { state, groups } = props;
  return (
    <FormPage
      {...props}
      title="Enter a group and its members"
      crumbs={CRUMBS}
      action={bodyPaths.groups()}
      intro={
        <>
          <p class="govuk-body">
            Enter everybody who is in the group from a day. Whoever was in it and is not on the list leaves it
            the day before; whoever is new joins, and leaves the group they were in.
          </p>
          {groups.length > 0 && (
            <p class="govuk-body">
              {'Fill the form with a group as it is: '}
              {groups.map(({ name }, index) => (
                <>
                  {index > 0 && ', '}
                  <a
                    class="govuk-link"
                    href={`${bodyPaths.groups()}?${new URLSearchParams({ group: name }).toString()}`}
                  >
                    {name}
                  </a>
                </>
              ))}
            </p>
          )}
        </>
      }
    >
      <TextBox
        state={state}
        name="name"
        label="What the group is called"
        hint="As its notice to the proper officer has it."
      />
      <Textarea
        name="members"
        label="Its members"
        hint="One name on each line, as the record has them."
        rows={12}
        value={valueOf(state.form, 'members')}
        error={state.problems?.of('members')}
      />
      <DayBoxes state={state} name="from" legend="From which day" />
      <WhoSaysSo state={state} />
      <Button preventDoubleClick>Record the group</Button>
    </FormPage>
  );
}

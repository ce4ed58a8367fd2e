import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { DateInput } from '../../../platform/govuk/date-input.tsx';
import { Details } from '../../../platform/govuk/details.tsx';
import { Input } from '../../../platform/govuk/input.tsx';
import { importPaths } from '../paths.ts';
import type { ImportAcceptProps } from './acceptance.shape.ts';
import { DraftFields } from '../draft/draft-fields.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** What a plan is called and from when it holds; for a later version only the day. */
export function ImportAcceptForm(props: ImportAcceptProps): JSX.Element {
  const { draft, typed, wrong, later, counts } = props;
  return (
    <form method="post" action={importPaths.accept(draft.id)} novalidate>
      <DraftFields token={props.token} readingKey={draft.readingKey} />
      <input type="hidden" name="plan" value={typed.plan} />
      <input type="hidden" name="comparedWith" value={typed.comparedWith} />
      <input type="hidden" name="decisions" value={typed.decisions} />
      {later === null ? (
        <>
          <h2 class="govuk-heading-m">The new plan</h2>
          <Input
            name="title"
            label="What the plan is called"
            value={typed.title}
            error={wrong?.of('title')}
          />
          <Input
            name="programme"
            label="The programme it belongs to (optional)"
            hint="Several plans may belong to one programme. Left empty, it is called as the plan is."
            value={typed.programme}
            error={wrong?.of('programme')}
          />
        </>
      ) : (
        <h2 class="govuk-heading-m">
          Version {later.version + 1} of {later.title}
        </h2>
      )}
      <DateInput
        id="inForceFrom"
        namePrefix="inForceFrom"
        fieldset={{ legend: { text: 'From which day this is the plan', class: 'govuk-fieldset__legend--s' } }}
        hint="The day it was agreed, or the day it begins. For example, 12 5 2011."
        values={{ ...typed.inForceFrom }}
        error={wrong?.of('inForceFrom')}
      />
      {later === null && <OpensOn {...props} />}
      <Button preventDoubleClick>Accept {counted(counts.actions, 'action')}</Button>
    </form>
  );
}

function OpensOn(props: ImportAcceptProps): JSX.Element {
  const { typed, wrong } = props;
  const error = wrong?.of('opensOn');
  const isTyped = Object.values(typed.opensOn).some((part) => part !== '');
  return (
    <Details summary="For a plan of the past" open={error !== undefined || isTyped}>
      <DateInput
        id="opensOn"
        namePrefix="opensOn"
        fieldset={{
          legend: { text: 'The day its pages open at (optional)', class: 'govuk-fieldset__legend--s' },
        }}
        hint="Left empty, they open as at today. A plan of years ago is better read as at a day of its own time."
        values={{ ...typed.opensOn }}
        error={error}
      />
    </Details>
  );
}

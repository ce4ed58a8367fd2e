import type { JSX } from 'preact';
import { Checkboxes } from '../../../platform/govuk/checkboxes.tsx';
import { Input } from '../../../platform/govuk/input.tsx';
import { Textarea } from '../../../platform/govuk/textarea.tsx';
import type { TypedMilestone } from './correction.form.ts';
import { type CorrectionPage, ImportCorrectionPage } from './correction-page.view.tsx';

/** Puts right what was read of one row of an action: when, who, and what would show it. */
export function ImportCorrectMilestone(
  props: CorrectionPage & {
    actionRef: string;
    actionText: string;
    ordinal: number;
    typed: TypedMilestone;
  },
): JSX.Element {
  const { typed, problems, actionRef } = props;
  const dateHint = 'A day, like 31 March 2011, or a month, like March 2011. Leave it empty if there is none.';
  return (
    <ImportCorrectionPage
      {...props}
      title={`Correct row ${props.ordinal} of action ${actionRef}`}
      caption={props.fileName}
    >
      <p class="govuk-body">{props.actionText}</p>
      <Input
        name="start"
        label="First day"
        hint={dateHint}
        width={20}
        value={typed.start}
        error={problems?.of('start')}
        autocomplete="off"
      />
      <Input
        name="end"
        label="Last day"
        hint={dateHint}
        width={20}
        value={typed.end}
        error={problems?.of('end')}
        autocomplete="off"
      />
      <Checkboxes
        name="completed"
        class="govuk-checkboxes--small"
        items={[{ value: 'yes', text: 'The plan says it is completed', checked: typed.completed }]}
      />
      <Textarea
        name="leads"
        label="Leads"
        hint="People or posts, one on each line."
        rows={Math.max(3, typed.leads.split('\n').length + 1)}
        value={typed.leads}
        error={problems?.of('leads')}
        spellcheck={false}
      />
      <Textarea
        name="measures"
        label="Measures"
        hint="What would show that it worked, one on each line."
        rows={Math.max(4, typed.measures.split('\n').length * 3)}
        value={typed.measures}
        error={problems?.of('measures')}
      />
    </ImportCorrectionPage>
  );
}

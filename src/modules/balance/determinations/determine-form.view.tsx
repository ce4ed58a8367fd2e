import type { JSX } from 'preact';
import { Button, Radios, Textarea } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import { WhoSaysSo } from '../../identity/index.ts';
import { OCCASIONS } from './determination.rule.ts';
import type { Balance } from '../working-out/political-balance.rule.ts';
import { balancePaths } from '../paths.ts';
import { bodyPaths } from '../../bodies/index.ts';

const CRUMBS = [
  { text: 'Bodies', href: bodyPaths.bodies() },
  { text: 'Political balance', href: bodyPaths.balance() },
];

/** How the council shared seats out. */
export function DetermineFormPage(
  props: FormPageProps & { balance: Balance; tables: readonly string[] },
): JSX.Element {
  const { state, balance, tables } = props;
  const hidden = ['council', 'groups', 'bodies'] as const;
  return (
    <FormPage
      {...props}
      title="Record what the council determined"
      crumbs={CRUMBS}
      action={balancePaths.determine()}
      intro={
        <p class="govuk-body">
          {`${balance.seats} seats of ${balance.benches.length} bodies among ${balance.parties.map(({ name, members }) => `${name} ${members}`).join(', ')}.`}
        </p>
      }
    >
      {hidden.map((name) => (
        <input type="hidden" name={name} value={valueOf(state.form, name)} />
      ))}
      <Radios
        name="choice"
        fieldset={{ legend: { text: 'Which table', class: 'govuk-fieldset__legend--s' } }}
        value={valueOf(state.form, 'choice') || '0'}
        error={state.problems?.of('choice')}
        items={tables.map((text, index) => ({ value: String(index), text }))}
      />
      <DayBoxes state={state} name="determinedOn" legend="Day the council determined it" />
      <Radios
        name="occasion"
        fieldset={{ legend: { text: 'Why', class: 'govuk-fieldset__legend--s' } }}
        value={valueOf(state.form, 'occasion')}
        error={state.problems?.of('occasion')}
        items={Object.entries(OCCASIONS).map(([value, text]) => ({ value, text }))}
      />
      <Textarea
        name="given"
        label="Seats given up to another group (optional)"
        hint="One on each line, like Regulation: Conservative to No group 1. Whose seat it is does not change."
        rows={3}
        value={valueOf(state.form, 'given')}
        error={state.problems?.of('given')}
      />
      <Textarea
        name="setAside"
        label="Bodies for which balance was set aside (optional)"
        hint="One on each line with its seats, like Corporate Parenting Panel 8. Only with nobody voting against; abstentions do not count (section 17)."
        rows={3}
        value={valueOf(state.form, 'setAside')}
        error={state.problems?.of('setAside')}
      />
      <TextBox state={state} name="votesFor" label="Votes for (optional)" width={5} inputmode="numeric" />
      <TextBox
        state={state}
        name="votesAgainst"
        label="Votes against (optional)"
        width={5}
        inputmode="numeric"
      />
      <WhoSaysSo state={state} />
      <Button preventDoubleClick>Record the determination</Button>
    </FormPage>
  );
}

import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { daysInWords, mannerInWords } from '../holdings/holding-words.rule.ts';
import { successorField } from './leaving.form.ts';
import type { Belonging } from './belongings.shape.ts';
import { identityPaths } from '../paths.ts';
import type { RecordedHolding } from '../holdings/read-holdings.read.ts';
import { DayBoxes } from '../../../platform/web/form-fields.tsx';
import { type PersonOption, PersonSelect, WhoSaysSo } from '../sources/who-says-so.view.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';

/** A person leaves: everything they still hold, each to be handed on or left vacant, in one step. */
export function LeavingView(
  props: FormPageProps & {
    person: { id: number; name: string };
    holdings: readonly RecordedHolding[];
    /** What other modules tie to them. */
    owned: readonly Belonging[];
    people: readonly PersonOption[];
  },
): JSX.Element {
  const { person, holdings, owned, people, state } = props;
  return (
    <FormPage
      {...props}
      title="This person is leaving"
      caption={person.name}
      crumbs={[
        { text: 'People', href: identityPaths.people() },
        { text: person.name, href: identityPaths.person(person.id) },
      ]}
      action={identityPaths.leaving(person.id)}
    >
      <DayBoxes
        state={state}
        name="lastDay"
        legend="Last day"
        hint="Each post passes on the day after. A post that would begin later does not begin."
      />
      {holdings.length > 0 && (
        <h2 class="govuk-heading-m">
          {holdings.length === 1
            ? 'The post they still hold'
            : `The ${holdings.length} posts they still hold`}
        </h2>
      )}
      {holdings.map((holding) => (
        <PersonSelect
          state={state}
          name={successorField(holding.id)}
          label={holding.postTitle}
          hint={[mannerInWords(holding), daysInWords(holding)].filter((words) => words !== '').join(', ')}
          nobody="Leave vacant"
          people={people}
        />
      ))}
      {owned.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What else they have here</h2>
          <ul class="govuk-list tl-linked-list">
            {owned.map(({ what, becomes, href }) => (
              <li>
                <a class="govuk-link" href={href}>
                  {what}
                </a>
                <span class="tl-aside">{becomes}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <WhoSaysSo state={state} />
      <Button preventDoubleClick>
        {holdings.length === 0
          ? 'Record that they leave'
          : holdings.length === 1
            ? 'End it and hand it on'
            : `End and hand on ${holdings.length} posts`}
      </Button>
    </FormPage>
  );
}

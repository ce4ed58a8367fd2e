import type { JSX } from 'preact';
import { Button, Checkboxes, Radios } from '../../../platform/govuk/index.ts';
import { valueOf, valuesOf } from '../../../platform/web/form-body.ts';
import { daysInWords } from '../holdings/holding-words.rule.ts';
import { identityPaths } from '../paths.ts';
import type { NamedHolding } from './post-page.query.ts';
import { DayBoxes, type FormState, TextBox } from '../../../platform/web/form-fields.tsx';
import { MannerRadios, type PersonOption, PersonSelect, WhoSaysSo } from '../sources/who-says-so.view.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import { HoldersRadios } from './post-page.view.tsx';

const FIRST_DAY_HINT = 'Left empty where nobody says it: they are then in post from the day of the paper.';

/** A post the record does not have. */
export function AddPostView(props: FormPageProps): JSX.Element {
  const { state } = props;
  return (
    <FormPage
      {...props}
      title="Add a post"
      crumbs={[{ text: 'Posts', href: identityPaths.posts() }]}
      action={identityPaths.addPost()}
    >
      <TextBox state={state} name="title" label="What the post is called" hint="Head of Safeguarding." />
      <TextBox
        state={state}
        name="organisation"
        label="Organisation (optional)"
        hint="Left empty for the council itself."
      />
      <HoldersRadios value={valueOf(state.form, 'holders')} error={state.problems?.of('holders')} />
      <Button preventDoubleClick>Add this post</Button>
    </FormPage>
  );
}

/** Somebody takes a post, today, in the past or in the future. */
export function AppointView(
  props: FormPageProps & { post: { id: number; title: string }; people: readonly PersonOption[] },
): JSX.Element {
  const { post, state } = props;
  return (
    <FormPage
      {...props}
      title="Appoint somebody"
      caption={post.title}
      crumbs={[
        { text: 'Posts', href: identityPaths.posts() },
        { text: post.title, href: identityPaths.post(post.id) },
      ]}
      action={identityPaths.appoint(post.id)}
    >
      <PersonSelect state={state} name="person" label="Who" nobody="Choose a person" people={props.people} />
      <DayBoxes state={state} name="since" legend="First day" hint={FIRST_DAY_HINT} />
      <DayBoxes state={state} name="until" legend="Last day (optional)" hint="Where one is agreed already." />
      <MannerRadios state={state} />
      <JobShare state={state} />
      <WhoSaysSo state={state} />
      <Button preventDoubleClick>Record the appointment</Button>
    </FormPage>
  );
}

/** A holder leaves a post. */
export function EndHoldingView(props: FormPageProps & { holding: NamedHolding }): JSX.Element {
  const { holding, state } = props;
  return (
    <FormPage
      {...props}
      title="End a holding"
      caption={`${holding.personName}, ${holding.postTitle}, ${daysInWords(holding)}`}
      crumbs={crumbsOf(holding)}
      action={identityPaths.end(holding.id)}
    >
      <DayBoxes
        state={state}
        name="until"
        legend="Last day"
        hint="Left empty where nobody says it: it is then over by the day of the paper."
      />
      <WhoSaysSo state={state} />
      <Button preventDoubleClick>Record the end</Button>
    </FormPage>
  );
}

/** What is recorded of a holding is wrong, or it never was. */
export function CorrectHoldingView(props: FormPageProps & { holding: NamedHolding }): JSX.Element {
  const { holding, state } = props;
  return (
    <FormPage
      {...props}
      title="Correct a holding"
      caption={`${holding.personName}, ${holding.postTitle}`}
      crumbs={crumbsOf(holding)}
      action={identityPaths.correct(holding.id)}
      intro={<p class="govuk-body">What is recorded now stays in the record, with your reason beside it.</p>}
    >
      <TextBox state={state} name="reason" label="Reason" hint="What was wrong, and how you know." />
      <Radios
        name="what"
        fieldset={{ legend: { text: 'What to do', class: 'govuk-fieldset__legend--s' } }}
        value={valueOf(state.form, 'what')}
        error={state.problems?.of('what')}
        items={[
          { value: 'correct', text: 'Correct it as below' },
          {
            value: 'withdraw',
            text: 'Take it out: it never was so',
            hint: 'What stands below is then passed over.',
          },
        ]}
      />
      <DayBoxes state={state} name="since" legend="First day" hint={FIRST_DAY_HINT} />
      <MannerRadios state={state} />
      <JobShare state={state} />
      <WhoSaysSo state={state} />
      <DayBoxes state={state} name="until" legend="Last day (optional)" />
      <DayBoxes
        state={state}
        name="overBy"
        legend="Day of the paper that says it is over (optional)"
        hint="Only where it is over and nobody says since when."
      />
      <TextBox state={state} name="endSource" label="Who says that it is over (optional)" />
      <Button preventDoubleClick>Save the correction</Button>
    </FormPage>
  );
}

function JobShare(props: { state: FormState }): JSX.Element {
  return (
    <Checkboxes
      name="jobShare"
      class="govuk-checkboxes--small"
      items={[
        {
          value: 'yes',
          text: 'A job share: two hold it, each part of the week',
          checked: valuesOf(props.state.form, 'jobShare').length > 0,
        },
      ]}
    />
  );
}

function crumbsOf(holding: NamedHolding) {
  return [
    { text: 'Posts', href: identityPaths.posts() },
    { text: holding.postTitle, href: identityPaths.post(holding.postId) },
  ];
}

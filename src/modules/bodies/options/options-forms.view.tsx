import type { JSX } from 'preact';
import { Button, Textarea } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage } from '../../../platform/web/form-page.tsx';
import { WhoSaysSo } from '../../identity/index.ts';
import type { FormView } from '../keeping/form.route.tsx';
import { bodyPaths } from '../paths.ts';
import { crumbsOf } from '../keeping/keep-fields.view.tsx';

const CRUMBS = [...crumbsOf(), { text: 'Options', href: bodyPaths.options() }];

export function AddOptionsPaperView(props: FormView<object>): JSX.Element {
  const { state } = props;
  return (
    <FormPage {...props} title="Write an options paper" crumbs={CRUMBS} action={bodyPaths.addOptions()}>
      <TextBox state={state} name="title" label="What the paper is called" />
      <Textarea
        name="question"
        label="What members are to decide"
        rows={3}
        value={valueOf(state.form, 'question')}
        error={state.problems?.of('question')}
      />
      <DayBoxes state={state} name="asAt" legend="Today’s structure is read as at" />
      <WhoSaysSo state={state} />
      <Button preventDoubleClick>Begin the paper</Button>
    </FormPage>
  );
}

export function AddOptionView(
  props: FormView<{ readonly paper: { readonly slug: string; readonly title: string } }>,
): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title="Add an option"
      caption={known.paper.title}
      crumbs={[...CRUMBS, { text: known.paper.title, href: bodyPaths.optionsPaper(known.paper.slug) }]}
      action={bodyPaths.addOption(known.paper.slug)}
    >
      <TextBox state={state} name="title" label="What the option is called" />
      <Textarea
        name="words"
        label="What it means"
        rows={3}
        value={valueOf(state.form, 'words')}
        error={state.problems?.of('words')}
      />
      <Textarea
        name="changes"
        label="What it would do"
        hint="One change on each line: Dissolve Audit Panel. Rename Audit Panel to Risk Panel. Merge Audit Panel into Scrutiny Committee. Audit Panel reports to Council. Empty to continue as today."
        rows={6}
        value={valueOf(state.form, 'changes')}
        error={state.problems?.of('changes')}
      />
      <Button preventDoubleClick>Add this option</Button>
    </FormPage>
  );
}

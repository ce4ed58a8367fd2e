import type { JSX } from 'preact';
import { Button, Textarea } from '../../../platform/govuk/index.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage } from '../../../platform/web/form-page.tsx';
import { HAPPENINGS } from '../life/happenings.shape.ts';
import { DUTIES } from '../accountability/statutory-posts.rule.ts';
import { ATTRIBUTES, COMPOSITIONS, KINDS, MEETS, RELATIONS } from '../sayings/body-words.shape.ts';
import type { FormView } from './form.route.tsx';
import { SAYABLE } from './keep.form.ts';
import { bodyPaths } from '../paths.ts';
import { Authority, BodySelect, Choice, crumbsOf, type KnownBody } from './keep-fields.view.tsx';

const PROPOSED = 'Left empty it is not yet approved, and every page says so.';
const SHOWN_TO = {
  everybody: 'Everybody',
  members: 'Its members, and those who keep or check the record',
};

export function SetUpView(props: FormView<object>): JSX.Element {
  const { state } = props;
  return (
    <FormPage {...props} title="Set up a body" crumbs={crumbsOf()} action={bodyPaths.add()}>
      <TextBox state={state} name="name" label="What the body is called" />
      <Choice state={state} name="kind" legend="Kind" words={KINDS} />
      <Textarea
        name="purpose"
        label="What it is for (optional)"
        rows={3}
        value={valueOf(state.form, 'purpose')}
        error={state.problems?.of('purpose')}
      />
      <Choice state={state} name="meets" legend="How it meets (optional)" words={MEETS} />
      <Choice state={state} name="composition" legend="Rule of composition (optional)" words={COMPOSITIONS} />
      <DayBoxes state={state} name="day" legend="From which day it is there" />
      <Choice
        state={state}
        name="shownTo"
        legend="Who can see it"
        words={SHOWN_TO}
        hints={{ members: 'Not in lists, pictures, searches or exports of anybody else.' }}
      />
      <Authority state={state} without={PROPOSED} />
      <Button preventDoubleClick>Set up this body</Button>
    </FormPage>
  );
}

export interface BodyAndOthers {
  readonly body: KnownBody;
  readonly others: readonly KnownBody[];
}

export function HappenView(props: FormView<BodyAndOthers>): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title="Record what happened"
      caption={known.body.name}
      crumbs={crumbsOf(known.body)}
      action={bodyPaths.happen(known.body.slug)}
    >
      <Choice
        state={state}
        name="kind"
        legend="What happened"
        words={HAPPENINGS}
        hints={{ dissolved: 'Whoever sits on it sits there to the day before.' }}
      />
      <TextBox state={state} name="newName" label="New name (where it is renamed)" />
      <BodySelect state={state} name="into" label="Merged into (where it is merged)" bodies={known.others} />
      <DayBoxes state={state} name="day" legend="On which day" />
      <Authority state={state} without={PROPOSED} />
      <Button preventDoubleClick>Record it</Button>
    </FormPage>
  );
}

export function SayView(props: FormView<KnownBody>): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title="Add a fact"
      caption={known.name}
      crumbs={crumbsOf(known)}
      action={bodyPaths.say(known.slug)}
      intro={
        <p class="govuk-body">
          What was recorded of the same before ends the day before. What papers say stays, and is shown where
          it differs.
        </p>
      }
    >
      <Choice
        state={state}
        name="attribute"
        legend="What it is about"
        words={Object.fromEntries(SAYABLE.map((name) => [name, ATTRIBUTES[name]]))}
        hints={{
          meets: Object.values(MEETS).join('; '),
          composition: Object.values(COMPOSITIONS).join('; '),
          standing: 'Formal; Informal',
          quorum: 'A number of members.',
        }}
      />
      <Textarea
        name="value"
        label="What is so"
        rows={3}
        value={valueOf(state.form, 'value')}
        error={state.problems?.of('value')}
      />
      <DayBoxes state={state} name="from" legend="From which day" />
      <Authority state={state} without="Left empty it is what the paper below says." />
      <Button preventDoubleClick>Record it</Button>
    </FormPage>
  );
}

export function LineView(props: FormView<BodyAndOthers>): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title="Draw a line to another body"
      caption={known.body.name}
      crumbs={crumbsOf(known.body)}
      action={bodyPaths.drawLine(known.body.slug)}
    >
      <Choice
        state={state}
        name="relation"
        legend={`${known.body.name} …`}
        words={Object.fromEntries(
          Object.entries(RELATIONS).map(([name, { out }]) => [name, out.toLowerCase()]),
        )}
      />
      <BodySelect state={state} name="to" label="Which body" bodies={known.others} />
      <TextBox state={state} name="detail" label="How often, or of what (optional)" hint="Quarterly." />
      <DayBoxes state={state} name="from" legend="From which day" />
      <Authority state={state} without={PROPOSED} />
      <Button preventDoubleClick>Draw the line</Button>
    </FormPage>
  );
}

export function TermsView(
  props: FormView<{ readonly body: KnownBody; readonly versions: number }>,
): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title="Write terms of reference"
      caption={known.body.name}
      crumbs={crumbsOf(known.body)}
      action={bodyPaths.writeTerms(known.body.slug)}
      intro={
        known.versions === 0 ? undefined : (
          <p class="govuk-body">
            {`This will be version ${known.versions + 1}. The clauses of the last version stand below to begin from; it is kept.`}
          </p>
        )
      }
    >
      <TextBox state={state} name="title" label="What this version is called" />
      <Textarea
        name="clauses"
        label="Clauses"
        hint="One on each line. A number may stand before it, like 1. or 2(a); without one it gets the next."
        rows={14}
        value={valueOf(state.form, 'clauses')}
        error={state.problems?.of('clauses')}
      />
      <DayBoxes
        state={state}
        name="inForceFrom"
        legend="In force from (optional)"
        hint="Left empty for a draft. The version before ends the day before."
      />
      <Authority state={state} without="Needed for terms that are in force." />
      <Button preventDoubleClick>Save this version</Button>
    </FormPage>
  );
}

/** Something that holds now ends: a line, a seat, somebody's time in one. */
export interface Ending {
  readonly body: KnownBody;
  readonly what: string;
  readonly title: string;
  readonly action: string;
  readonly begins: PlainDay;
}

export function EndView(props: FormView<Ending>): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title={known.title}
      caption={`${known.what}, ${known.body.name}, since ${formatDay(known.begins)}`}
      crumbs={crumbsOf(known.body)}
      action={known.action}
      intro={<p class="govuk-body">It is kept, and stands on every day up to then.</p>}
    >
      <DayBoxes state={state} name="until" legend="Last day" />
      <TextBox state={state} name="reason" label="Reason" hint="So that others can follow it." />
      <Button preventDoubleClick>Record the end</Button>
    </FormPage>
  );
}

export function ShownToView(props: FormView<KnownBody>): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title="Who can see this body"
      caption={known.name}
      crumbs={crumbsOf(known)}
      action={bodyPaths.shownTo(known.slug)}
    >
      <Choice state={state} name="shownTo" legend="Who can see it" words={SHOWN_TO} />
      <Button preventDoubleClick>Save</Button>
    </FormPage>
  );
}

export function StatutoryPostView(props: FormView<object>): JSX.Element {
  const { state } = props;
  return (
    <FormPage
      {...props}
      title="Say which post carries a duty"
      crumbs={[...crumbsOf(), { text: 'Accountability', href: bodyPaths.accountability() }]}
      action={bodyPaths.statutoryPost()}
    >
      <Choice
        state={state}
        name="duty"
        legend="Duty"
        words={Object.fromEntries(Object.entries(DUTIES).map(([duty, { title }]) => [duty, title]))}
        hints={Object.fromEntries(Object.entries(DUTIES).map(([duty, { law }]) => [duty, law]))}
      />
      <TextBox state={state} name="post" label="Post that carries it" />
      <DayBoxes state={state} name="from" legend="From which day" />
      <Authority state={state} without="Left empty it is what the paper below says." />
      <Button preventDoubleClick>Record the post</Button>
    </FormPage>
  );
}

import type { JSX } from 'preact';
import { Button, Checkboxes } from '../../../platform/govuk/index.ts';
import { valuesOf } from '../../../platform/web/form-body.ts';
import { DayBoxes, type FormState, TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage } from '../../../platform/web/form-page.tsx';
import { type PersonOption, PersonSelect } from '../../identity/index.ts';
import { CAPACITIES, SEAT_ROLES } from '../sayings/body-words.shape.ts';
import type { FormView } from '../keeping/form.route.tsx';
import { bodyPaths } from '../paths.ts';
import { Authority, Choice, crumbsOf, type KnownBody } from '../keeping/keep-fields.view.tsx';

export function SeatView(props: FormView<KnownBody>): JSX.Element {
  const { state, known } = props;
  return (
    <FormPage
      {...props}
      title="Define a seat"
      caption={known.name}
      crumbs={crumbsOf(known)}
      action={bodyPaths.defineSeat(known.slug)}
    >
      <TextBox
        state={state}
        name="label"
        label="What the seat is called"
        hint="Foster carer. Member, Conservative."
      />
      <Choice
        state={state}
        name="capacity"
        legend="In which capacity somebody sits there"
        words={CAPACITIES}
      />
      <TextBox
        state={state}
        name="post"
        label="Post it goes with"
        hint="For a seat that goes with a post: whoever holds the post sits here. Write it as the list of posts has it; one that is not there is added."
      />
      <TextBox
        state={state}
        name="organisation"
        label="Organisation"
        hint="For a seat of an organisation’s representative."
      />
      <Choice state={state} name="role" legend="Part on the body" words={SEAT_ROLES} />
      <TextBox state={state} name="places" label="How many such seats" width={5} inputmode="numeric" />
      <Choice
        state={state}
        name="votes"
        legend="Whether it votes"
        words={{ yes: 'Votes', no: 'Does not vote', 'not-said': 'Nobody says' }}
      />
      <Ticked state={state} name="substitutes" text="A substitute may sit in it" />
      <DayBoxes state={state} name="from" legend="From which day" />
      <Authority state={state} without="Left empty it is what the paper below says." />
      <Button preventDoubleClick>Define the seat</Button>
    </FormPage>
  );
}

export interface SeatToFill {
  readonly body: KnownBody;
  readonly seat: { readonly seatNo: number; readonly label: string; readonly substitutes: boolean };
  readonly people: readonly PersonOption[];
}

export function AppointView(props: FormView<SeatToFill>): JSX.Element {
  const { state, known } = props;
  const { body, seat, people } = known;
  return (
    <FormPage
      {...props}
      title="Appoint somebody"
      caption={`${seat.label}, ${body.name}`}
      crumbs={crumbsOf(body)}
      action={bodyPaths.appoint(body.slug, seat.seatNo)}
    >
      <PersonSelect state={state} name="person" label="Who" nobody="Choose a person" people={people} />
      <DayBoxes state={state} name="from" legend="First day" />
      <DayBoxes state={state} name="until" legend="Last day (optional)" hint="Where the term is limited." />
      {seat.substitutes && <Ticked state={state} name="substitute" text="As a substitute" />}
      <Authority state={state} without="Left empty it is what the paper below says." />
      <Button preventDoubleClick>Record the appointment</Button>
    </FormPage>
  );
}

function Ticked(props: { state: FormState; name: string; text: string }): JSX.Element {
  return (
    <Checkboxes
      name={props.name}
      class="govuk-checkboxes--small"
      items={[{ value: 'yes', text: props.text, checked: valuesOf(props.state.form, props.name).length > 0 }]}
    />
  );
}

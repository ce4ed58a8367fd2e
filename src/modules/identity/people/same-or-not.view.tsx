import type { JSX } from 'preact';
import { Button, Input } from '../../../platform/govuk/index.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { valueOf } from '../../../platform/web/form-body.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import type { Frame, Place } from '../../../platform/web/frame.ts';
import type { Strength } from '../names/match-names.rule.ts';
import { identityPaths } from '../paths.ts';
import type { LookAlike } from '../same-person/look-alikes.read.ts';
import type { FurtherFacts } from './further-facts.shape.ts';
import type { Decision, PersonPage } from './person-page.query.ts';

/** What a person's page and its parts are printed from. */
export interface PersonViewProps {
  readonly frame: Frame;
  readonly person: PersonPage;
  readonly mayChange: boolean;
  readonly mayJudge: boolean;
  readonly mayReadNameHistory: boolean;
  readonly token: string;
  /** Pages of other modules about them, that the reader may use. */
  readonly further: readonly Place[];
  /** What other modules know of them. */
  readonly facts: readonly FurtherFacts[];
  /** A decision about two records that could not be taken, and the other record it was about. */
  readonly judged?: (FormState & { readonly otherId: number }) | undefined;
}

const LIKELY: Readonly<Record<Strength, string>> = {
  strong: 'Much speaks for it',
  fair: 'Something speaks for it',
  weak: 'Little speaks for it',
};

/** Records that may be of the same person, with what speaks for it; and what was decided, which can be taken back. */
export function SameOrNot(props: PersonViewProps): JSX.Element {
  const { person } = props;
  return (
    <>
      <h2 class="govuk-heading-m" id="look-alikes">
        Records that look alike
      </h2>
      {person.lookAlikes.length === 0 ? (
        <p class="govuk-body">No other record has a name like this one.</p>
      ) : (
        <>
          <p class="govuk-body">
            Nothing is joined unless somebody says so. Joining keeps both records, and can be undone.
          </p>
          <ul class="govuk-list tl-look-alikes">
            {person.lookAlikes.map((other) => (
              <Proposed {...props} other={other} />
            ))}
          </ul>
        </>
      )}
      {person.decisions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">What was decided</h2>
          <ul class="govuk-list tl-look-alikes">
            {person.decisions.map((decision) => (
              <Decided {...props} decision={decision} />
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Proposed(props: PersonViewProps & { other: LookAlike }): JSX.Element {
  const { frame, person, other, judged, token } = props;
  const own = judged?.otherId === other.personId ? judged : undefined;
  const field = reasonId(other.personId);
  return (
    <li class="tl-look-alikes__item">
      <p class="govuk-body">
        <DayLink frame={frame} href={identityPaths.person(other.personId)}>
          {other.name}
        </DayLink>
        {other.posts.length > 0 && `, ${other.posts.join('; ')}`}
        <span class="tl-aside">
          <strong>{LIKELY[other.strength]}.</strong> {other.reasons.map((reason) => `${reason}.`).join(' ')}
        </span>
      </p>
      <form method="post" action={identityPaths.judge(person.id, other.personId)} novalidate>
        <CsrfField token={token} />
        <Input
          id={field}
          name="reason"
          label={`How you know, about ${other.name}`}
          value={own === undefined ? '' : valueOf(own.form, 'reason')}
          error={own?.problems?.of('reason')}
        />
        <div class="tl-actions">
          <Button kind="secondary" name="verdict" value="same">
            Same person<span class="govuk-visually-hidden"> as {other.name}</span>
          </Button>
          <Button kind="secondary" name="verdict" value="different">
            Not the same<span class="govuk-visually-hidden"> as {other.name}</span>
          </Button>
        </div>
      </form>
    </li>
  );
}

function Decided(props: PersonViewProps & { decision: Decision }): JSX.Element {
  const { decision, judged, token } = props;
  const { personId, otherId, names } = decision;
  const own = judged?.otherId === otherId ? judged : undefined;
  const pair = `${names[0]} and ${names[1]}`;
  return (
    <li class="tl-look-alikes__item">
      <p class="govuk-body">
        {pair}: {decision.verdict === 'same' ? 'the same person' : 'two people'}
        <span class="tl-aside">{decision.reason}</span>
      </p>
      <form method="post" action={identityPaths.judge(personId, otherId)} novalidate>
        <CsrfField token={token} />
        <Input
          id={reasonId(otherId)}
          name="reason"
          label={`Why to take it back, about ${pair}`}
          value={own === undefined ? '' : valueOf(own.form, 'reason')}
          error={own?.problems?.of('reason')}
        />
        <Button kind="secondary" name="verdict" value="open">
          Take it back<span class="govuk-visually-hidden">, about {pair}</span>
        </Button>
      </form>
    </li>
  );
}

/** The box in which the reason for a decision about another record is typed. */
export function reasonId(otherId: number): string {
  return `reason-${otherId}`;
}

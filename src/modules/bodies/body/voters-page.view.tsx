import type { JSX } from 'preact';
import { asAtInWords, linkAsAt } from '../../../platform/web/as-at.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { isThere } from '../life/life.rule.ts';
import { bodyPaths } from '../paths.ts';
import type { Voters, VotingSeat } from './voters-on.query.ts';
import { lifeInWords } from '../life/life-in-words.rule.ts';
import { SaidBy } from '../sayings/said-words.view.tsx';

const ANSWERS = [
  ['yes', 'Could vote'],
  ['not-said', 'Voting rights not recorded'],
  ['no', 'Could not vote'],
] as const;

/** Who could vote on a body on a day, by what rule, and who says so. */
export function VotersPage(props: { frame: Frame; voters: Voters }): JSX.Element {
  const { frame, voters } = props;
  return (
    <Page
      frame={frame}
      title={`Who could vote, ${voters.name}`}
      crumbs={[
        { text: 'Bodies', href: bodyPaths.bodies() },
        { text: voters.name, href: bodyPaths.body(voters.slug) },
      ]}
    >
      <span class="govuk-caption-l">{voters.name}</span>
      <h1 class="govuk-heading-l">{`Who could vote here on ${asAtInWords(frame.asAt)}`}</h1>
      {!isThere(voters.life) && (
        <p class="govuk-body tl-lacking">{`Nobody: the body is not there on this day. ${lifeInWords(voters.life)}.`}</p>
      )}
      {voters.quorum !== undefined && <p class="govuk-body">{`Quorum: ${voters.quorum}`}</p>}
      {isThere(voters.life) && voters.seats.length === 0 && (
        <p class="govuk-body tl-lacking">Nothing recorded by this day says who sits on it.</p>
      )}
      {isThere(voters.life) &&
        ANSWERS.map(([answer, heading]) => (
          <Answer heading={heading} seats={voters.seats.filter(({ vote }) => vote.answer === answer)} />
        ))}
      <p class="govuk-body tl-actions">
        <a class="govuk-link" href={linkAsAt(bodyPaths.voters(voters.slug, 'csv'), frame.asAt)}>
          As CSV
        </a>
        <a class="govuk-link" href={linkAsAt(bodyPaths.voters(voters.slug, 'json'), frame.asAt)}>
          As JSON
        </a>
      </p>
    </Page>
  );
}

function Answer(props: { heading: string; seats: readonly VotingSeat[] }): JSX.Element | null {
  const { heading, seats } = props;
  if (seats.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{`${heading} (${peopleIn(seats)})`}</h2>
      {seats.map(({ seat, vote }) => (
        <>
          <h3 class="govuk-heading-s">{seat.label}</h3>
          <p class="govuk-body">
            {vote.why}
            <SaidBy said={seat} />
          </p>
          {seat.holders.length === 0 ? (
            <p class="govuk-body tl-lacking">Nobody is recorded in it.</p>
          ) : (
            <ul class="govuk-list tl-columns">
              {seat.holders.map((holder) => (
                <li>
                  {holder.personName}
                  {holder.isSubstitute && ' (substitute, in the place of a member)'}
                  {holder.standing === 'presumed' && <span class="tl-quiet"> presumed</span>}
                </li>
              ))}
            </ul>
          )}
        </>
      ))}
    </>
  );
}

/** How many people, each once: a chair taken from among the members is one of them. */
function peopleIn(seats: readonly VotingSeat[]): string {
  const people = new Set(seats.flatMap(({ seat }) => seat.holders.map(({ leadId }) => leadId))).size;
  return people === 1 ? '1 person named' : `${people} people named`;
}

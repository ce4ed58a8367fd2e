import type { JSX } from 'preact';
import { Button, SummaryList, Tag } from '../../../platform/govuk/index.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { identityPaths } from '../../identity/index.ts';
import { BREAK_WORDS, DUTIES, FOR_CHILDREN } from './statutory-posts.rule.ts';
import { bodyPaths } from '../paths.ts';
import type { DutyOnDay } from './accountability-on.query.ts';
import type { Protocol } from './protocols.read.ts';
import { BodiesTabs } from '../visiting/bodies-tabs.view.tsx';
import { SaidBy } from '../sayings/said-words.view.tsx';

export interface AccountabilityPageProps {
  readonly frame: Frame;
  readonly mayKeep: boolean;
  readonly duties: readonly DutyOnDay[];
  readonly protocols: readonly Protocol[];
}

/** Who answers for what by statute, with every break in the line, and the protocols that say how. */
export function AccountabilityPage(props: AccountabilityPageProps): JSX.Element {
  const { frame, mayKeep, duties, protocols } = props;
  const breaks = duties.filter((duty) => duty.break !== null).length;
  return (
    <Page frame={frame} title="Accountability" crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]}>
      <h1 class="govuk-heading-l">Who answers for what by law</h1>
      <BodiesTabs frame={frame} current="accountability" mayKeep={mayKeep} />
      <p class="govuk-body tl-reading">
        {breaks === 0
          ? `On ${asAtInWords(frame.asAt)} one named person carries each duty.`
          : `On ${asAtInWords(frame.asAt)} the record does not name one person for ${breaks} of ${duties.length} duties.`}{' '}
        For children the law wants one named officer and one elected member, each for education and social
        care together.
      </p>
      {mayKeep && (
        <Button kind="secondary" href={bodyPaths.statutoryPost()}>
          Say which post carries a duty
        </Button>
      )}
      {duties.map((duty) => (
        <DutySection {...props} duty={duty} />
      ))}
      <h2 class="govuk-heading-m">Protocols and principles</h2>
      {protocols.length === 0 ? (
        <p class="govuk-body tl-lacking">No protocol is recorded by this day.</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {protocols.map((protocol) => (
            <li>
              <DayLink frame={frame} href={bodyPaths.protocol(protocol.slug)}>
                {protocol.title}
              </DayLink>
              <span class="tl-aside">{protocol.words}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

function DutySection(props: AccountabilityPageProps & { duty: DutyOnDay }): JSX.Element {
  const { frame, duty } = props;
  const { title, law, what } = DUTIES[duty.duty];
  return (
    <section class={duty.break === null ? 'tl-duty' : 'tl-duty tl-duty--broken'}>
      <h2 class="govuk-heading-m tl-duty__title">{title}</h2>
      <p class="govuk-body">
        {what}
        <span class="tl-aside">{`${law}${FOR_CHILDREN.includes(duty.duty) ? '. Exactly one person' : ''}`}</span>
      </p>
      {duty.break !== null && (
        <p class="tl-duty__break">
          <Tag class="govuk-tag--grey">Break</Tag> {BREAK_WORDS[duty.break]}
        </p>
      )}
      <SummaryList
        rows={[
          ...duty.posts.map((post) => ({
            key: 'Post',
            value: (
              <>
                <DayLink frame={frame} href={identityPaths.post(post.postId)}>
                  {post.title}
                </DayLink>
                <SaidBy said={post} />
              </>
            ),
          })),
          ...duty.holders.map((holder) => ({
            key: 'Held by',
            value: (
              <>
                <DayLink frame={frame} href={identityPaths.person(holder.leadId)}>
                  {holder.personName}
                </DayLink>
                {holder.standing === 'presumed' && (
                  <span class="tl-quiet"> presumed: nothing says that they had left</span>
                )}
              </>
            ),
          })),
          ...duty.ties
            .filter(({ accountability }) => accountability !== null)
            .map((tie) => ({
              key:
                tie.accountability === 'holds'
                  ? 'Accountability held'
                  : 'Accountability shared, not delegated',
              value: (
                <>
                  {tie.body !== null && (
                    <DayLink frame={frame} href={bodyPaths.body(tie.body.slug)}>
                      {tie.body.name}
                    </DayLink>
                  )}
                  <span class="tl-aside">{tie.words}</span>
                </>
              ),
            })),
        ]}
      />
    </section>
  );
}

/** A protocol or a set of principles: its points, and the bodies and posts it is tied to. */
export function ProtocolPage(props: { frame: Frame; protocol: Protocol }): JSX.Element {
  const { frame, protocol } = props;
  return (
    <Page
      frame={frame}
      title={protocol.title}
      crumbs={[
        { text: 'Bodies', href: bodyPaths.bodies() },
        { text: 'Accountability', href: bodyPaths.accountability() },
      ]}
      width="reading"
    >
      <h1 class="govuk-heading-l">{protocol.title}</h1>
      <p class="govuk-body-l">{protocol.words}</p>
      {protocol.points.length > 0 && (
        <ol class="tl-clauses">
          {protocol.points.map(({ title, words }, index) => (
            <li class="tl-clauses__clause">
              <span class="tl-clauses__number">{String(index + 1)}</span>
              <span>
                <strong>{title}.</strong> {words}
              </span>
            </li>
          ))}
        </ol>
      )}
      <h2 class="govuk-heading-m">Who works under it</h2>
      {protocol.ties.length === 0 ? (
        <p class="govuk-body tl-lacking">It is tied to no body or post by this day.</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {protocol.ties.map((tie) => (
            <li>
              {tie.body !== null && (
                <DayLink frame={frame} href={bodyPaths.body(tie.body.slug)}>
                  {tie.body.name}
                </DayLink>
              )}
              {tie.body !== null && tie.duty !== null && ', '}
              {tie.duty !== null && DUTIES[tie.duty].title}
              {`. ${tie.words}`}
              <SaidBy said={{ ...tie, weight: 'stated', byPaper: true }} />
            </li>
          ))}
        </ul>
      )}
      <p class="govuk-body tl-quiet">
        {protocol.origin !== null && `${protocol.origin}. `}
        <SaidBy said={{ ...protocol, weight: 'stated', byPaper: true }} />
      </p>
    </Page>
  );
}

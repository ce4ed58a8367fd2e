import type { JSX } from 'preact';
import { Button, Details } from '../../../platform/govuk/index.ts';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import type { KeptMessage } from '../../../platform/mail/message.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Content } from '../../../platform/govuk/index.ts';
import { TextBox } from '../../../platform/web/form-fields.tsx';
import { FormPage, type FormPageProps } from '../../../platform/web/form-page.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { identityPaths, ROLE_WORDS } from '../../identity/index.ts';
import { matrixColumns, type RuleRow } from '../access-matrix.ts';
import { accessPaths } from '../paths.ts';
import type { ShownGrant } from '../queries/role-grants.ts';
import type { ShownSession } from '../queries/sessions.ts';
import { EndGrantLink, GrantDays, GrantState } from './role-words.tsx';
import { SessionTable } from './session-table.tsx';

/** The pages about who may do what, and the one that is shown. */
function AccessTabs(props: { current: string; mayChange: boolean }): JSX.Element {
  const tabs: readonly (readonly [string, string])[] = [
    ['Roles', accessPaths.roles()],
    ['Who may use what', accessPaths.matrix()],
    ['Sessions', accessPaths.sessions()],
    ...(props.mayChange
      ? ([
          ['Outbox', accessPaths.outbox()],
          ['The council’s sign-in', accessPaths.organisation()],
          ['The council', accessPaths.council()],
        ] as const)
      : []),
  ];
  return (
    <nav class="tl-sub-navigation" aria-label="Roles and sign-in">
      <ul class="tl-sub-navigation__list">
        {tabs.map(([words, href]) => (
          <li>
            <a
              class="govuk-link tl-sub-navigation__link"
              href={href}
              aria-current={words === props.current ? 'page' : undefined}
            >
              {words}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function AccessPage(props: {
  frame: Frame;
  title: string;
  tab: string;
  mayChange: boolean;
  children: Content;
}): JSX.Element {
  return (
    <Page frame={props.frame} title={props.title} crumbs={[]} withoutDay>
      <h1 class="govuk-heading-l">{props.title}</h1>
      <AccessTabs current={props.tab} mayChange={props.mayChange} />
      {props.children}
    </Page>
  );
}

/** Who has which role today, and who had. */
export function RolesView(props: {
  frame: Frame;
  grants: readonly ShownGrant[];
  mayChange: boolean;
}): JSX.Element {
  const { frame, grants, mayChange } = props;
  return (
    <AccessPage frame={frame} title="Roles and sign-in" tab="Roles" mayChange={mayChange}>
      {mayChange && (
        <p class="govuk-body">
          Roles are given on the page of a{' '}
          <a class="govuk-link" href={identityPaths.people()}>
            person
          </a>{' '}
          or a{' '}
          <a class="govuk-link" href={identityPaths.posts()}>
            post
          </a>
          , under Roles.
        </p>
      )}
      {grants.length === 0 ? (
        <Empty title="No role was given yet">Roles will stand here, with whom they were given to.</Empty>
      ) : (
        <WideTable
          name="Roles"
          caption="Roles"
          captionClass="govuk-visually-hidden"
          head={['Role', 'Whom', 'State', 'Days', 'End']}
          rows={grants.map((grant) => [
            grant.roleName,
            grant.person !== null ? (
              <a class="govuk-link" href={accessPaths.person(grant.person.id)}>
                {grant.person.name}
              </a>
            ) : (
              <>
                Whoever is{' '}
                <a class="govuk-link" href={accessPaths.postRoles(grant.post?.id ?? 0)}>
                  {grant.post?.title}
                </a>
              </>
            ),
            <GrantState grant={grant} />,
            <GrantDays grant={grant} />,
            mayChange ? (
              <EndGrantLink grant={grant} whom={grant.person?.name ?? grant.post?.title ?? ''} />
            ) : (
              ''
            ),
          ])}
        />
      )}
    </AccessPage>
  );
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Every rule and of whom it is true, made from the very rules the addresses ask. */
export function MatrixView(props: {
  frame: Frame;
  rules: readonly RuleRow[];
  mayChange: boolean;
}): JSX.Element {
  return (
    <AccessPage
      frame={props.frame}
      title="Who may use what"
      tab="Who may use what"
      mayChange={props.mayChange}
    >
      <p class="govuk-body">
        This table is made from the rules themselves, each time it is opened. What a page then shows of single
        things, such as a plan that is not accepted yet, is decided for each of them.
      </p>
      <WideTable
        name="Who may use what"
        caption="Who may use what"
        captionClass="govuk-visually-hidden"
        class="tl-matrix"
        head={['What', ...matrixColumns.map(({ name }) => name)]}
        rows={props.rules.map((rule) => [
          rule.who === 'anybody' ? 'Read what is published' : sentenceCase(rule.who),
          ...rule.open.map((open) =>
            open ? (
              'Yes'
            ) : (
              <>
                <span aria-hidden="true">–</span>
                <span class="govuk-visually-hidden">No</span>
              </>
            ),
          ),
        ])}
      />
      <h2 class="govuk-heading-m">The addresses behind each</h2>
      {props.rules.map((rule) => (
        <Details
          summary={`${sentenceCase(rule.who)}: ${rule.addresses.length === 1 ? '1 address' : `${rule.addresses.length} addresses`}`}
        >
          <ul class="govuk-list tl-ref">
            {rule.addresses.map((address) => (
              <li>{address}</li>
            ))}
          </ul>
        </Details>
      ))}
      <h2 class="govuk-heading-m">The roles</h2>
      <dl class="tl-explained">
        {Object.values(ROLE_WORDS).map(({ name, purpose }) => (
          <>
            <dt>{name}</dt>
            <dd>{purpose}</dd>
          </>
        ))}
      </dl>
    </AccessPage>
  );
}

export function SessionsView(props: {
  frame: Frame;
  token: string;
  sessions: readonly ShownSession[];
  current: string | undefined;
  mayChange: boolean;
}): JSX.Element {
  return (
    <AccessPage frame={props.frame} title="Who is signed in" tab="Sessions" mayChange={props.mayChange}>
      <p class="govuk-body">
        A session ends after an hour without a page, after twelve hours in all, and at once where you end it
        here or the last role of its person ends.
      </p>
      <SessionTable {...props} action={accessPaths.endSession()} withNames />
    </AccessPage>
  );
}

/** Messages that wait, were sent or handed over. */
export function OutboxView(props: {
  frame: Frame;
  token: string;
  messages: readonly KeptMessage[];
  /** Whether a mail server is set, so that what waits is being sent. */
  sending: boolean;
}): JSX.Element {
  const { frame, messages, sending } = props;
  return (
    <AccessPage frame={frame} title="Outbox" tab="Outbox" mayChange>
      <p class="govuk-body">
        {sending
          ? 'Messages are sent by the mail server that was set. One that fails is tried again.'
          : 'No mail server is set, so messages wait here. Hand each on by whatever way you trust, and say so.'}
      </p>
      {messages.length === 0 ? (
        <Empty title="Nothing waits">A message to somebody you let sign in will stand here.</Empty>
      ) : (
        messages.map((message) => (
          <section class="tl-message">
            <h2 class="govuk-heading-s">{message.subject}</h2>
            <p class="govuk-body-s">
              To {message.toName}, {message.toAddress}. Written {momentInWords(message.writtenAt)}.{' '}
              {STATES[message.state]}
              {message.lastProblem !== null &&
                ` Tried ${message.attempts} times; the mail server said: ${message.lastProblem}`}
            </p>
            {message.state === 'waiting' && (
              <>
                <pre class="tl-message__body">{message.body}</pre>
                <form method="post" action={accessPaths.handOver()} novalidate>
                  <CsrfField token={props.token} />
                  <Button kind="secondary" name="message" value={message.id} class="tl-small-button">
                    I have handed it over
                    <span class="govuk-visually-hidden"> to {message.toName}</span>
                  </Button>
                </form>
              </>
            )}
          </section>
        ))
      )}
    </AccessPage>
  );
}

const STATES: Readonly<Record<KeptMessage['state'], string>> = {
  waiting: 'It waits.',
  sent: 'It was sent, and its words were removed.',
  'handed over': 'It was handed over, and its words were removed.',
  withdrawn: 'It is no longer wanted, and its words were removed.',
};

export function CouncilView(props: FormPageProps): JSX.Element {
  return (
    <FormPage
      {...props}
      title="Name of the council"
      crumbs={[{ text: 'Roles and sign-in', href: accessPaths.roles() }]}
      action={accessPaths.council()}
    >
      <TextBox
        state={props.state}
        name="council"
        label="Name of the council"
        hint="As it stands at the top of every page and paper. Earlier names are kept."
      />
      <Button preventDoubleClick>Save the name</Button>
    </FormPage>
  );
}

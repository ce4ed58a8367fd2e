import type { JSX } from 'preact';
import { Button, InsetText } from '../../../platform/govuk/index.ts';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import { type FormState, Problems } from '../../../platform/web/form-fields.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { identityPaths } from '../../identity/index.ts';
import { accessPaths } from '../paths.ts';
import type { WaysIn } from './accounts.read.ts';
import type { ShownGrant } from '../roles/role-grants.read.ts';
import type { ShownSession } from '../sessions/open-sessions.read.ts';
import { EndGrantLink, GrantDays, GrantState } from '../roles/role-words.view.tsx';
import { SessionTable } from '../sessions/session-table.view.tsx';

export interface PersonAccessViewProps {
  readonly frame: Frame;
  readonly token: string;
  readonly state: FormState;
  readonly person: { readonly id: number; readonly name: string };
  readonly grants: readonly ShownGrant[];
  /** Roles that come with the posts they hold today. */
  readonly throughPosts: readonly ShownGrant[];
  readonly account: { readonly signInName: string; readonly closed: boolean } | null;
  readonly ways: WaysIn;
  readonly sessions: readonly ShownSession[];
  /** Shown once, after it was made. */
  readonly newLink: string | undefined;
  readonly mayChange: boolean;
}

/** What one person may do and how they get in, for whoever administers Throughline. */
export function PersonAccessView(props: PersonAccessViewProps): JSX.Element {
  const { frame, person, grants, throughPosts, mayChange } = props;
  return (
    <Page
      frame={frame}
      title={`Roles and way in of ${person.name}`}
      crumbs={[
        { text: 'People', href: identityPaths.people() },
        { text: person.name, href: identityPaths.person(person.id) },
      ]}
      withoutDay
      hasErrors={props.state.problems !== undefined}
    >
      <Problems state={props.state} />
      <span class="govuk-caption-l">{person.name}</span>
      <h1 class="govuk-heading-l">Roles and way in</h1>
      {props.newLink !== undefined && <NewLink link={props.newLink} name={person.name} />}
      <h2 class="govuk-heading-m">Roles</h2>
      {grants.length + throughPosts.length === 0 ? (
        <p class="govuk-body tl-lacking">No role was given. Without one, nobody gets in.</p>
      ) : (
        <WideTable
          name="Roles"
          caption="Roles"
          captionClass="govuk-visually-hidden"
          head={['Role', 'State', 'Days', 'Through', ...(mayChange ? ['End'] : [])]}
          rows={[...grants, ...throughPosts].map((grant) => [
            grant.roleName,
            <GrantState grant={grant} />,
            <GrantDays grant={grant} />,
            grant.post === null ? (
              'Themselves'
            ) : (
              <a class="govuk-link" href={accessPaths.postRoles(grant.post.id)}>
                {grant.post.title}
              </a>
            ),
            ...(mayChange
              ? [grant.post === null ? <EndGrantLink grant={grant} whom={person.name} /> : '']
              : []),
          ])}
        />
      )}
      {mayChange && (
        <p class="tl-actions">
          <Button href={accessPaths.giveRole(person.id)} kind="secondary">
            Give a role
          </Button>
        </p>
      )}
      <h2 class="govuk-heading-m">Way in</h2>
      <WayIn {...props} />
      {props.sessions.length > 0 && (
        <>
          <h2 class="govuk-heading-m">Where they are signed in</h2>
          <SessionTable
            sessions={props.sessions}
            action={accessPaths.endSession()}
            token={props.token}
            withNames={false}
            current={undefined}
            mayEnd={props.mayChange}
          />
        </>
      )}
    </Page>
  );
}

function NewLink(props: { link: string; name: string }): JSX.Element {
  return (
    <InsetText>
      <p class="govuk-body">
        Give this link to {props.name}, by whatever way you trust. It works once, within seven days, and is
        not shown again:
      </p>
      <p class="govuk-body tl-secret">{props.link}</p>
    </InsetText>
  );
}

function WayIn(props: PersonAccessViewProps): JSX.Element {
  const { account, ways, person, token, mayChange } = props;
  if (account === null || account.closed)
    return (
      <>
        <p class="govuk-body">{account === null ? 'They cannot sign in yet.' : 'Their way in was closed.'}</p>
        {mayChange && (
          <p class="tl-actions">
            <Button href={accessPaths.openAccount(person.id)} kind="secondary">
              Let them sign in
            </Button>
          </p>
        )}
      </>
    );
  const by = [
    ...(ways.passkeys.length > 0
      ? [ways.passkeys.length === 1 ? 'a passkey' : `${ways.passkeys.length} passkeys`]
      : []),
    ...(ways.hasPassword
      ? [`a password and an authenticator, with ${ways.recoveryCodesLeft} recovery codes left`]
      : []),
    ...(ways.outside.length > 0 ? ['the council’s own sign-in'] : []),
  ];
  return (
    <>
      <p class="govuk-body">
        They sign in as <strong class="tl-address">{account.signInName}</strong>
        {by.length === 0 ? ', and have not set up how yet.' : `, with ${by.join(', or ')}.`}
      </p>
      {ways.passkeys.map((passkey) => (
        <p class="govuk-body-s">
          Passkey {passkey.name}, added {momentInWords(passkey.addedAt)}
        </p>
      ))}
      {mayChange && (
        <div class="tl-actions">
          <form method="post" action={accessPaths.newLink(person.id)} novalidate>
            <CsrfField token={token} />
            <Button kind="secondary" preventDoubleClick>
              {by.length === 0 ? 'Make a link to set it up' : 'Make a link to begin again'}
            </Button>
          </form>
          <Button href={accessPaths.closeAccount(person.id)} kind="warning">
            Close their way in
          </Button>
        </div>
      )}
    </>
  );
}

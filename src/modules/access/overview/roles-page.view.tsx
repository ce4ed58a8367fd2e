import type { JSX } from 'preact';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { identityPaths } from '../../identity/index.ts';
import { accessPaths } from '../paths.ts';
import type { ShownGrant } from '../roles/role-grants.read.ts';
import { AccessPage } from './access-page.view.tsx';
import { EndGrantLink, GrantDays, GrantState } from '../roles/role-words.view.tsx';

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
          head={['Role', 'Whom', 'State', 'Days', ...(mayChange ? ['End'] : [])]}
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
            ...(mayChange
              ? [<EndGrantLink grant={grant} whom={grant.person?.name ?? grant.post?.title ?? ''} />]
              : []),
          ])}
        />
      )}
    </AccessPage>
  );
}

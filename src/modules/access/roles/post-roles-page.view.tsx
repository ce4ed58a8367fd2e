import type { JSX } from 'preact';
import type { FormPageProps } from '../../../platform/web/form-page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { identityPaths } from '../../identity/index.ts';
import { accessPaths } from '../paths.ts';
import type { ShownGrant } from './role-grants.read.ts';
import { RoleFormView } from './role-forms.view.tsx';
import { EndGrantLink, GrantDays, GrantState } from './role-words.view.tsx';

/** Roles that whoever holds a post has from the first to the last day they hold it. */
export function PostRolesView(
  props: FormPageProps & { post: { id: number; title: string }; grants: readonly ShownGrant[] },
): JSX.Element {
  const { post, grants } = props;
  return (
    <RoleFormView
      {...props}
      whom={post.title}
      crumbs={[
        { text: 'Posts', href: identityPaths.posts() },
        { text: post.title, href: identityPaths.post(post.id) },
      ]}
      action={accessPaths.postRoles(post.id)}
      toPost
      intro={
        <>
          <p class="govuk-body">
            Whoever holds this post has its roles from the first day to the last day they hold it, if somebody
            has recorded that they do. What only a paper says gives nobody a role.
          </p>
          {grants.length > 0 && (
            <WideTable
              name="Roles of this post"
              caption="Roles of this post"
              captionClass="govuk-table__caption--s"
              head={['Role', 'State', 'Days', 'End']}
              rows={grants.map((grant) => [
                grant.roleName,
                <GrantState grant={grant} />,
                <GrantDays grant={grant} />,
                <EndGrantLink grant={grant} whom={post.title} />,
              ])}
            />
          )}
        </>
      }
    />
  );
}

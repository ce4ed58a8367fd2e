import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/index.ts';
import { CsrfField } from '../../../platform/web/csrf-field.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { accessPaths } from '../paths.ts';

export interface ShownPersona {
  readonly role: string;
  readonly roleName: string;
  readonly purpose: string;
  readonly personName: string;
  /** The post whose work they are shown. */
  readonly standsInFor: string | null;
}

/** Who to look around the sample as. */
export function LookAroundView(props: {
  frame: Frame;
  token: string;
  personas: readonly ShownPersona[];
  back: string | undefined;
}): JSX.Element {
  const { frame, token, personas, back } = props;
  const action =
    back === undefined
      ? accessPaths.lookAround()
      : `${accessPaths.lookAround()}?${new URLSearchParams({ back }).toString()}`;
  return (
    <Page frame={frame} title="Look around as" withoutDay>
      <h1 class="govuk-heading-l">Look around as</h1>
      <p class="govuk-body">
        These people are made up: they belong to Loamshire, a county that does not exist, and hold no post in
        the record. They show what each role may see and do. This page exists only with the sample, on this
        machine.
      </p>
      <form method="post" action={action} novalidate>
        <CsrfField token={token} />
        <ul class="tl-personas">
          {personas.map((persona) => (
            <li class="tl-persona">
              <h2 class="govuk-heading-s tl-persona__name" id={`as-${persona.role}`}>
                {persona.roleName}
              </h2>
              <p class="govuk-body-s tl-persona__purpose">
                {persona.purpose}
                {persona.standsInFor !== null && ` Stands in for the ${persona.standsInFor}.`}
              </p>
              <Button kind="secondary" name="role" value={persona.role} class="tl-persona__button">
                Look around as {persona.personName}
                <span class="govuk-visually-hidden">, {persona.roleName}</span>
              </Button>
            </li>
          ))}
        </ul>
      </form>
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go on as the public
        </a>
        , who need no account.
      </p>
    </Page>
  );
}

import type { JSX } from 'preact';
import type { Content } from '../govuk/index.ts';
import { CsrfField } from './csrf-field.tsx';
import type { Frame, Place } from './frame.ts';
import { Page } from './page.tsx';
import { type FormState, Problems } from './form-fields.tsx';

/** What every page that is a form is given. */
export interface FormPageProps {
  readonly frame: Frame;
  readonly token: string;
  readonly state: FormState;
}

/** A page that is one form: its problems, its heading, its fields. */
export function FormPage(
  props: FormPageProps & {
    title: string;
    caption?: string | undefined;
    crumbs: readonly Place[];
    /** Where the form goes; nowhere where what stands on the page is a form of its own. */
    action?: string;
    withoutForm?: boolean;
    /** Printed above the form. */
    intro?: Content;
    children: Content;
  },
): JSX.Element {
  const { frame, token, state, title, caption } = props;
  return (
    <Page
      frame={frame}
      title={title}
      crumbs={props.crumbs}
      hasErrors={state.problems !== undefined}
      width="reading"
      withoutDay
    >
      <Problems state={state} />
      {caption !== undefined && <span class="govuk-caption-l">{caption}</span>}
      <h1 class="govuk-heading-l">{title}</h1>
      {props.intro}
      {props.withoutForm === true ? (
        props.children
      ) : (
        <form method="post" action={props.action} novalidate>
          <CsrfField token={token} />
          {props.children}
        </form>
      )}
    </Page>
  );
}

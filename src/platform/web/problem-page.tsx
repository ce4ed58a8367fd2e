import type { JSX } from 'preact';
import type { Frame } from './frame.ts';
import { Button } from '../govuk/index.ts';
import { TOKEN_FIELD, valuesOf } from './form-body.ts';
import { Page } from './page.tsx';
import type { Problem } from './problem.ts';
import type { TypedAgain } from './typed-again.ts';

/** Says what happened, where that leaves the reader, and what to do. */
export function ProblemPage(props: {
  frame: Frame;
  problem: Problem;
  requestId: string;
  again?: TypedAgain | undefined;
}): JSX.Element {
  const { problem } = props;
  return (
    <Page frame={props.frame} title={problem.title} width="reading" withoutDay>
      <h1 class="govuk-heading-l">{problem.title}</h1>
      {problem.explanation.map((sentence) => (
        <p class="govuk-body">{sentence}</p>
      ))}
      {problem.tellSomebody && (
        <p class="govuk-body">
          Reference: <span class="tl-ref">{props.requestId}</span>
        </p>
      )}
      {props.again && <SendAgain {...props.again} />}
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the home page
        </a>
      </p>
    </Page>
  );
}

/** What was typed, to read and to send once more. */
function SendAgain({ action, form }: TypedAgain): JSX.Element {
  const fields = Object.keys(form).flatMap((name) => valuesOf(form, name).map((value) => ({ name, value })));
  const typed = fields.filter(({ name, value }) => name !== TOKEN_FIELD && value.trim() !== '');
  return (
    <form method="post" action={action} novalidate>
      <h2 class="govuk-heading-m">What you typed</h2>
      <p class="govuk-body">It is kept on this page alone. Send it again from here.</p>
      <ul class="govuk-list govuk-list--bullet">
        {typed.map(({ value }) => (
          <li>{value}</li>
        ))}
      </ul>
      {fields.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Button preventDoubleClick>Send it again</Button>
    </form>
  );
}

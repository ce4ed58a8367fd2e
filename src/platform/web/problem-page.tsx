import type { JSX } from 'preact';
import type { Frame } from './frame.ts';
import { Page } from './page.tsx';
import { explanationOf, type Problem } from './problem.ts';
import { type GivenBack, SendAgain } from './send-again.tsx';

/** Says what happened, where that leaves the reader, and what to do. */
export function ProblemPage(props: {
  frame: Frame;
  problem: Problem;
  requestId: string;
  again?: GivenBack | undefined;
}): JSX.Element {
  const { problem } = props;
  return (
    <Page frame={props.frame} title={problem.title} width="reading" withoutDay>
      <h1 class="govuk-heading-l">{problem.title}</h1>
      {explanationOf(problem, props.again !== undefined).map((sentence) => (
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

import type { JSX } from 'preact';
import type { Frame } from './frame.ts';
import { Page } from './page.tsx';
import type { Problem } from './problem.ts';

/** Says what happened, where that leaves the reader, and what to do. */
export function ProblemPage(props: { frame: Frame; problem: Problem; requestId: string }): JSX.Element {
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
      <p class="govuk-body">
        <a class="govuk-link" href="/">
          Go to the home page
        </a>
      </p>
    </Page>
  );
}

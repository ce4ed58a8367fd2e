import type { JSX } from 'preact';
import { Radios } from '../../../platform/govuk/radios.tsx';
import type { DraftProblem } from './draft-problems.rule.ts';
import type { ProblemTarget } from './problem-target.rule.ts';
import type { PrintedBlock } from '../draft/source-lines.rule.ts';
import { problemField } from './decisions.form.ts';
import { importPaths } from '../paths.ts';
import { actionAnchor } from './action.view.tsx';
import { Printed } from './printed.view.tsx';

/** A thing to look at, with what the file prints there and where it can be put right. */
export interface ShownProblem extends DraftProblem {
  readonly target: ProblemTarget | null;
  readonly printed: readonly PrintedBlock[];
}

/** One thing to look at: where, what is odd, how it was read, what is printed, and what the person says. */
export function ImportProblemCard(props: {
  draftId: string;
  item: ShownProblem;
  mayChange: boolean;
}): JSX.Element {
  const { draftId, item, mayChange } = props;
  const { problem, index, target } = item;
  const field = problemField(index);
  return (
    <li class="tl-problem" id={`about-${field}`}>
      <div class="tl-problem__said">
        <h4 class="tl-problem__where" id={`${field}-where`}>
          {problem.where}
        </h4>
        <p class="tl-problem__message">{problem.message}</p>
        {problem.proposal !== null && <p class="tl-problem__proposal">{problem.proposal}</p>}
        <Printed lines={item.printed} />
      </div>
      <div class="tl-problem__choice">
        {mayChange ? <DecisionRadios item={item} /> : <DecisionInWords item={item} />}
        {target !== null && (
          <TargetLinks draftId={draftId} index={index} target={target} mayChange={mayChange} />
        )}
      </div>
    </li>
  );
}

function DecisionRadios(props: { item: ShownProblem }): JSX.Element {
  const { item } = props;
  const { problem, index } = item;
  return (
    <>
      <Radios
        name={problemField(index)}
        class="govuk-radios--small"
        fieldset={{
          legend: {
            text: (
              <>
                What to do
                <span class="govuk-visually-hidden">
                  {' '}
                  about {problem.where}: {problem.message}
                </span>
              </>
            ),
            class: 'govuk-fieldset__legend--s',
          },
        }}
        value={item.decision ?? undefined}
        items={[
          { value: 'accept', text: 'Take as read' },
          { value: 'drop', text: 'Drop this remark' },
        ]}
      />
      {item.decision === 'correct' && <p class="tl-problem__done">{DECISION_WORDS.correct}</p>}
    </>
  );
}

const DECISION_WORDS = {
  accept: 'Taken as read',
  correct: 'Put right by hand',
  drop: 'Remark dropped',
} as const;

/** For whoever may only read the draft. */
function DecisionInWords(props: { item: ShownProblem }): JSX.Element {
  const { decision } = props.item;
  return decision === null ? (
    <p class="tl-lacking">Nobody has looked at it yet</p>
  ) : (
    <p class="tl-problem__done">{DECISION_WORDS[decision]}</p>
  );
}

function TargetLinks(props: {
  draftId: string;
  index: number;
  target: ProblemTarget;
  mayChange: boolean;
}): JSX.Element {
  const { draftId, index, target } = props;
  const { ref, priority } = target;
  const query = { problem: index };
  const correct =
    target.kind === 'milestone'
      ? importPaths.milestone(draftId, ref, target.ordinal, query)
      : importPaths.action(draftId, ref, query);
  const what = target.kind === 'milestone' ? `row ${target.ordinal} of action ${ref}` : `action ${ref}`;
  return (
    <p class="tl-problem__links">
      {props.mayChange && (
        <a class="govuk-link" href={correct}>
          Correct<span class="govuk-visually-hidden"> {what}</span>
        </a>
      )}
      <a
        class="govuk-link"
        href={`${importPaths.review(draftId, { priority, action: ref })}#${actionAnchor(ref)}`}
      >
        See<span class="govuk-visually-hidden"> action {ref}</span> as it was read
      </a>
    </p>
  );
}

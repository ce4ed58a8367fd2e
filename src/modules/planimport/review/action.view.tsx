import type { ComponentChildren, JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Tag } from '../../../platform/govuk/tag.tsx';
import { Reference } from '../../../platform/web/reference.tsx';
import { subjectOf } from '../draft/apply-choices.rule.ts';
import type { DraftAction, DraftMilestone } from './draft-rows.rule.ts';
import type { PrintedBlock } from '../draft/source-lines.rule.ts';
import { DROP_ROW, PUT_ROW_BACK } from './rows.form.ts';
import { importPaths } from '../paths.ts';
import { refInPath, type Provenance, timescaleInWords } from '../../improvement/index.ts';
import { HowReadMark, ValueMark } from './how-read.view.tsx';
import { Printed } from './printed.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** A milestone with what the file prints where it stands. */
export interface ShownMilestone extends DraftMilestone {
  readonly printed: readonly PrintedBlock[];
}

/** An action with what the file prints where it stands. */
export interface ShownAction extends Omit<DraftAction, 'milestones'> {
  readonly milestones: readonly ShownMilestone[];
  /** Where no row stands under it: what the file prints of the action itself. */
  readonly printed: readonly PrintedBlock[];
}

/** Where an action stands on the page of what was read. */
export function actionAnchor(ref: string): string {
  return `action-${refInPath(ref)}`;
}

/** One action as it was read, each of its rows beside what is printed. */
export function ImportAction(props: {
  draftId: string;
  shown: ShownAction;
  mayChange: boolean;
}): JSX.Element {
  const { draftId, shown, mayChange } = props;
  const { action, decision } = shown;
  const dropped = decision === 'dropped';
  return (
    <article class={dropped ? 'tl-read tl-read--dropped' : 'tl-read'} id={actionAnchor(action.ref)}>
      <div class="tl-read__head">
        <h4 class="tl-read__action">
          <Reference>{action.ref}</Reference> {action.text}
        </h4>
        {mayChange && (
          <div class="tl-read__tools">
            <RowTools
              name={`action ${action.ref}`}
              subject={subjectOf.action(action.ref)}
              dropped={dropped}
              correct={importPaths.action(draftId, action.ref)}
            />
          </div>
        )}
      </div>
      <p class="tl-read__about">
        {dropped && (
          <Tag colour="red" class="tl-dropped">
            Dropped: will not be stored
          </Tag>
        )}
        {(action.putRight === true || action.refReading !== 'stated') && (
          <HowReadMark how={action.putRight === true ? 'by-hand' : action.refReading} />
        )}
        {shown.problems.total > 0 && (
          <a class="govuk-link" href={importPaths.review(draftId, { ref: action.ref, show: 'all' })}>
            {shown.problems.open > 0
              ? `${counted(shown.problems.open, 'thing')} to look at`
              : `${counted(shown.problems.total, 'thing')} looked at`}
            <span class="govuk-visually-hidden"> about action {action.ref}</span>
          </a>
        )}
      </p>
      <dl class="tl-read__facts">
        <Fact name="Carries">
          <Values
            of="tag"
            values={action.tags}
            provenance={action.provenance}
            none="no requirement"
            reference
          />
        </Fact>
        {action.crossReferences.length > 0 && (
          <Fact name="Refers to">
            <Values
              of="cross-reference"
              values={action.crossReferences}
              provenance={action.provenance}
              none=""
              reference
            />
          </Fact>
        )}
        {action.jointWith.length > 0 && (
          <Fact name="Joint with">
            <Values of="joint" values={action.jointWith} provenance={action.provenance} none="" />
          </Fact>
        )}
      </dl>
      {shown.milestones.length === 0 ? (
        <div class="tl-read__row">
          <p class="tl-read__none">No row with a timescale was read under this action.</p>
          <Printed lines={shown.printed} />
        </div>
      ) : (
        shown.milestones.map((row) => (
          <ImportRow
            draftId={draftId}
            actionRef={action.ref}
            row={row}
            alone={shown.milestones.length === 1}
            withTools={mayChange && !dropped}
          />
        ))
      )}
    </article>
  );
}

function ImportRow(props: {
  draftId: string;
  actionRef: string;
  row: ShownMilestone;
  alone: boolean;
  /** A row of a dropped action cannot be dropped on its own, and whoever may only read the draft drops nothing. */
  withTools: boolean;
}): JSX.Element {
  const { draftId, actionRef, row } = props;
  const { milestone, ordinal } = row;
  const dropped = row.decision === 'dropped';
  const name = `row ${ordinal} of action ${actionRef}`;
  return (
    <div class={dropped ? 'tl-read__row tl-read__row--dropped' : 'tl-read__row'}>
      <div>
        {!props.alone && <h5 class="tl-read__ordinal">Row {ordinal}</h5>}
        {dropped && (
          <p class="tl-read__about">
            <Tag colour="red" class="tl-dropped">
              Dropped: will not be stored
            </Tag>
          </p>
        )}
        <dl class="tl-read__facts">
          <Fact name="When">
            {milestone.status === 'completed'
              ? `Completed${milestone.start === null && milestone.end === null ? '' : `, ${timescaleInWords(milestone.start, milestone.end)}`}`
              : timescaleInWords(milestone.start, milestone.end)}{' '}
            <HowReadMark how={milestone.reading} decision={row.decision} />
            {milestone.recurrence !== null && (
              <span class="tl-aside">Comes back: {milestone.recurrence}</span>
            )}
            {milestone.review && milestone.recurrence === null && (
              <span class="tl-aside">To be reviewed</span>
            )}
          </Fact>
          <Fact name="Leads">
            <Values of="lead" values={milestone.leads} provenance={milestone.provenance} none="no lead" />
          </Fact>
          <Fact name="Measures">
            <Values
              of="measure"
              values={milestone.measures}
              provenance={milestone.provenance}
              none="no measure"
              list
            />
          </Fact>
        </dl>
        {props.withTools && (
          <div class="tl-read__tools">
            <RowTools
              name={name}
              subject={subjectOf.milestone(actionRef, ordinal)}
              dropped={dropped}
              correct={importPaths.milestone(draftId, actionRef, ordinal)}
            />
          </div>
        )}
      </div>
      <Printed lines={row.printed} />
    </div>
  );
}

function RowTools(props: { name: string; subject: string; dropped: boolean; correct: string }): JSX.Element {
  const { name, subject, dropped } = props;
  const hidden = <span class="govuk-visually-hidden"> {name}</span>;
  return dropped ? (
    <Button kind="secondary" name={PUT_ROW_BACK} value={subject} class="tl-small-button">
      Put back{hidden}
    </Button>
  ) : (
    <>
      <a class="govuk-link" href={props.correct}>
        Correct{hidden}
      </a>
      <Button kind="secondary" name={DROP_ROW} value={subject} class="tl-small-button">
        Drop{hidden}
      </Button>
    </>
  );
}

function Fact(props: { name: string; children: ComponentChildren }): JSX.Element {
  return (
    <div class="tl-read__fact">
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}

function Values(props: {
  of: Provenance['of'];
  values: readonly string[];
  provenance: readonly Provenance[];
  none: string;
  reference?: boolean;
  list?: boolean;
}): JSX.Element {
  if (props.values.length === 0) return <span class="tl-lacking">{props.none}</span>;
  const items = props.values.map((value) => (
    <li>
      {props.reference === true ? <Reference>{value}</Reference> : value}
      <ValueMark of={props.of} value={value} provenance={props.provenance} />
    </li>
  ));
  return <ul class={props.list === true ? 'tl-values tl-values--lines' : 'tl-values'}>{items}</ul>;
}

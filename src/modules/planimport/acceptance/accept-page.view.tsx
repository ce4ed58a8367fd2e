import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { Select } from '../../../platform/govuk/select.tsx';
import { WarningText } from '../../../platform/govuk/warning-text.tsx';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { Page } from '../../../platform/web/page.tsx';
import { NEW_PLAN } from './acceptance.form.ts';
import { importPaths } from '../paths.ts';
import { DifferenceList, differenceInWords } from '../../improvement/index.ts';
import { ImportAcceptForm } from './accept-form.view.tsx';
import type { ImportAcceptProps, LaterVersion } from './acceptance.shape.ts';
import { FormErrors } from '../draft/draft-fields.view.tsx';
import { counted } from '../../../platform/counted.ts';

/** As many of each kind as somebody reads before they accept; the whole stands on the page of the version afterwards. */
const MOST_DIFFERENCES = 100;

/** The last look before a draft becomes a plan, or a later version of one: what will be stored, and what it changes. */
export function ImportAcceptPage(props: ImportAcceptProps): JSX.Element {
  const { draft, counts, wrong, later } = props;
  return (
    <Page
      frame={props.frame}
      title="Check before accepting"
      hasErrors={wrong !== undefined}
      crumbs={[
        { text: 'Import a plan', href: importPaths.start() },
        { text: draft.fileName, href: importPaths.review(draft.id) },
      ]}
      withoutDay
    >
      <FormErrors problems={wrong} />
      <span class="govuk-caption-l tl-import__file">{draft.fileName}</span>
      <h1 class="govuk-heading-l">Check before accepting</h1>
      {counts.actions === 0 ? (
        <NothingToAccept draftId={draft.id} />
      ) : (
        <>
          <WhatIsStored {...props} />
          <WhichPlan {...props} />
          {later !== null && <WhatChanges later={later} fileName={draft.fileName} />}
          <ImportAcceptForm {...props} />
        </>
      )}
    </Page>
  );
}

function NothingToAccept(props: { draftId: string }): JSX.Element {
  return (
    <p class="govuk-body">
      There is no action in what would be stored, so there is nothing to accept. Put back those that were
      dropped, or say what each column holds, on{' '}
      <a class="govuk-link" href={importPaths.review(props.draftId)}>
        the page of what was read
      </a>
      .
    </p>
  );
}

function WhatIsStored(props: ImportAcceptProps): JSX.Element {
  const { counts, problems, byHand, draft } = props;
  const { open } = problems;
  const { corrections, actionsDropped, rowsDropped } = byHand;
  const byHandWords = [
    ...(corrections > 0 ? [`${counted(corrections, 'correction')} by hand`] : []),
    ...(actionsDropped > 0 ? [`${counted(actionsDropped, 'action')} dropped`] : []),
    ...(rowsDropped > 0 ? [`${counted(rowsDropped, 'row')} dropped`] : []),
  ];
  return (
    <>
      <h2 class="govuk-heading-m">What will be stored</h2>
      <p class="govuk-body">
        {[
          counted(counts.priorities, 'priority', 'priorities'),
          counted(counts.outcomes, 'outcome'),
          counted(counts.actions, 'action'),
          counted(counts.milestones, 'milestone'),
          counted(counts.measures, 'measure'),
          counted(counts.requirements, 'requirement'),
        ].join(', ')}{' '}
        and {counted(counts.people, 'person', 'people')}
        {byHandWords.length > 0 && `, with ${byHandWords.join(', ')}`}.
      </p>
      {open > 0 && (
        <WarningText>
          {notLookedAt(open, problems.total)}{' '}
          <a class="govuk-link" href={importPaths.review(draft.id)}>
            Look at them
          </a>
        </WarningText>
      )}
    </>
  );
}

function notLookedAt(open: number, total: number): string {
  if (open === total && total === 1)
    return 'Nobody has looked at the one odd thing in it. Its proposed reading will be stored.';
  const whose =
    open === total
      ? `any of the ${total.toLocaleString('en-GB')}`
      : `${open.toLocaleString('en-GB')} of the ${total.toLocaleString('en-GB')}`;
  return `Nobody has looked at ${whose} odd things in it. Their proposed reading will be stored.`;
}

function WhichPlan(props: ImportAcceptProps): JSX.Element | null {
  const { plans, draft, typed } = props;
  if (plans.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">Which plan this is</h2>
      <form class="tl-filters tl-import-filters" method="get" action={importPaths.accept(draft.id)}>
        <Select
          name="plan"
          label="This file is"
          value={typed.plan}
          items={[
            { value: NEW_PLAN, text: 'a new plan' },
            ...plans.map(({ slug, title }) => ({ value: slug, text: `a later version of ${title}` })),
          ]}
        />
        <Button kind="secondary">Choose and see what would change</Button>
      </form>
    </>
  );
}

function WhatChanges(props: { later: LaterVersion; fileName: string }): JSX.Element {
  const { later } = props;
  const { title, version, difference } = later;
  const { added, changed, moved, gone } = difference;
  const none = added.length + changed.length + moved.length + gone.length === 0;
  return (
    <>
      <h2 class="govuk-heading-m">What would change</h2>
      <p class="govuk-body">
        {none
          ? `Nothing: this file says the same as version ${version} of ${title}. Accepting it changes nothing.`
          : `${differenceInWords(difference)}. It is compared with version ${version} of ${title}, in force from ${formatDay(later.inForceFrom)}.`}
      </p>
      {!none && <DifferenceList difference={difference} atMost={MOST_DIFFERENCES} />}
    </>
  );
}

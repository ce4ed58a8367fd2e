import type { JSX } from 'preact';
import { Button, Select } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { DAY_PARAMETER } from '../../../platform/web/as-at.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { Clause, ClauseDifference, Terms } from './terms.rule.ts';
import { bodyPaths } from '../paths.ts';

export interface TermsPageProps {
  readonly frame: Frame;
  readonly body: { readonly slug: string; readonly name: string };
  readonly versions: readonly Terms[];
  readonly older: Terms;
  readonly newer: Terms;
  readonly differences: readonly ClauseDifference[];
}

/** Two versions of the terms of reference side by side, with what differs marked by word as well as by colour. */
export function TermsPage(props: TermsPageProps): JSX.Element {
  const { frame, body, versions, older, newer, differences } = props;
  const changed = differences.filter(({ kind }) => kind !== 'same').length;
  const on = frame.query.get(DAY_PARAMETER);
  return (
    <Page
      frame={frame}
      title={`Terms of reference, ${body.name}`}
      crumbs={[
        { text: 'Bodies', href: bodyPaths.bodies() },
        { text: body.name, href: bodyPaths.body(body.slug) },
      ]}
    >
      <span class="govuk-caption-l">{body.name}</span>
      <h1 class="govuk-heading-l">Terms of reference, side by side</h1>
      <form class="tl-filters" method="get" action={frame.path} novalidate>
        {on !== null && <input type="hidden" name={DAY_PARAMETER} value={on} />}
        <Choice name="older" label="Older" versions={versions} chosen={older} />
        <Choice name="newer" label="Newer" versions={versions} chosen={newer} />
        <Button kind="secondary">Compare</Button>
      </form>
      <p class="govuk-body">
        {changed === 0 ? 'The two say the same.' : `${changed} of ${differences.length} clauses differ.`}
      </p>
      <WideTable
        name="Clauses"
        caption="Clauses"
        captionClass="govuk-visually-hidden"
        class="tl-side-by-side"
        head={[versionInWords(older), versionInWords(newer), 'What changed']}
        rows={differences.map((difference) => [
          <Side difference={difference} side="gone" clause={difference.older} />,
          <Side difference={difference} side="new" clause={difference.newer} />,
          { same: 'The same', changed: 'Reworded', gone: 'Taken out', new: 'Added' }[difference.kind],
        ])}
      />
    </Page>
  );
}

export function versionInWords({ version, title, inForceFrom, statedOn, weight }: Terms): string {
  const since =
    inForceFrom === null
      ? `${weight === 'proposed' ? 'draft of' : 'paper of'} ${formatDay(statedOn)}`
      : `in force from ${formatDay(inForceFrom)}`;
  return `Version ${version}, ${title}, ${since}`;
}

function Choice(props: {
  name: string;
  label: string;
  versions: readonly Terms[];
  chosen: Terms;
}): JSX.Element {
  return (
    <Select
      name={props.name}
      label={props.label}
      items={props.versions.map((terms) => ({
        value: terms.version,
        text: versionInWords(terms),
        selected: terms.version === props.chosen.version,
      }))}
    />
  );
}

function Side(props: {
  difference: ClauseDifference;
  side: 'gone' | 'new';
  clause: Clause | null;
}): JSX.Element {
  const { difference, side, clause } = props;
  if (clause === null) return <span class="tl-lacking">Not in this version</span>;
  return (
    <>
      <span class="tl-clauses__number">{clause.number}</span>{' '}
      {difference.pieces
        .filter(({ kind }) => kind === 'same' || kind === side)
        .map(({ kind, text }) =>
          kind === 'same' ? text : side === 'gone' ? <del>{text}</del> : <ins>{text}</ins>,
        )}
    </>
  );
}

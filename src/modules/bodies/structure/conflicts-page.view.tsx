import type { JSX } from 'preact';
import { Tag } from '../../../platform/govuk/index.ts';
import { asAtInWords } from '../../../platform/web/as-at.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import type { Conflict } from '../sayings/facts.rule.ts';
import { ATTRIBUTES, valueInWords, WEIGHTS } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import { BodiesTabs } from '../visiting/bodies-tabs.view.tsx';
import { SaidBy } from '../sayings/said-words.view.tsx';

export interface BodyInConflict {
  readonly slug: string;
  readonly name: string;
  readonly conflicts: readonly Conflict[];
}

/** Where papers contradict each other on a day: each saying with its place, which one counts, and why. */
export function ConflictsPage(props: {
  frame: Frame;
  mayKeep: boolean;
  bodies: readonly BodyInConflict[];
}): JSX.Element {
  const { frame, bodies } = props;
  return (
    <Page frame={frame} title="Where papers differ" crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]}>
      <h1 class="govuk-heading-l">Where papers differ</h1>
      <BodiesTabs frame={frame} current="conflicts" mayKeep={props.mayKeep} />
      <p class="govuk-body tl-reading">
        What a body entitled to decide it decided counts before what a paper states, and that before what is
        proposed. Of two alike the later counts. The others are kept.
      </p>
      {bodies.length === 0 ? (
        <Empty title="No papers differ on this day">
          {`On ${asAtInWords(frame.asAt)} nothing recorded of a body contradicts anything else.`}
        </Empty>
      ) : (
        bodies.map((body) => (
          <>
            <h2 class="govuk-heading-m">
              <DayLink frame={frame} href={bodyPaths.body(body.slug)}>
                {body.name}
              </DayLink>
            </h2>
            {body.conflicts.map((conflict) => (
              <ConflictTable conflict={conflict} of={body.name} />
            ))}
          </>
        ))
      )}
    </Page>
  );
}

/** Every saying of one attribute, the one that counts first. */
export function ConflictTable(props: { conflict: Conflict; of: string }): JSX.Element {
  const { attribute, counts, others } = props.conflict;
  return (
    <WideTable
      name={`What papers say of ${props.of}: ${ATTRIBUTES[attribute]}`}
      caption={ATTRIBUTES[attribute]}
      captionClass="govuk-table__caption--s"
      head={['What is said', 'By whom', 'Status', 'Whether it counts']}
      rows={[
        [
          valueInWords(attribute, counts.value),
          <SaidBy said={counts} />,
          WEIGHTS[counts.weight],
          <Tag class="govuk-tag--green">Counts</Tag>,
        ],
        ...others.map(({ fact, why }) => [
          valueInWords(attribute, fact.value),
          <SaidBy said={fact} />,
          WEIGHTS[fact.weight],
          `Does not count. ${why}`,
        ]),
      ]}
    />
  );
}

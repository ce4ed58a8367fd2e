import type { JSX } from 'preact';
import { Button, Tag } from '../../../platform/govuk/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { numbersDisagree } from './options.rule.ts';
import { RELATIONS } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import type { Option, OptionsPaper, OptionsPaperRow } from './options-papers.query.ts';
import { BodiesTabs } from '../visiting/bodies-tabs.view.tsx';

/** Every paper that asks members to choose a future structure. */
export function OptionsPapersPage(props: {
  frame: Frame;
  mayKeep: boolean;
  papers: readonly OptionsPaperRow[];
}): JSX.Element {
  const { frame, mayKeep, papers } = props;
  return (
    <Page frame={frame} title="Options" crumbs={[{ text: 'Bodies', href: bodyPaths.bodies() }]} withoutDay>
      <h1 class="govuk-heading-l">Options for the future</h1>
      <BodiesTabs frame={frame} current="options" mayKeep={mayKeep} />
      {mayKeep && papers.length > 0 && <Button href={bodyPaths.addOptions()}>Write an options paper</Button>}
      {papers.length === 0 ? (
        <Empty
          title="No options are being weighed"
          action={mayKeep ? { text: 'Write an options paper', href: bodyPaths.addOptions() } : undefined}
        >
          Here stand future structures beside today’s: who would lose a seat, which duty its body, which
          report its reader.
        </Empty>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {papers.map((paper) => (
            <li>
              <a class="govuk-link" href={bodyPaths.optionsPaper(paper.slug)}>
                {paper.title}
              </a>
              <span class="tl-aside">{`${paper.question} ${paper.source}, ${formatDay(paper.statedOn)}`}</span>
            </li>
          ))}
        </ul>
      )}
    </Page>
  );
}

/** Options side by side: what each would cost and change, worked out from the record. */
export function OptionsPaperPage(props: {
  frame: Frame;
  mayKeep: boolean;
  paper: OptionsPaper;
}): JSX.Element {
  const { frame, mayKeep, paper } = props;
  const swapped = paper.options.filter(({ numbers }) => numbersDisagree(numbers));
  const bodyLink = (body: { readonly slug: string; readonly name: string }) => (
    <a class="govuk-link" href={`${bodyPaths.body(body.slug)}?on=${paper.asAt}`}>
      {body.name}
    </a>
  );
  return (
    <Page
      frame={frame}
      title={paper.title}
      crumbs={[
        { text: 'Bodies', href: bodyPaths.bodies() },
        { text: 'Options', href: bodyPaths.options() },
      ]}
      withoutDay
    >
      <h1 class="govuk-heading-l">{paper.title}</h1>
      <p class="govuk-body-l tl-reading">{paper.question}</p>
      <p class="govuk-body tl-reading">
        {`${paper.source}, ${formatDay(paper.statedOn)}. Worked out from the record as at ${formatDay(paper.asAt)}.`}
      </p>
      {swapped.length > 0 && (
        <p class="govuk-body tl-warned">
          <Tag class="govuk-tag--yellow">Mind the numbers</Tag>{' '}
          {`The paper numbers ${swapped.length} of these options differently in different places: speak of them by name.`}
        </p>
      )}
      {mayKeep && (
        <Button kind="secondary" href={bodyPaths.addOption(paper.slug)}>
          Add an option
        </Button>
      )}
      <WideTable
        name="Options side by side"
        caption="At a glance"
        head={['What it would cost', ...paper.options.map(({ title }) => title)]}
        firstCellIsHeader
        class="tl-options"
        rows={[
          ['Seats that go', ...paper.options.map((option) => String(placesLost(option)))],
          [
            'Duties that lose their body',
            ...paper.options.map(({ consequences }) => String(consequences.dutiesLost.length)),
          ],
          [
            'Reports that lose their reader',
            ...paper.options.map(({ consequences }) => String(consequences.readersLost.length)),
          ],
          [
            'Lines from a body that goes',
            ...paper.options.map(({ consequences }) => String(consequences.reportsLost.length)),
          ],
        ]}
      />
      {paper.options.map((option) => (
        <section class="tl-option">
          <h2 class="govuk-heading-m">{option.title}</h2>
          <p class="govuk-body tl-reading">
            {option.words}
            {option.numbers.length > 0 && (
              <span class="tl-aside">
                {`Numbered ${option.numbers.map(({ place, number }) => `${number} (${place})`).join(', ')}`}
              </span>
            )}
          </p>
          <Consequences option={option} bodyLink={bodyLink} />
        </section>
      ))}
    </Page>
  );
}

function placesLost({ consequences }: Option): number {
  return consequences.seatsLost.reduce(
    (sum, { seat }) => sum + Math.max(seat.places ?? 1, seat.holders.length),
    0,
  );
}

function Consequences(props: {
  option: Option;
  bodyLink: (body: { readonly slug: string; readonly name: string }) => JSX.Element;
}): JSX.Element {
  const { option, bodyLink } = props;
  const { seatsLost, dutiesLost, dutiesPassed, readersLost, reportsLost, renamed, linesDrawn } =
    option.consequences;
  const lists: readonly (readonly [string, readonly JSX.Element[]])[] = [
    [
      'Who would lose a seat',
      seatsLost.map(({ body, seat }) => (
        <li>
          {seat.holders.length === 0
            ? `Whoever holds: ${seat.label}`
            : `${seat.holders.map(({ personName }) => personName).join(', ')}, ${seat.label}`}
          {seat.places !== null && seat.places > 1 && ` (${seat.places} places)`}
          {', '}
          {bodyLink(body)}
        </li>
      )),
    ],
    [
      'Which duties would lose their body',
      dutiesLost.map(({ body, duty }) => (
        <li>
          {duty.text} {bodyLink(body)}
        </li>
      )),
    ],
    [
      'Which duties would pass on',
      dutiesPassed.map(({ from, to, duty }) => (
        <li>
          {duty.text} From {bodyLink(from)} to {bodyLink(to)}
        </li>
      )),
    ],
    [
      'Which reports would lose their reader',
      readersLost.map(({ from, to, line }) => (
        <li>
          {bodyLink(from)} {RELATIONS[line.relation].out.toLowerCase()} {bodyLink(to)}
          {line.detail !== null && <span class="tl-aside">{line.detail}</span>}
        </li>
      )),
    ],
    [
      'Which bodies it would no longer answer to or work with',
      reportsLost.map(({ from, to, line }) => (
        <li>
          {bodyLink(from)} {RELATIONS[line.relation].out.toLowerCase()} {bodyLink(to)}
        </li>
      )),
    ],
    [
      'What would be renamed',
      renamed.map(({ body, newName }) => (
        <li>
          {bodyLink(body)} would become {newName}
        </li>
      )),
    ],
    [
      'Which lines would be drawn',
      linesDrawn.map(({ from, to, relation }) => (
        <li>
          {bodyLink(from)} {RELATIONS[relation].out.toLowerCase()} {bodyLink(to)}
        </li>
      )),
    ],
  ];
  const told = lists.filter(([, items]) => items.length > 0);
  return told.length === 0 ? (
    <p class="govuk-body">
      Nothing would change: nobody loses a seat, no duty its body, no report its reader.
    </p>
  ) : (
    <>
      {told.map(([heading, items]) => (
        <>
          <h3 class="govuk-heading-s">{heading}</h3>
          <ul class="govuk-list govuk-list--bullet">{items}</ul>
        </>
      ))}
    </>
  );
}

import { Fragment, h, type ComponentChildren, type JSX } from 'preact';
import { StateShape } from '../charts/state-shape.tsx';
import { shapeBox, stateLooks, type State } from '../charts/state-shapes.ts';
import { formatDay } from '../time/plain-day.ts';
import {
  coverLines,
  headingsOf,
  type Block,
  type Cell,
  type Figure,
  type Inline,
  type PrintDocument,
  type Table,
  type Text,
} from './document.ts';
import { prepareDocument } from './prepare-document.ts';

/**
 * A paper as part of a web page, in GOV.UK's classes: the first of the three editions, and the one most people read.
 * The title is the `h1` of the page; sections follow at `h2`.
 */
export function PrintedPaper({ document }: { readonly document: PrintDocument }): JSX.Element {
  const paper = prepareDocument(document, 'page');
  const { cover } = paper;
  return (
    <article class="tl-paper">
      <span class="govuk-caption-xl">{cover.council}</span>
      <h1 class="govuk-heading-xl">{paper.title}</h1>
      <dl class="govuk-summary-list tl-paper__cover">
        {coverLines(cover, formatDay(cover.date)).map(([name, lines]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{name}:</dt>
            <dd class="govuk-summary-list__value">{joined(lines)}</dd>
          </div>
        ))}
      </dl>
      {cover.summary.length > 0 && (
        <section class="tl-paper__summary">
          <h2 class="govuk-heading-l">Summary</h2>
          {cover.summary.map((text) => (
            <p class="govuk-body">
              <Words text={text} />
            </p>
          ))}
        </section>
      )}
      {cover.recommendations.length > 0 && (
        <section class="tl-paper__recommendations">
          <h2 class="govuk-heading-l">Recommendations</h2>
          <List ordered items={cover.recommendations} />
        </section>
      )}
      {paper.blocks.map((block, index) => (
        <PrintedBlock block={block} paper={paper} number={index} />
      ))}
    </article>
  );
}

function PrintedBlock(props: { block: Block; paper: PrintDocument; number: number }): JSX.Element | null {
  const { block } = props;
  switch (block.kind) {
    case 'heading':
      return h(
        `h${block.level + 1}`,
        { id: block.id, class: `govuk-heading-${headingSizes[block.level]}`, tabIndex: -1 },
        block.text,
      );
    case 'paragraph':
      return (
        <p class="govuk-body">
          <Words text={block.text} />
        </p>
      );
    case 'note':
      return (
        <div class="govuk-inset-text">
          <Words text={block.text} />
        </div>
      );
    case 'list':
      return <List ordered={block.ordered} items={block.items} />;
    case 'table':
      return <PrintedTable table={block} id={`paper-table-${props.number}`} />;
    case 'figure':
      return <PrintedFigure figure={block} />;
    case 'contents':
      return <Contents paper={props.paper} />;
    default:
      return <div class="tl-page-break" aria-hidden="true" />;
  }
}

const headingSizes = { 1: 'l', 2: 'm', 3: 's' } as const;

function List({ ordered, items }: { ordered: boolean; items: readonly Text[] }): JSX.Element {
  const entries = items.map((item) => (
    <li>
      <Words text={item} />
    </li>
  ));
  return ordered ? (
    <ol class="govuk-list govuk-list--number">{entries}</ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{entries}</ul>
  );
}

/** A table in a frame of its own that scrolls sideways on a phone, and can be reached by keyboard to do so. */
function PrintedTable({ table, id }: { table: Table; id: string }): JSX.Element {
  const place = (index: number, part: 'header' | 'cell'): string => {
    const right = table.columns[index]?.align === 'right';
    return `govuk-table__${part}${right ? ` govuk-table__${part}--numeric` : ''}`;
  };
  return (
    <div class="tl-scroll" tabIndex={0} role="region" aria-labelledby={id}>
      <table class="govuk-table tl-table">
        <caption class="govuk-table__caption govuk-table__caption--s" id={id}>
          {table.caption}
        </caption>
        <thead class="govuk-table__head">
          <tr class="govuk-table__row">
            {table.columns.map((column, index) => (
              <th scope="col" class={place(index, 'header')}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody class="govuk-table__body">
          {table.rows.map((row) => (
            <tr class="govuk-table__row">
              {row.map((cell, index) =>
                index === 0 && table.rowHeader === true ? (
                  <th scope="row" class="govuk-table__header">
                    <CellWords cell={cell} />
                  </th>
                ) : (
                  <td class={place(index, 'cell')}>
                    <CellWords cell={cell} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function PrintedFigure({ figure }: { figure: Figure }): JSX.Element {
  return (
    <figure class="tl-chart-figure govuk-!-margin-0 govuk-!-margin-bottom-6">
      <figcaption class="tl-chart__finding">{figure.caption}</figcaption>
      {/* Markup that a chart of ours drew: the type `ChartSvg` admits no other. */}
      <div
        class="tl-chart-scroll"
        tabIndex={0}
        role="region"
        aria-label={figure.alt}
        dangerouslySetInnerHTML={{ __html: figure.svg }}
      />
      {figure.source !== undefined && <p class="tl-source">{figure.source}</p>}
    </figure>
  );
}

function Contents({ paper }: { paper: PrintDocument }): JSX.Element {
  return (
    <nav class="tl-contents" aria-labelledby="paper-contents">
      <h2 class="govuk-heading-l" id="paper-contents">
        Contents
      </h2>
      <ol class="govuk-list">
        {headingsOf(paper)
          .filter(({ level }) => level <= 2)
          .map(({ level, text, id }) => (
            <li class={level === 1 ? undefined : 'govuk-!-margin-left-4'}>
              <a class="govuk-link" href={`#${id}`}>
                {text}
              </a>
            </li>
          ))}
      </ol>
    </nav>
  );
}

function CellWords({ cell }: { cell: Cell }): JSX.Element {
  return 'kind' in cell ? <List ordered={false} items={cell.items} /> : <Words text={cell} />;
}

function Words({ text }: { text: Text }): JSX.Element {
  return <>{text.map(inline)}</>;
}

function inline(run: Inline): ComponentChildren {
  if (typeof run === 'string') return run;
  switch (run.kind) {
    case 'strong':
      return <strong>{run.text}</strong>;
    case 'break':
      return <br />;
    case 'link':
      return (
        <a class="govuk-link" href={run.href}>
          {run.text}
        </a>
      );
    case 'reference':
      return run.href === undefined ? (
        <span class="tl-ref">{run.text}</span>
      ) : (
        <a class="govuk-link tl-ref" href={run.href}>
          {run.text}
        </a>
      );
    default:
      return <StateWords state={run.state} text={run.text ?? stateLooks[run.state].word} />;
  }
}

function StateWords({ state, text }: { state: State; text: string }): JSX.Element {
  return (
    <span class="tl-state-words">
      <svg
        class="tl-state-shape"
        viewBox={`0 0 ${shapeBox} ${shapeBox}`}
        width="14"
        height="14"
        aria-hidden="true"
        focusable="false"
      >
        <StateShape state={state} x={shapeBox / 2} y={shapeBox / 2} size={shapeBox} />
      </svg>{' '}
      {text}
    </span>
  );
}

function joined(lines: readonly string[]): JSX.Element {
  return (
    <>
      {lines.map((line, index) => (
        <Fragment>
          {index > 0 && <br />}
          {line}
        </Fragment>
      ))}
    </>
  );
}

import type { JSX } from 'preact';
import { Details } from '../../../platform/govuk/index.ts';
import type { Drawing } from '../../../platform/diagrams/draw-diagram.ts';
import { asAtInWords, linkAsAt } from '../../../platform/web/as-at.ts';
import { DayLink } from '../../../platform/web/day-link.tsx';
import { Empty } from '../../../platform/web/empty.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { type GovernanceDiagram, isTooLarge } from './governance-diagram.rule.ts';
import { KINDS, RELATIONS } from '../sayings/body-words.shape.ts';
import { bodyPaths } from '../paths.ts';
import { BodiesTabs } from '../visiting/bodies-tabs.view.tsx';
import { lifeInWords } from '../life/life-in-words.rule.ts';
import { SaidBy } from '../sayings/said-words.view.tsx';

export const ZOOMS = [50, 75, 100, 150, 200] as const;

export interface DiagramPageProps {
  readonly frame: Frame;
  readonly governance: GovernanceDiagram;
  readonly drawing: Drawing | undefined;
  /** Whether there would be a drawing, had not too many been made just now. */
  readonly isPutOff: boolean;
  /** What the shapes and lines mean, drawn. */
  readonly drawnKey: Drawing | undefined;
  /** In hundredths; `fit` for as wide as the page. */
  readonly zoom: (typeof ZOOMS)[number] | 'fit';
  readonly withPresumed: boolean;
  readonly mayKeep: boolean;
}

/** The governance diagram of a day, to be looked at, zoomed and followed; and the same as a list. */
export function DiagramPage(props: DiagramPageProps): JSX.Element {
  const { frame, governance, drawing, withPresumed } = props;
  const day = asAtInWords(frame.asAt);
  return (
    <Page frame={frame} title={`Governance on ${day}`} crumbs={[]}>
      <h1 class="govuk-heading-l">Who answers to whom</h1>
      <BodiesTabs frame={frame} current="diagram" mayKeep={props.mayKeep} />
      {isTooLarge(governance) ? (
        <p class="govuk-body">
          {`${governance.drawn.length} bodies and ${governance.lines.length} lines on ${day}: too many for one picture. They stand in the list below.`}
        </p>
      ) : props.isPutOff ? (
        <p class="govuk-body">
          {`${governance.drawn.length} bodies and ${governance.lines.length} lines on ${day}. The picture is not drawn just now, because many were drawn within the last minute. The same stands in the list below; open this page again in a minute for the picture.`}
        </p>
      ) : drawing === undefined ? (
        <Empty
          title="No line between bodies is recorded on this day"
          action={{ text: 'List of bodies', href: linkAsAt(bodyPaths.list(), frame.asAt) }}
        >
          Here stands a picture of the bodies and of who reports to whom, drawn from the record.
        </Empty>
      ) : (
        <>
          <p class="govuk-body">
            {`${governance.drawn.length} bodies and ${governance.lines.length} lines on ${day}.`}{' '}
            <span class="tl-diagram-hint">Choose a shape to open the body.</span>
          </p>
          <Controls {...props} />
          <div
            class={props.zoom === 'fit' ? 'tl-diagram-view tl-diagram-view--fit' : 'tl-diagram-view'}
            role="region"
            aria-label={`Governance diagram, ${day}. It scrolls with the arrow keys.`}
            tabindex={0}
            dangerouslySetInnerHTML={{ __html: sized(drawing, props.zoom) }}
          />
          <Key drawnKey={props.drawnKey} />
        </>
      )}
      {governance.leftOut > 0 && (
        <p class="govuk-body tl-diagram-hint">
          {`Left out are ${governance.leftOut} bodies and lines that no paper of the last two years speaks of. `}
          <a class="govuk-link" href={addressWith(props, { all: 'yes' })}>
            Show them too
          </a>
        </p>
      )}
      {withPresumed && (
        <p class="govuk-body">
          Pale shapes are presumed: no paper of the last two years speaks of them.{' '}
          <a class="govuk-link" href={addressWith(props, { all: undefined })}>
            Leave them out
          </a>
        </p>
      )}
      <AsList {...props} />
    </Page>
  );
}

/** The drawing at its zoom: its size stands in attributes, since a page may not carry styles. */
function sized({ svg, width, height }: Drawing, zoom: DiagramPageProps['zoom']): string {
  if (zoom === 'fit') return svg;
  const at = (size: number) => Math.round((size * zoom) / 100);
  return svg.replace(`width="${width}" height="${height}"`, `width="${at(width)}" height="${at(height)}"`);
}

function addressWith(
  { frame, zoom, withPresumed }: DiagramPageProps,
  wanted: { readonly zoom?: string; readonly all?: 'yes' | undefined },
): string {
  const query = new URLSearchParams();
  const all = 'all' in wanted ? wanted.all : withPresumed ? 'yes' : undefined;
  const chosen = wanted.zoom ?? String(zoom);
  query.set('zoom', chosen);
  if (all !== undefined) query.set('all', all);
  const path = query.size === 0 ? bodyPaths.bodies() : `${bodyPaths.bodies()}?${query}`;
  return linkAsAt(path, frame.asAt);
}

function Controls(props: DiagramPageProps): JSX.Element {
  const { frame, zoom, withPresumed } = props;
  const at = zoom === 'fit' ? ZOOMS.indexOf(75) : ZOOMS.indexOf(zoom);
  const smaller = ZOOMS[zoom === 'fit' ? at : at - 1];
  const larger = ZOOMS[at + 1];
  const file = (format: 'svg' | 'png' | 'pdf') =>
    linkAsAt(`${bodyPaths.diagramFile(format)}${withPresumed ? '?all=yes' : ''}`, frame.asAt);
  return (
    <div class="tl-diagram-controls">
      <ul class="tl-diagram-controls__list" aria-label="Zoom">
        {smaller !== undefined && zoom !== 'fit' && (
          <li>
            <a class="govuk-link" href={addressWith(props, { zoom: String(smaller) })}>
              Smaller<span class="govuk-visually-hidden">{`, ${smaller} per cent`}</span>
            </a>
          </li>
        )}
        {larger !== undefined && (
          <li>
            <a class="govuk-link" href={addressWith(props, { zoom: String(larger) })}>
              Larger<span class="govuk-visually-hidden">{`, ${larger} per cent`}</span>
            </a>
          </li>
        )}
        {zoom !== 'fit' && (
          <li>
            <a class="govuk-link" href={addressWith(props, { zoom: 'fit' })}>
              As wide as the page
            </a>
          </li>
        )}
      </ul>
      <ul class="tl-diagram-controls__list" aria-label="Take it away">
        {(['svg', 'png', 'pdf'] as const).map((format) => (
          <li>
            <a class="govuk-link" href={file(format)}>
              {format.toUpperCase()}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Key(props: { drawnKey: Drawing | undefined }): JSX.Element {
  return (
    <Details summary="What the shapes and lines mean">
      <p class="govuk-body">
        Each shape carries the kind of body under its name, and each line its meaning. The arrow leads from
        who reports, supports, scrutinises or informs to whom.
      </p>
      {props.drawnKey !== undefined && (
        <div
          class="tl-diagram-view tl-diagram-view--fit"
          dangerouslySetInnerHTML={{ __html: props.drawnKey.svg }}
        />
      )}
    </Details>
  );
}

/** The same content as a list: every body of the picture with its lines, and bodies that have none. */
function AsList(props: DiagramPageProps): JSX.Element {
  const { frame, governance } = props;
  const byId = new Map(governance.drawn.map((body) => [body.id, body]));
  return (
    <>
      {governance.lines.length > 0 && (
        <>
          <h2 class="govuk-heading-m">The same as a list</h2>
          <WideTable
            name="Lines between bodies"
            caption="Lines between bodies"
            captionClass="govuk-visually-hidden"
            head={['Body', 'Line', 'To', 'Source']}
            firstCellIsHeader
            rows={governance.drawn.flatMap((body) =>
              governance.lines
                .filter(({ fromId }) => fromId === body.id)
                .map((line) => {
                  const to = byId.get(line.toId);
                  return [
                    <>
                      <DayLink frame={frame} href={bodyPaths.body(body.slug)}>
                        {body.name}
                      </DayLink>
                      <span class="tl-aside">{`${KINDS[body.kind ?? 'board']}. ${lifeInWords(body.life)}`}</span>
                    </>,
                    `${RELATIONS[line.relation].out}${line.weight === 'proposed' ? ' (proposed)' : ''}`,
                    <>
                      {to !== undefined && (
                        <DayLink frame={frame} href={bodyPaths.body(to.slug)}>
                          {to.name}
                        </DayLink>
                      )}
                      {line.detail !== null && <span class="tl-aside">{line.detail}</span>}
                    </>,
                    <SaidBy said={line} />,
                  ];
                }),
            )}
          />
        </>
      )}
      {governance.withoutLine.length > 0 && (
        <Details summary={`${governance.withoutLine.length} bodies with no line on this day`}>
          <ul class="govuk-list tl-columns">
            {governance.withoutLine.map((body) => (
              <li>
                <DayLink frame={frame} href={bodyPaths.body(body.slug)}>
                  {body.name}
                </DayLink>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

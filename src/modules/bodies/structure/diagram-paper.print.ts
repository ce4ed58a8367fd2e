import type { Drawing } from '../../../platform/diagrams/draw-diagram.ts';
import type { PrintDocument } from '../../../platform/print/document.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import type { GovernanceDiagram } from './governance-diagram.rule.ts';
import { RELATIONS } from '../sayings/body-words.shape.ts';

/** The governance diagram as a paper: the picture, and the same in words. */
export function diagramPaper(
  { diagram, drawn, lines }: GovernanceDiagram,
  { svg }: Drawing,
  about: {
    readonly council: string;
    readonly day: PlainDay;
    readonly accent?: string | undefined;
    readonly linkBase?: string | undefined;
  },
): PrintDocument {
  const byId = new Map(drawn.map((body) => [body.id, body]));
  return {
    title: diagram.title,
    language: 'en-GB',
    page: 'landscape',
    ...(about.accent === undefined ? {} : { accent: about.accent }),
    ...(about.linkBase === undefined ? {} : { linkBase: about.linkBase }),
    cover: {
      council: about.council,
      by: [],
      to: [],
      date: about.day,
      subject: diagram.title,
      classification: drawn.some(({ isRestricted }) => isRestricted)
        ? 'Restricted: names a body that is shown to its members alone'
        : 'Unrestricted',
      summary: [[diagram.alt]],
      recommendations: [],
    },
    blocks: [
      {
        kind: 'figure',
        svg,
        alt: diagram.alt,
        caption: diagram.title,
        source: `Drawn from the record as at ${formatDay(about.day)}`,
      },
      { kind: 'heading', level: 1, text: 'The same as a list', id: 'list' },
      {
        kind: 'table',
        caption: 'Lines between bodies',
        columns: [
          { heading: 'Body', width: 3 },
          { heading: 'Line', width: 2 },
          { heading: 'To', width: 3 },
          { heading: 'Source', width: 4 },
        ],
        rowHeader: true,
        rows: lines.map((line) => [
          [byId.get(line.fromId)?.name ?? ''],
          [`${RELATIONS[line.relation].out}${line.weight === 'proposed' ? ' (proposed)' : ''}`],
          [`${byId.get(line.toId)?.name ?? ''}${line.detail === null ? '' : `, ${line.detail}`}`],
          [`${line.source}, ${formatDay(line.statedOn)}${line.place === null ? '' : `, ${line.place}`}`],
        ]),
      },
    ],
  };
}

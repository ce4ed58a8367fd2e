import type {
  Diagram,
  DiagramEdge,
  DiagramNode,
  Shape,
  Stroke,
  ArrowHead,
} from '../../../platform/diagrams/diagram.ts';
import { addMonths, formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { isThere, type Life, MONTHS_KNOWN } from './life.ts';
import type { Line } from './lines.ts';
import { type Kind, KINDS, type Relation, RELATIONS } from './words.ts';

/** Each kind of body has a shape of its own; the word stands in the key and in the list beside the picture. */
export const KIND_SHAPES: Readonly<Record<Kind, Shape>> = {
  council: 'hall',
  executive: 'hexagon',
  committee: 'box',
  panel: 'round-box',
  board: 'double-box',
  partnership: 'oval',
  'officer-group': 'tab',
  forum: 'cloud',
  outside: 'folder',
  office: 'label',
};

/** Each relation has a stroke and a head of its own, and its word on the line. */
export const RELATION_LOOKS: Readonly<
  Record<Relation, { readonly stroke: Stroke; readonly head: ArrowHead }>
> = {
  'reports-to': { stroke: 'plain', head: 'arrow' },
  supports: { stroke: 'dotted', head: 'arrow' },
  scrutinises: { stroke: 'bold', head: 'open-arrow' },
  informs: { stroke: 'broken', head: 'arrow' },
  'shares-minutes-with': { stroke: 'broken', head: 'open-arrow' },
  governs: { stroke: 'plain', head: 'diamond' },
  'part-of': { stroke: 'double', head: 'none' },
  appoints: { stroke: 'plain', head: 'dot' },
  'works-with': { stroke: 'dotted', head: 'none' },
};

export interface DrawnBody {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly kind: Kind | undefined;
  readonly life: Life;
  readonly isRestricted: boolean;
}

export interface GovernanceDiagram {
  readonly diagram: Diagram;
  /** What stands in the picture, and what is there and has no line to stand on. */
  readonly drawn: readonly DrawnBody[];
  readonly lines: readonly Line[];
  readonly withoutLine: readonly DrawnBody[];
  /** Bodies and lines of which no paper of the last two years speaks. */
  readonly leftOut: number;
}

export interface DiagramWishes {
  readonly day: PlainDay;
  /** Also what no paper of the last two years speaks of, drawn pale. */
  readonly withPresumed: boolean;
  readonly hrefOf: (slug: string) => string;
  readonly accent?: string | undefined;
}

/** The governance diagram of a day, drawn from the record: bodies that are there or proposed, and the lines between them. */
export function governanceDiagram(
  structure: { readonly bodies: readonly DrawnBody[]; readonly lines: readonly Line[] },
  { day, withPresumed, hrefOf, accent }: DiagramWishes,
): GovernanceDiagram {
  const standing = structure.bodies.filter(({ life }) => isThere(life) || life.kind === 'proposed');
  const shown = withPresumed ? standing : standing.filter(({ life }) => life.kind !== 'presumed');
  const byId = new Map(shown.map((body) => [body.id, body]));
  const between = structure.lines.filter(({ fromId, toId }) => byId.has(fromId) && byId.has(toId));
  const lines = withPresumed ? between : between.filter((line) => isFresh(line, day));
  const ends = new Set(lines.flatMap(({ fromId, toId }) => [fromId, toId]));
  const drawn = shown.filter(({ id }) => ends.has(id));
  const title = `Governance on ${formatDay(day)}`;
  return {
    drawn,
    lines,
    withoutLine: shown.filter(({ id }) => !ends.has(id)),
    leftOut: standing.length - shown.length + between.length - lines.length,
    diagram: {
      title,
      alt: `${drawn.length} bodies and ${lines.length} lines between them. The list gives the same in words.`,
      accent,
      nodes: drawn.map((body) => nodeOf(body, hrefOf)),
      edges: lines.map((line) => edgeOf(line, (id) => byId.get(id)?.slug ?? '')),
    },
  };
}

/** Whether a line is still known of: decided, kept by somebody, or said by a paper of the last two years. */
export function isFresh({ byPaper, weight, statedOn }: Line, day: PlainDay): boolean {
  return !byPaper || weight === 'resolved' || day <= addMonths(statedOn, MONTHS_KNOWN);
}

function nodeOf(body: DrawnBody, hrefOf: (slug: string) => string): DiagramNode {
  const kind = body.kind ?? 'board';
  const words = [
    KINDS[kind],
    ...(body.life.kind === 'proposed' ? ['proposed'] : []),
    ...(body.life.kind === 'presumed' ? ['presumed'] : []),
    ...(body.isRestricted ? ['members only'] : []),
  ];
  const look =
    body.life.kind === 'proposed' ? 'proposed' : body.life.kind === 'presumed' ? 'faint' : undefined;
  return {
    id: body.slug,
    text: body.name,
    small: words.join(', '),
    shape: KIND_SHAPES[kind],
    look,
    href: hrefOf(body.slug),
  };
}

function edgeOf(line: Line, slugOf: (id: number) => string): DiagramEdge {
  const { stroke, head } = RELATION_LOOKS[line.relation];
  const words = RELATIONS[line.relation].out.toLowerCase();
  return {
    from: slugOf(line.fromId),
    to: slugOf(line.toId),
    text: line.weight === 'proposed' ? `${words} (proposed)` : words,
    stroke,
    head,
    look: line.weight === 'proposed' ? 'proposed' : undefined,
  };
}

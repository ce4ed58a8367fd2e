import type {
  Diagram,
  DiagramEdge,
  DiagramNode,
  Shape,
  Stroke,
  ArrowHead,
} from '../../../platform/diagrams/diagram.ts';
import { addMonths, formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { isThere, type Life, MONTHS_KNOWN } from '../life/life.rule.ts';
import type { Line } from '../lines/lines.rule.ts';
import { type Kind, KINDS, type Relation, RELATIONS } from '../sayings/body-words.shape.ts';

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
  // What a line that is still known of leads to is there, however long no paper named it.
  const known = new Map(standing.map((body) => [body.id, body]));
  const between = structure.lines.filter(({ fromId, toId }) => known.has(fromId) && known.has(toId));
  const lines = between.filter(
    (line) =>
      withPresumed ||
      (isFresh(line, day) &&
        (isKept(line) || [line.fromId, line.toId].every((id) => known.get(id)?.life.kind !== 'presumed'))),
  );
  const led = new Set(lines.flatMap(({ fromId, toId }) => [fromId, toId]));
  const shown = standing.filter(({ id, life }) => withPresumed || life.kind !== 'presumed' || led.has(id));
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
      edges: lines.map((line) => edgeOf(line, (id) => known.get(id)?.slug ?? '')),
    },
  };
}

/** More than this nobody reads as a picture, and drawing it would keep others waiting: the list says it all. */
const MOST_DRAWN = { bodies: 300, lines: 600 } as const;

/** Whether the picture would be too large to draw; what is in it stands in the list. */
export function isTooLarge({ drawn, lines }: GovernanceDiagram): boolean {
  return drawn.length > MOST_DRAWN.bodies || lines.length > MOST_DRAWN.lines;
}

/** Whether there is something to draw, and not too much of it. */
export function isDrawable(governance: GovernanceDiagram): boolean {
  return governance.drawn.length > 0 && !isTooLarge(governance);
}

/** Whether somebody who keeps the record drew it. */
function isKept({ byPaper }: Line): boolean {
  return !byPaper;
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

/** The key: a shape of each kind, and a line of each relation, drawn as the diagram draws them. */
export function keyDiagram(accent?: string): Diagram {
  const kinds = Object.keys(KINDS) as Kind[];
  const relations = Object.keys(RELATIONS) as Relation[];
  return {
    title: 'Key',
    alt: `Shapes: ${kinds.map((kind) => KINDS[kind]).join(', ')}. Lines: ${relations.map((relation) => RELATIONS[relation].out.toLowerCase()).join(', ')}.`,
    accent,
    nodes: [
      ...kinds.map((kind) => ({ id: `kind ${kind}`, text: KINDS[kind], shape: KIND_SHAPES[kind] })),
      { id: 'kind proposed', text: 'Proposed', small: 'not yet approved', shape: 'box', look: 'proposed' },
      {
        id: 'kind presumed',
        text: 'Presumed',
        small: 'not mentioned for two years',
        shape: 'box',
        look: 'faint',
      },
      ...relations.flatMap((relation) => [
        { id: `from ${relation}`, text: 'One body', shape: 'box' as const },
        { id: `to ${relation}`, text: 'Another', shape: 'box' as const },
      ]),
    ],
    edges: relations.map((relation) => ({
      from: `from ${relation}`,
      to: `to ${relation}`,
      text: RELATIONS[relation].out.toLowerCase(),
      ...RELATION_LOOKS[relation],
    })),
  };
}

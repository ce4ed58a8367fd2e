/** A picture of things and the lines between them, said without any way of drawing it. Every field is plain text. */
export interface Diagram {
  readonly title: string;
  /** What it shows, for somebody who cannot see it. */
  readonly alt: string;
  readonly nodes: readonly DiagramNode[];
  readonly edges: readonly DiagramEdge[];
  /** The council's colour, as `#1d4f4a`; anything else is ignored. */
  readonly accent?: string | undefined;
}

export type Shape =
  | 'hall'
  | 'hexagon'
  | 'box'
  | 'round-box'
  | 'oval'
  | 'double-box'
  | 'tab'
  | 'cloud'
  | 'folder'
  | 'label';

export interface DiagramNode {
  readonly id: string;
  readonly text: string;
  /** A line under the name, set small. */
  readonly small?: string | undefined;
  readonly shape: Shape;
  /** `proposed` is drawn with a broken outline, `faint` pale. The word stands in `small`: nothing rests on looks alone. */
  readonly look?: 'proposed' | 'faint' | 'new' | 'gone' | undefined;
  /** A path of our own that the shape leads to. */
  readonly href?: string | undefined;
}

export type Stroke = 'plain' | 'broken' | 'dotted' | 'bold' | 'double';
export type ArrowHead = 'arrow' | 'open-arrow' | 'diamond' | 'dot' | 'none';

export interface DiagramEdge {
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly stroke: Stroke;
  readonly head: ArrowHead;
  readonly look?: 'proposed' | 'new' | 'gone' | undefined;
}

import { plainPalette } from '../charts/chart-palette.ts';
import type { ArrowHead, Diagram, DiagramEdge, DiagramNode, Shape, Stroke } from './diagram.ts';

const SHAPES: Readonly<Record<Shape, string>> = {
  hall: 'shape=octagon',
  hexagon: 'shape=hexagon',
  box: 'shape=box',
  'round-box': 'shape=box style="filled,rounded"',
  oval: 'shape=oval',
  'double-box': 'shape=box peripheries=2',
  tab: 'shape=tab',
  cloud: 'shape=octagon peripheries=2',
  folder: 'shape=folder',
  label: 'shape=cds',
};

const STROKES: Readonly<Record<Stroke, string>> = {
  plain: 'style=solid',
  broken: 'style=dashed',
  dotted: 'style=dotted',
  bold: 'style=bold penwidth=2',
  double: 'style=solid penwidth=2.5',
};

const HEADS: Readonly<Record<ArrowHead, string>> = {
  arrow: 'arrowhead=normal',
  'open-arrow': 'arrowhead=vee',
  diamond: 'arrowhead=diamond',
  dot: 'arrowhead=dot',
  none: 'arrowhead=none',
};

/** So many letters of a name stand on one line of a shape. */
const LETTERS_A_LINE = 24;

/**
 * The diagram in Graphviz's language. Whatever people typed stands between quotation marks, with what would end them or
 * begin an escape taken out of their meaning, so that it can only ever be text.
 */
export function toDot(diagram: Diagram): string {
  const accent = /^#[0-9a-f]{6}$/i.test(diagram.accent ?? '') ? (diagram.accent ?? '') : plainPalette.accent;
  return [
    'digraph {',
    'rankdir=TB; nodesep=0.32; ranksep=0.75; bgcolor=white; margin=0.1;',
    `node [fontname="Atkinson Hyperlegible Next" fontsize=12 margin="0.16,0.09" style=filled fillcolor=white color="${accent}" fontcolor="${plainPalette.ink}" penwidth=1.4];`,
    `edge [fontname="Atkinson Hyperlegible Next" fontsize=10 color="${plainPalette.quiet}" fontcolor="${plainPalette.quiet}" arrowsize=0.8 penwidth=1.3];`,
    ...diagram.nodes.map((node) => nodeLine(node)),
    ...diagram.edges.map((edge) => edgeLine(edge)),
    '}',
  ].join('\n');
}

function nodeLine({ id, text, small, shape, look, href }: DiagramNode): string {
  const label = [
    ...wrapped(text, LETTERS_A_LINE),
    ...(small === undefined ? [] : wrapped(small, LETTERS_A_LINE + 4)),
  ];
  const looks = {
    proposed: 'style="filled,dashed"',
    faint: `color="${plainPalette.line}" fontcolor="${plainPalette.quiet}"`,
    new: `penwidth=3`,
    gone: `style="filled,dotted" color="${plainPalette.alarm}"`,
  };
  return `${quoted(id)} [label=${quoted(label.join('\n'))} ${SHAPES[shape]} ${look === undefined ? '' : looks[look]} tooltip=${quoted(text)}${href === undefined ? '' : ` URL=${quoted(href)}`}];`;
}

function edgeLine({ from, to, text, stroke, head, look }: DiagramEdge): string {
  const looks = {
    proposed: 'color="#6b757a"',
    new: 'penwidth=3',
    gone: `color="${plainPalette.alarm}" style=dotted`,
  };
  return `${quoted(from)} -> ${quoted(to)} [label=${quoted(text)} ${STROKES[stroke]} ${HEADS[head]} ${look === undefined ? '' : looks[look]} tooltip=${quoted(text)}];`;
}

function quoted(text: string): string {
  const plain = text
    .replaceAll(/[\0-\x08\x0B-\x1F\x7F]/g, ' ')
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)
    // Graphviz reads HTML entities in any label.
    .replaceAll('&', '&amp;')
    .replaceAll('\n', String.raw`\n`);
  return `"${plain}"`;
}

/** Words in lines of so many letters; a longer word stands by itself. */
function wrapped(text: string, letters: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < letters)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

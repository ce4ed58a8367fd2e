import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ChartSvg } from '../charts/chart-svg.ts';
import { keepLatest } from '../keep-latest.ts';
import { openWarmThread } from '../threads/warm-thread.ts';
import type { Diagram } from './diagram.ts';
import { drawingThreadSource } from './drawing-thread.ts';
import { toDot } from './to-dot.ts';

/** A diagram drawn: SVG markup, and its size in pixels at full size. */
export interface Drawing {
  readonly svg: ChartSvg;
  readonly width: number;
  readonly height: number;
}

/** Draws diagrams in a thread of its own, and keeps the latest. Made by `openDrawer`; whoever opens it closes it. */
export interface Drawer {
  draw(diagram: Diagram): Promise<Drawing>;
  /** The same as PNG, twice as fine as a screen needs, so that it prints well. */
  drawPng(diagram: Diagram): Promise<Uint8Array>;
  /** Whether a diagram was drawn before and is kept, so that having it again costs nothing. */
  keeps(diagram: Diagram, as: 'svg' | 'png'): boolean;
  close(): Promise<void>;
}

interface Job {
  readonly dot: string;
  readonly png: boolean;
}

interface Reply {
  readonly svg?: string;
  readonly png?: Uint8Array;
  readonly failure?: string;
}

const require = createRequire(import.meta.url);

/** So many drawings are kept: a few days of a council's structure, read over and over. Pictures are larger. */
const DRAWINGS_KEPT = 60;
const PICTURES_KEPT = 8;

/**
 * Opens a drawer. The thread starts with the first diagram. The same diagram is drawn once: what it says decides, so a
 * change of the record is seen at once and nothing has to be told that it changed.
 */
export function openDrawer(): Drawer {
  const thread = openWarmThread<Job, Reply>({
    source: drawingThreadSource,
    workerData: drawingData(),
    stopped: 'The drawing thread stopped before the diagram was drawn',
  });
  const drawings = keepLatest<string, Drawing>(DRAWINGS_KEPT);
  const pictures = keepLatest<string, Uint8Array>(PICTURES_KEPT);
  return {
    draw(diagram) {
      const dot = toDot(diagram);
      return drawings.of(keyOf(diagram, dot), async () => {
        const { svg, failure } = await thread.ask({ dot, png: false });
        return ownSvg(drawn(svg, failure), diagram);
      });
    },
    drawPng(diagram) {
      const dot = toDot(diagram);
      return pictures.of(dot, async () => {
        const { png, failure } = await thread.ask({ dot, png: true });
        return drawn(png, failure);
      });
    },
    keeps(diagram, as) {
      const dot = toDot(diagram);
      return as === 'svg' ? drawings.has(keyOf(diagram, dot)) : pictures.has(dot);
    },
    close: thread.close,
  };
}

/** Drawings that look alike may be named otherwise for a screen reader. */
function keyOf({ title, alt }: Diagram, dot: string): string {
  return `${title}\n${alt}\n${dot}`;
}

function drawn<Drawn>(what: Drawn | undefined, failure: string | undefined): Drawn {
  if (what === undefined) throw new Error(`The diagram could not be drawn: ${failure ?? 'no reason given'}`);
  return what;
}

/** Graphviz counts in points, pages in pixels. */
const PIXELS_A_POINT = 4 / 3;

/**
 * What Graphviz drew as a picture of our own: without its file header and comments, named for a screen reader, its links
 * plain `href`s. All text in it came through `toDot`, which leaves nothing that could be markup.
 */
function ownSvg(drawn: string, { title, alt }: Diagram): Drawing {
  const [, points = '0', high = '0'] =
    /<svg width="(\d+(?:\.\d+)?)pt" height="(\d+(?:\.\d+)?)pt"/.exec(drawn) ?? [];
  const inside = drawn
    .slice(drawn.indexOf('<svg'))
    .replaceAll(/<!--[\s\S]*?-->/g, '')
    .replace(/^<svg[^>]*viewBox="([^"]*)"[^>]*>/, '')
    .replace(/<title>%3<\/title>/, '')
    .replaceAll('xlink:href', 'href')
    .replaceAll(' xlink:title', ' data-title')
    .replaceAll(/ data-title="[^"]*"/g, '')
    .replaceAll(/<g id="a_[^"]*">/g, '<g>')
    .replaceAll(/ id="(?:graph|node|edge|clust)\d+"/g, '')
    .replaceAll(/\n+/g, '\n');
  const [, viewBox = '0 0 0 0'] = /viewBox="([^"]*)"/.exec(drawn) ?? [];
  const width = Math.ceil(Number(points) * PIXELS_A_POINT);
  const height = Math.ceil(Number(high) * PIXELS_A_POINT);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" class="tl-diagram" width="${width}" height="${height}" viewBox="${viewBox}" role="group" aria-label="${escaped(`${title}. ${alt}`)}">${inside}`;
  return { svg: svg as ChartSvg, width, height };
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function drawingData(): { viz: string; resvg: string; fonts: string[] } {
  const family = '@expo-google-fonts/atkinson-hyperlegible-next';
  const folder = dirname(require.resolve(`${family}/package.json`));
  return {
    viz: require.resolve('@viz-js/viz'),
    resvg: require.resolve('@resvg/resvg-js'),
    fonts: ['400Regular', '600SemiBold'].map((face) =>
      join(folder, face, `AtkinsonHyperlegibleNext_${face}.ttf`),
    ),
  };
}

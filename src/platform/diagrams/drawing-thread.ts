/**
 * The whole program of the thread that draws: Graphviz lays the diagram out, and where a PNG is wanted it is painted with
 * our own typeface. In: `{ id, dot, png }`. Out: `{ id, svg }` or `{ id, png }`, or `{ id, failure }` with what was said.
 */
export const drawingThreadSource = String.raw`
const { parentPort, workerData } = require('node:worker_threads');
const { instance } = require(workerData.viz);

const started = instance();

parentPort.on('message', async ({ id, dot, png }) => {
  try {
    const viz = await started;
    const svg = viz.renderString(dot, { format: 'svg', engine: 'dot' });
    if (!png) {
      parentPort.postMessage({ id, svg });
      return;
    }
    const { Resvg } = require(workerData.resvg);
    const painted = new Resvg(svg, {
      background: 'white',
      fitTo: { mode: 'zoom', value: 2 },
      font: {
        fontFiles: workerData.fonts,
        loadSystemFonts: false,
        defaultFontFamily: 'Atkinson Hyperlegible Next',
      },
    }).render();
    const bytes = new Uint8Array(painted.asPng());
    parentPort.postMessage({ id, png: bytes }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, failure: String(error && error.message) });
  }
});
`;

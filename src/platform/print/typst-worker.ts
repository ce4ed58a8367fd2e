/**
 * The whole program of the worker thread that sets type, as source. It is handed to the thread as text, because a
 * thread cannot load TypeScript where the program runs from its sources, nor know where a bundle put its files. It
 * does one thing: compile what it is sent. All that can be checked is outside it.
 *
 * In: `{ id, source, data, timestamp }`. Out: `{ id, pdf, pages }`, or `{ id, failure }` with the compiler's words.
 */
export const typstWorkerSource = String.raw`
const { parentPort, workerData } = require('node:worker_threads');
const { readFileSync } = require('node:fs');
const { NodeCompiler } = require(workerData.compiler);

const compiler = NodeCompiler.create({
  workspace: workerData.workspace,
  fontArgs: [{ fontBlobs: workerData.fonts.map((file) => readFileSync(file)) }],
});

parentPort.on('message', ({ id, source, data, timestamp }) => {
  try {
    const compiled = compiler.compile({ mainFileContent: source, inputs: { data } });
    if (compiled.hasError() || compiled.result === null) {
      const error = compiled.takeDiagnostics();
      parentPort.postMessage({ id, failure: JSON.stringify(error === null ? [] : compiler.fetchDiagnostics(error)) });
      return;
    }
    const pdf = compiler.pdf(compiled.result, { pdfStandard: 'ua-1', creationTimestamp: timestamp });
    const bytes = new Uint8Array(pdf);
    parentPort.postMessage({ id, pdf: bytes, pages: compiled.result.numOfPages }, [bytes.buffer]);
  } catch (error) {
    parentPort.postMessage({ id, failure: String(error && error.message) });
  } finally {
    // What was not used by the last few papers is forgotten, or the cache would grow with every paper.
    compiler.evictCache(5);
  }
});
`;

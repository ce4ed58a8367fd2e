import closeWithGrace from 'close-with-grace';
import { buildApp } from '../app.ts';
import { keepFormSecret } from '../form-secret.ts';
import { keepCheckpoints } from '../modules/audit/index.ts';
import { createLog } from '../platform/log.ts';
import { loadSample, sampleCouncil } from './load-sample.ts';
import { fail, open, settings } from './open.ts';

/** Milliseconds that requests under way are given to finish before their connections are cut. */
const PATIENCE = 5_000;

/** throughline serve: opens the database, brings it up to date, loads the sample where wished, and listens. */
export async function serve(withSample: boolean): Promise<void> {
  const started = performance.now();
  const config = settings();
  const log = createLog(config.logLevel);
  const opened = await open(config, log);
  if (withSample) {
    const loaded = await loadSample(opened.db);
    console.error(
      loaded === 'loaded'
        ? '  Loaded the sample: Kent’s published plan of 2011'
        : '  The plan is there already',
    );
  }
  const checkpoints = await keepCheckpoints(opened.db, config.dataFolder, { log });
  const { app } = await buildApp({
    config,
    councilName: config.councilName ?? (await sampleCouncil(opened.db)) ?? 'Your council',
    formSecret: keepFormSecret(config),
    db: opened.db,
    log,
  });
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.error({ err }, 'Stopping after an error');
    // A reader who has stopped reading must not hold the door open.
    setTimeout(() => app.server.closeAllConnections(), PATIENCE).unref();
    await app.close();
    await checkpoints.stop();
    await opened.close();
  });
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.error(`\nThroughline is at ${address} (ready in ${seconds} s). It answers this machine alone.`);
    console.error('Press Ctrl and C to stop it.\n');
  } catch (error) {
    await opened.close();
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
      fail(
        `Something else answers on port ${config.port} already. Stop it, or choose another: PORT=${config.port + 1} npm start`,
      );
    throw error;
  }
}

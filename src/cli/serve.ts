import { readFileSync } from 'node:fs';
import closeWithGrace from 'close-with-grace';
import { buildApp } from '../app.ts';
import { isExposed } from '../config.ts';
import { accessPaths, administratorsLeft, makeSetUpLink } from '../modules/access/index.ts';
import { keepCheckpoints } from '../modules/audit/index.ts';
import { logReadersNotStarted } from '../platform/intake/reader-not-started.ts';
import { createLog } from '../platform/log.ts';
import { keepSending } from '../platform/mail/send-messages.ts';
import { systemClock, todayInLondon } from '../platform/time/plain-day.ts';
import { keepCredentialSeal, keepFormSecret } from '../secrets.ts';
import { loadSample, sampleCouncil } from './load-sample.ts';
import { supportEnded } from './node-support.ts';
import { fail, open, type Opened, settings } from './open.ts';
import { operator } from './operator.ts';

/** Milliseconds that requests under way are given to finish before their connections are cut. */
const PATIENCE = 5_000;

/** throughline serve: opens the database, brings it up to date, loads the sample where wished, and listens. */
export async function serve(withSample: boolean): Promise<void> {
  const started = performance.now();
  const config = settings();
  const log = createLog(config.logLevel);
  logReadersNotStarted(log);
  const exposed = isExposed(config);
  if (withSample && exposed)
    fail(
      'The sample is shown on this machine alone, and these settings let others reach it (HOST, THROUGHLINE_URL or THROUGHLINE_TRUSTED_PROXIES).',
      'Leave them out to look around the sample, or start without it: npm start -- --empty.',
    );
  const opened = await open(config, log);
  if (withSample) {
    const loaded = await loadSample(opened.db);
    console.error(
      loaded === 'loaded'
        ? '  Loaded the sample: Kent’s published plan of 2011'
        : '  The plan is there already',
    );
  }
  const administrators = await administratorsLeft(opened.db);
  if (exposed && administrators === 0) {
    await opened.close();
    fail(
      'These settings let other machines reach Throughline (HOST, THROUGHLINE_URL or THROUGHLINE_TRUSTED_PROXIES), and nobody can sign in to administer it yet.',
      'Set it up first: leave them out, start again with --empty, open the link that is printed, and then set them.',
    );
  }
  const checkpoints = await keepCheckpoints(opened.db, config.dataFolder, { log });
  const seal = keepCredentialSeal(config);
  const postman =
    config.smtp === undefined
      ? undefined
      : keepSending(opened.db, {
          smtp: config.smtp,
          from: config.mailFrom ?? 'Throughline <throughline@localhost>',
          seal,
          log,
        });
  const { app } = await buildApp({
    config,
    councilName: config.councilName ?? (await sampleCouncil(opened.db)) ?? 'Your council',
    dataFolder: config.dataFolder,
    formSecret: keepFormSecret(config),
    seal,
    db: opened.pagesDb,
    log,
    lookAround: withSample,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    sending: postman !== undefined,
    ...(config.tls === undefined
      ? {}
      : { https: { cert: readFileSync(config.tls.cert), key: readFileSync(config.tls.key) } }),
  });
  closeWithGrace({ delay: 10_000, logger: false }, async ({ err }) => {
    if (err) log.error({ err }, 'Stopping after an error');
    // A reader who has stopped reading must not hold the door open.
    setTimeout(() => app.server.closeAllConnections(), PATIENCE).unref();
    await app.close();
    await postman?.stop();
    await checkpoints.stop();
    await opened.close();
  });
  try {
    const address = await app.listen({ host: config.host, port: config.port });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    const shown = config.publicUrl ?? byName(address);
    const reach = exposed ? `It listens on ${address}.` : 'It answers this machine alone.';
    const ended = supportEnded(process.versions.node, todayInLondon(systemClock));
    if (ended !== null) console.error(`  ${ended}`);
    console.error(`\nThroughline is at ${shown} (ready in ${seconds} s). ${reach}`);
    if (withSample) console.error('Look around as one of ten made-up people, or go on as the public.');
    else if (administrators === 0) await printSetUpLink(opened, shown);
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

/** Whoever started the server and can read what it prints may set it up: nobody else sees the link. */
async function printSetUpLink({ db }: Pick<Opened, 'db'>, address: string): Promise<void> {
  const token = await db.transaction().execute((tx) => makeSetUpLink(tx, operator()));
  console.error(
    `\nNobody administers it yet. Open this link to set it up; it works once, for a day:\n${address}${accessPaths.setUp(token)}\n`,
  );
}

/** Passkeys belong to a name and never to a bare address, so this machine is called by its name. */
function byName(address: string): string {
  return address.replace(/^(https?:\/\/)127\.0\.0\.1(?=[:/]|$)/, '$1localhost');
}

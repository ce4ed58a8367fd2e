import { pino, type DestinationStream, type Logger } from 'pino';

export type Log = Logger;

/**
 * The structured log: one JSON object a line on standard output. A message is a constant sentence; facts are fields;
 * a person's data is never either. Addresses that may hold a password are struck out wherever they turn up.
 *
 * @param level the least serious level that is written
 * @param destination where lines go, for tests; standard output when left out
 */
export function createLog(level: string, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: [
      'databaseUrl',
      'password',
      '*.databaseUrl',
      '*.password',
      'req.headers.cookie',
      'req.headers.authorization',
    ],
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

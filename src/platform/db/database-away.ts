import { errorCode } from './server/error-code.ts';

/**
 * PostgreSQL's codes for a server that goes, has gone or has no connection left to give (its manual, appendix A), and the
 * system's for a connection that broke.
 */
const AWAY = /^(?:08\w{3}|53300|57P0[1-3]|ECONNRESET|ECONNABORTED|EPIPE)$/;

/** What the driver says, without a code, of a connection that was not made in time or ended under a statement. */
const CUT_OFF =
  /^(?:Connection terminated|timeout exceeded when trying to connect|Client (?:was closed|has encountered a connection error))/;

/**
 * Whether an error of a query means that the database cannot be reached for now, rather than that something is wrong with what
 * it was asked. It may well come back: each request tries again. Looks at what caused the error, too.
 */
export function isDatabaseAway(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const isConnecting = 'syscall' in at && (at.syscall === 'connect' || at.syscall === 'getaddrinfo');
    if (isConnecting || AWAY.test(errorCode(at) ?? '') || CUT_OFF.test(at.message)) return true;
    if (at instanceof AggregateError && at.errors.some(isDatabaseAway)) return true;
  }
  return false;
}

import { problem, type DatabaseProblem } from './database-problem.ts';
import { errorCode } from './server/error-code.ts';

/**
 * Says in a sentence why a database named by DATABASE_URL could not be reached. Codes of five characters are
 * PostgreSQL's (appendix A of its manual), the others the operating system's.
 *
 * @param place host, port and database without user or password
 */
export function explainConnectionFailure(error: unknown, place: string): DatabaseProblem {
  const said = error instanceof Error ? error.message : String(error);
  switch (errorCode(error) ?? errorCode(firstOf(error))) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return problem(
        'host-not-found',
        `No machine has the name in DATABASE_URL (${place}). Check its spelling, and that this machine can look names up.`,
      );
    case 'ECONNREFUSED':
    case 'ENOENT':
      return problem(
        'nobody-listening',
        `No PostgreSQL answers at ${place}, which DATABASE_URL names. Check the host and the port, and that the server runs and takes connections from this machine.`,
      );
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ECONNRESET':
      return problem(
        'no-answer',
        `The machine at ${place}, which DATABASE_URL names, does not answer (${said}). Check the address, and that no firewall stands between.`,
      );
    case 'EACCES':
    case 'EPERM':
      return problem(
        'not-allowed',
        `This account may not use the socket at ${place}, which DATABASE_URL names. Give it the right to, or use another account.`,
      );
    case '28P01':
      return problem(
        'sign-in-refused',
        `The PostgreSQL server at ${place} refused the user name or password in DATABASE_URL. Check both; characters such as @ : / # in a password must be written as %40 %3A %2F %23.`,
      );
    case '28000':
      return problem(
        'sign-in-refused',
        `The PostgreSQL server at ${place} does not let this user in from this machine: ${said}. Check the user in DATABASE_URL, and the server's pg_hba.conf.`,
      );
    case '3D000':
      return problem(
        'database-missing',
        `The PostgreSQL server at ${place} has no such database. Create it (createdb), or correct the name at the end of DATABASE_URL.`,
      );
    case '53300':
      return problem(
        'too-many-connections',
        `The PostgreSQL server at ${place} has no connection left to give. Close some, or raise its max_connections.`,
      );
    case '57P03':
    case '57P01':
      return problem(
        'server-not-ready',
        `The PostgreSQL server at ${place} is starting or stopping. Wait until it is ready, then start again.`,
      );
    case '42501':
      return problem(
        'not-allowed',
        `The user in DATABASE_URL may not use the database at ${place}: ${said}. Give it the right to, or use another user.`,
      );
    default:
  }
  if (/timeout/i.test(said)) {
    return problem(
      'no-answer',
      `The PostgreSQL server at ${place} did not answer within 10 seconds. Check the address in DATABASE_URL, and that no firewall stands between.`,
    );
  }
  if (/SSL|TLS|certificate|self.signed/i.test(said)) {
    return problem(
      'encryption',
      `No encrypted connection could be made to ${place}: ${said}. Check sslmode and sslrootcert in DATABASE_URL.`,
    );
  }
  if (/password must be a string|no password|SASL/i.test(said)) {
    return problem(
      'sign-in-refused',
      `The PostgreSQL server at ${place} asks for a password, and DATABASE_URL has none. Write it as postgres://user:password@host/database.`,
    );
  }
  return problem(
    'no-answer',
    `The database at ${place}, which DATABASE_URL names, could not be opened: ${said}.`,
  );
}

/** A host with several addresses fails with one error that holds one for each. */
function firstOf(error: unknown): unknown {
  return error instanceof AggregateError ? error.errors[0] : undefined;
}

/** Host, port and database of a URL, for a sentence: never the user or the password. */
export function placeOf(url: string): string {
  try {
    const { host, pathname, searchParams } = new URL(url.replace('@/', '@local/'));
    return `${searchParams.get('host') ?? decodeURIComponent(host)}${pathname}`;
  } catch {
    return 'the address in DATABASE_URL';
  }
}

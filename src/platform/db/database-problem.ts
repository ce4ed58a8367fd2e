/** Which way opening the database failed, for a test or a caller that must tell them apart. */
export type DatabaseProblemCode =
  | 'address-not-readable'
  | 'host-not-found'
  | 'nobody-listening'
  | 'no-answer'
  | 'encryption'
  | 'sign-in-refused'
  | 'database-missing'
  | 'too-many-connections'
  | 'server-not-ready'
  | 'server-too-old'
  | 'server-read-only'
  | 'not-allowed'
  | 'wrong-encoding'
  | 'no-binaries'
  | 'no-account'
  | 'folder-not-writable'
  | 'belongs-to-another-account'
  | 'other-major-version'
  | 'cluster-damaged'
  | 'disk-full'
  | 'socket-taken'
  | 'server-stuck'
  | 'server-failed'
  | 'migrations';

/** Why the database could not be opened, in sentences for the person who starts Throughline. */
export interface DatabaseProblem {
  readonly kind: 'problem';
  readonly code: DatabaseProblemCode;
  /** What happened, where, and what to do. Holds no password. */
  readonly message: string;
}

export function problem(code: DatabaseProblemCode, message: string): DatabaseProblem {
  return { kind: 'problem', code, message };
}

/** Carries a problem up through the steps of starting a server; `openDatabase` hands it back as a value. */
export class DatabaseProblemError extends Error {
  readonly problem: DatabaseProblem;

  constructor(code: DatabaseProblemCode, message: string) {
    super(message);
    this.name = 'DatabaseProblemError';
    this.problem = problem(code, message);
  }
}

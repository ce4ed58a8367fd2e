import { ownAccount } from '../../own-account.ts';
import { DatabaseProblemError } from '../database-problem.ts';
import { run } from './run-as.ts';

/** The operating system's account that PostgreSQL runs as. */
export interface ServerAccount {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
  /** True where the server must run as somebody other than the person who starts it, because that is root. */
  readonly switched: boolean;
}

/**
 * Chooses the account. PostgreSQL refuses to run as root, so root gives it to `postgres`, or to `nobody` where there
 * is no such account; anyone else runs it as themselves.
 *
 * @param ownerUid owner of a database that is already there, who alone can go on with it
 */
export async function chooseAccount(ownerUid?: number): Promise<ServerAccount> {
  const { uid, gid, name } = ownAccount();
  if (uid !== 0) {
    // Its server would not start: it looks its own name up, and lets in whoever has the same.
    if (name === null)
      throw new DatabaseProblemError(
        'no-account',
        `This process runs as the account number ${uid}, which has no name on this machine, and PostgreSQL does not run without one. Add an account with that number (useradd -u ${uid} throughline; in a container, to its image or its /etc/passwd), or set DATABASE_URL.`,
      );
    return { name, uid, gid, switched: false };
  }
  if (ownerUid !== undefined && ownerUid !== 0) {
    const owner = await lookUp(String(ownerUid));
    if (owner !== undefined) return owner;
  }
  const account = (await lookUp('postgres')) ?? (await lookUp('nobody'));
  if (account !== undefined) return account;
  throw new DatabaseProblemError(
    'no-account',
    'PostgreSQL does not run as root, and this machine has neither an account named postgres nor one named nobody. Start Throughline as an ordinary user, or set DATABASE_URL.',
  );
}

/** Asks `id`, which knows accounts from directories (LDAP) as well as those in /etc/passwd. */
async function lookUp(nameOrUid: string): Promise<ServerAccount | undefined> {
  const answers = await Promise.all(['-un', '-u', '-g'].map((flag) => run('id', [flag, nameOrUid])));
  const [name, uid, gid] = answers.map(({ status, output }) => (status === 0 ? output.trim() : undefined));
  if (name === undefined || uid === undefined || gid === undefined) return undefined;
  return { name, uid: Number(uid), gid: Number(gid), switched: true };
}

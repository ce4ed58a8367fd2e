import type { Actor } from '../modules/audit/index.ts';
import { ownAccount } from '../platform/own-account.ts';

/** Who uses the command line, as the audit trail knows them until there is a sign-in. */
export function operator(): Actor {
  const { name, uid } = ownAccount();
  return { kind: 'operator', name: `${name ?? `Account number ${uid}`} on the command line` };
}

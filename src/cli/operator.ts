import { userInfo } from 'node:os';
import type { Actor } from '../modules/audit/index.ts';

/** Who uses the command line, as the audit trail knows them until there is a sign-in. */
export function operator(): Actor {
  return { kind: 'operator', name: `${userInfo().username} on the command line` };
}

import type { Visit } from '../../platform/web/visit.ts';
import type { Actor } from '../audit/index.ts';

/** Who asks, as the audit trail has it: until there is a sign-in, somebody at this machine. */
export function actorOf(visit: Pick<Visit, 'requestId'>): Actor {
  return { kind: 'visitor', name: 'A visitor on this machine', requestId: visit.requestId };
}

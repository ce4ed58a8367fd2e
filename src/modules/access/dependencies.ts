import type { Db } from '../../platform/db/index.ts';
import type { Seal } from '../../platform/secrets/seal.ts';
import type { Log } from '../../platform/log.ts';
import type { CouncilName } from './council/council-name.read.ts';

/** What the pages of this module need. */
export interface AccessDependencies {
  /** Sees no restricted row until it is said who asks. */
  readonly db: Db;
  /** Seals secrets of people in the database and what waits in their browsers. */
  readonly seal: Seal;
  readonly log: Log;
  readonly council: CouncilName;
  /** Whether the sample is being shown on this machine alone: only then may anybody look around as a made-up person. */
  readonly lookAround: boolean;
  /** Where readers reach Throughline, for links in messages; as the reader's browser has it when left out. */
  readonly publicUrl?: string | undefined;
  /** Whether a mail server is set. */
  readonly sending: boolean;
}

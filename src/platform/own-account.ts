import { userInfo } from 'node:os';

/** The account this process runs as. */
export interface OwnAccount {
  readonly uid: number;
  readonly gid: number;
  /** Null where the system knows no name for it, as in a container that was given a number (`docker run --user 54321`). */
  readonly name: string | null;
}

/** Says whose process this is. `os.userInfo` throws where the account has no name. */
export function ownAccount(): OwnAccount {
  try {
    const { uid, gid, username } = userInfo();
    return { uid, gid, name: username };
  } catch {
    return { uid: process.getuid?.() ?? -1, gid: process.getgid?.() ?? -1, name: null };
  }
}

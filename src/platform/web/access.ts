/**
 * Who may use a route: `public` for anybody, who then sees only what is published; else whoever a sentence is true of,
 * such as "may accept a plan". The web floor knows nobody: it hands the sentence whoever the server's `whoAsks` found.
 */
export type Access = 'public' | Needs;

export interface Needs {
  /** What has to be true of whoever asks, as the table of who may use what prints it. */
  readonly needs: string;
  readonly allows: (asker: unknown) => boolean;
  /** Who that is, in words for somebody who is not: "a clerk or an administrator"; left out where no role alone decides. */
  readonly whoMay?: string | undefined;
}

/** Whether somebody may use what asks for this. */
export function isOpenTo(access: Access, asker: unknown): boolean {
  return access === 'public' || access.allows(asker);
}

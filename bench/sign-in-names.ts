/** What the server's process tells once it is ready. */
export interface SignInReady {
  readonly address: string;
  /** Cookie headers of people who are signed in, each with their role. */
  readonly sessions: readonly { readonly role: string; readonly cookie: string }[];
  /** Accounts with a password and an authenticator. */
  readonly accounts: readonly { readonly name: string; readonly secret: string }[];
  readonly events: number;
}

/** What it measures in its own process when it is asked to. */
export interface OwnTimes {
  /** Milliseconds that checking one password takes by itself, a figure for each time. */
  readonly argon2: readonly number[];
  /** Milliseconds of every permission that one page asks, for somebody with a dozen grounds. */
  readonly permissions: number;
}

/** The password of every account of the benchmark. */
export const BENCH_PASSWORD = 'orchard violin tuesday gravel';

/** How long whoever sends a request, or reads its answer, may take. All in milliseconds. */
export interface RequestTimes {
  /** Until the headers have come. */
  readonly headers: number;
  /** Until all of it has come: 25 MB on a slow line. */
  readonly request: number;
  /** Without a byte either way, also while an answer is made: reading a large file may wait its turn for minutes. */
  readonly silence: number;
  /** How often the first two are looked at. */
  readonly check: number;
}

/** What holds, and `docs/security.md` says. */
export const REQUEST_TIMES: RequestTimes = {
  headers: 20_000,
  request: 120_000,
  silence: 600_000,
  check: 5_000,
};

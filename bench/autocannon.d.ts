/** The part of autocannon that the benchmarks use; it ships no types of its own. */
declare module 'autocannon' {
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** In seconds. */
    readonly duration: number;
    readonly headers?: Readonly<Record<string, string>>;
    /** Asked one after the other by each connection, round and round. */
    readonly requests?: readonly {
      readonly path: string;
      readonly headers?: Readonly<Record<string, string>>;
    }[];
    /** Asked for so often a second by all connections together; what waits for its turn counts as waiting. */
    readonly overallRate?: number;
  }
  interface Result {
    /** Answers a second, over the seconds that were measured. */
    readonly requests: { readonly average: number; readonly total: number };
    /** In milliseconds. */
    readonly latency: { readonly p50: number; readonly p97_5: number; readonly p99: number };
    /** In bytes, all answers together. */
    readonly throughput: { readonly total: number };
    readonly errors: number;
    readonly timeouts: number;
    readonly non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}

/**
 * Who does something. There are no accounts yet, so it is told by the way they came in: Throughline itself, whoever
 * has the command line, or whoever has the web pages.
 */
export interface Actor {
  readonly kind: 'system' | 'operator' | 'visitor';
  /** What a page shows: 'Throughline', the operating system's account, 'A visitor'. */
  readonly name: string;
  /** The web request it was done in, as the log has it. */
  readonly requestId?: string;
}

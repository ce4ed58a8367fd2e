/**
 * Who does something: Throughline itself, whoever has the command line, whoever has the web pages without a sign-in, or
 * a person who signed in.
 */
export interface Actor {
  readonly kind: 'system' | 'operator' | 'visitor' | 'person';
  /** What a page shows: 'Throughline', the operating system's account, 'A visitor', a person's name. */
  readonly name: string;
  /** The person's number in identity, which finds everything they did under every name they had. */
  readonly personId?: number;
  /** The web request it was done in, as the log has it. */
  readonly requestId?: string;
}

/** What stands in a name's place once it is erased. */
export const ERASED_NAME = 'Name erased';

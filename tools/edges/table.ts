/** What a file in a room of a module is, as its suffix says. */
export type Kind =
  | 'route'
  | 'query'
  | 'read'
  | 'view'
  | 'form'
  | 'rule'
  | 'shape'
  | 'print'
  | 'job'
  | 'write'
  | 'port'
  | 'command';

/** What an import may lead to. */
export interface Targets {
  /** Files of these kinds, in any module; those of another are known by the names that its index.ts hands on. */
  readonly kinds?: readonly Kind[];
  /** Folders under src/platform, or `*` for all of it. */
  readonly platform?: readonly string[];
  /** Names of packages, without what follows them (`csv-parse`, not `csv-parse/sync`). */
  readonly packages?: readonly string[];
  /** Files that lie in a module itself, in any module. */
  readonly atTheModule?: readonly string[];
}

/** What holds for the files of a kind. */
export interface KindRules {
  readonly suffixes: readonly string[];
  /** Neither values nor types of these. */
  readonly mayNot?: Targets;
  /** No values of these; types are allowed. */
  readonly mayNotCall?: readonly Targets[];
  /** Nothing but these. */
  readonly only?: Targets;
  /** Besides `only`, types of these. */
  readonly typesOf?: Targets;
  /** Names of the first parameters of at least one exported function. */
  readonly takes?: readonly string[];
  /** The rule in words, for whoever broke it. */
  readonly rule?: string;
}

/** A breach that is known, and will be mended. */
export interface StillToMend {
  readonly rule: RuleName;
  /** Path from the project's folder. */
  readonly file: string;
  readonly why: string;
}

export type RuleName =
  | 'module-edges'
  | 'rows-run-down'
  | 'a-module-has-a-row'
  | 'platform-knows-no-council'
  | 'doors-only'
  | 'no-circles'
  | 'rooms-in-one-direction'
  | 'room-size'
  | 'tests-stay-outside'
  | 'packages-are-listed'
  | 'imports-lead-somewhere'
  | 'one-suffix'
  | 'by-suffix'
  | 'files-are-read'
  | 'mended-already';

/** Every rule of who may import whom, as data: see edge-table.ts. */
export interface EdgeTable {
  readonly modules: Readonly<Record<string, readonly string[]>>;
  readonly doors: readonly string[];
  readonly doorOfShapes: string;
  readonly atTheModule: readonly string[];
  readonly filesInARoom: number;
  readonly kinds: Readonly<Record<Kind, KindRules>>;
  readonly pureNames: Readonly<Record<string, readonly string[]>>;
  readonly stillToMend: readonly StillToMend[];
}

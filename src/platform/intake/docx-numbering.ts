import { readTags } from './xml-tags.ts';

/** How one level of a list prints its numbers (ECMA-376 Part 1, 17.9). */
export interface NumberLevel {
  readonly start: number;
  /** "decimal", "lowerLetter", "bullet" and so on. */
  readonly format: string;
  /** What is printed: "%1.%2" is the numbers of the first and the second level with a dot between. */
  readonly text: string;
  /** Prints the numbers of outer levels as digits, whatever their own format. */
  readonly digitsOnly: boolean;
}

/** A list that a paragraph stands in. */
export interface NumberedList {
  /** Lists that share this count on from one another. */
  readonly countsWith: string;
  readonly levels: ReadonlyMap<number, NumberLevel>;
  /** Levels at which this list begins anew, and with what. */
  readonly startsAnew: ReadonlyMap<number, number>;
}

export interface Numbering {
  readonly lists: ReadonlyMap<string, NumberedList>;
  /** The list and level that a paragraph style brings with it. */
  readonly styles: ReadonlyMap<string, { readonly list: string; readonly level: number }>;
}

/** No list prints more than this before its words; a file that says so would grow with each paragraph. */
const LONGEST_NUMBER = 100;

interface Definition {
  readonly levels: Map<number, NumberLevel>;
  /** Which level belongs to which paragraph style. */
  readonly levelOfStyle: Map<string, number>;
  styleLink: string | undefined;
}

interface Style {
  list: string | undefined;
  level: number | undefined;
  basedOn: string | undefined;
}

/** Reads how the lists of a Word document print their numbers, and which styles bring a list with them. */
export function readNumbering(numberingXml: string, stylesXml: string): Numbering {
  const definitions = readDefinitions(numberingXml);
  const uses = readUses(numberingXml);
  const styles = readStyles(stylesXml);
  const lists = new Map<string, NumberedList>();
  for (const [id, use] of uses) {
    const definitionId = followStyleLink(use.definition, definitions, uses, styles);
    const levels = definitions.get(definitionId)?.levels ?? new Map<number, NumberLevel>();
    lists.set(id, { countsWith: definitionId, levels, startsAnew: use.startsAnew });
  }
  const numbered = new Map<string, { list: string; level: number }>();
  for (const id of styles.keys()) {
    const found = listOfStyle(id, styles);
    if (found === undefined) continue;
    const definition = definitions.get(lists.get(found.list)?.countsWith ?? '');
    numbered.set(id, { list: found.list, level: definition?.levelOfStyle.get(id) ?? found.level });
  }
  return { lists, styles: numbered };
}

function readDefinitions(xml: string): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  let definition: Definition | undefined;
  let level = 0;
  const change = (part: Partial<NumberLevel>): void => {
    const before = definition?.levels.get(level) ?? {
      start: 1,
      format: 'decimal',
      text: '',
      digitsOnly: false,
    };
    definition?.levels.set(level, { ...before, ...part });
  };
  readTags(xml, {
    open: (tag, attributes) => {
      const value = attributes.get('val') ?? '';
      if (tag === 'abstractnum') {
        definition = { levels: new Map(), levelOfStyle: new Map(), styleLink: undefined };
        definitions.set(attributes.get('abstractnumid') ?? '', definition);
      } else if (tag === 'num') definition = undefined;
      else if (tag === 'lvl') level = Number(attributes.get('ilvl') ?? 0);
      else if (tag === 'start') change({ start: Number(value) });
      else if (tag === 'numfmt') change({ format: value });
      else if (tag === 'lvltext') change({ text: value.slice(0, LONGEST_NUMBER) });
      else if (tag === 'islgl') change({ digitsOnly: value !== '0' && value !== 'false' });
      else if (tag === 'pstyle') definition?.levelOfStyle.set(value, level);
      else if (tag === 'numstylelink' && definition !== undefined) definition.styleLink = value;
    },
  });
  return definitions;
}

function readUses(xml: string): Map<string, { definition: string; startsAnew: Map<number, number> }> {
  const uses = new Map<string, { definition: string; startsAnew: Map<number, number> }>();
  let use: { definition: string; startsAnew: Map<number, number> } | undefined;
  let level = 0;
  readTags(xml, {
    open: (tag, attributes) => {
      const value = attributes.get('val') ?? '';
      if (tag === 'num') {
        use = { definition: '', startsAnew: new Map() };
        uses.set(attributes.get('numid') ?? '', use);
      } else if (use === undefined) return;
      else if (tag === 'abstractnumid') use.definition = value;
      else if (tag === 'lvloverride') level = Number(attributes.get('ilvl') ?? 0);
      else if (tag === 'startoverride') use.startsAnew.set(level, Number(value));
    },
  });
  return uses;
}

function readStyles(xml: string): Map<string, Style> {
  const styles = new Map<string, Style>();
  let style: Style | undefined;
  readTags(xml, {
    open: (tag, attributes) => {
      const value = attributes.get('val') ?? '';
      if (tag === 'style') {
        style = { list: undefined, level: undefined, basedOn: undefined };
        styles.set(attributes.get('styleid') ?? '', style);
      } else if (style === undefined) return;
      else if (tag === 'basedon') style.basedOn = value;
      else if (tag === 'numid') style.list = value;
      else if (tag === 'ilvl') style.level = Number(value);
    },
  });
  return styles;
}

/** The list of a style, its own or that of the style it is based on. A style may not be its own ancestor, but a file may say so. */
function listOfStyle(
  id: string,
  styles: ReadonlyMap<string, Style>,
): { list: string; level: number } | undefined {
  const seen = new Set<string>();
  for (
    let next: string | undefined = id;
    next !== undefined && !seen.has(next);
    next = styles.get(next)?.basedOn
  ) {
    seen.add(next);
    const style = styles.get(next);
    if (style?.list !== undefined)
      return { list: style.list, level: styles.get(id)?.level ?? style.level ?? 0 };
  }
  return undefined;
}

/** A definition may stand for that of a list style. */
function followStyleLink(
  id: string,
  definitions: ReadonlyMap<string, Definition>,
  uses: ReadonlyMap<string, { readonly definition: string }>,
  styles: ReadonlyMap<string, Style>,
): string {
  const link = definitions.get(id)?.styleLink;
  const list = link === undefined ? undefined : styles.get(link)?.list;
  return (list === undefined ? undefined : uses.get(list)?.definition) ?? id;
}

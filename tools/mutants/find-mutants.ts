import type { Mutant } from './mutant.ts';
import { sqlMutants } from './sql-mutants.ts';
import { isPiece, type Piece, partOf, type Placed, syntaxOf, walk } from './syntax.ts';

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
  '&&': ['||'],
  '||': ['&&'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '+=': ['-='],
  '-=': ['+='],
  '=': ['<>'],
  '<>': ['='],
  '!=': ['='],
};

const METHODS: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  min: 'max',
  max: 'min',
  find: 'findLast',
  findLast: 'find',
  toSorted: 'slice',
  toReversed: 'slice',
};

/**
 * Every way in which a file is made wrong, in the order of the text: comparisons at and beyond their bounds, operators,
 * numbers one off, guards and filters taken away, branches and strings swapped, steps left out, and the same in SQL.
 *
 * What is only there for the compiler, an import, the name of a property and what a bug is thrown with stay as they are.
 */
export function findMutants(fileName: string, text: string): readonly Mutant[] {
  const pieces = [...walk(syntaxOf(fileName, text))];
  const strings = new SwappedStrings(pieces);
  return pieces
    .filter(({ around }) => !around.some(({ type }) => type === 'ThrowStatement'))
    .flatMap((placed) => mutantsOf(placed, text, strings))
    .filter((mutant) => isProgram(fileName, withMutant(text, mutant)))
    .toSorted((one, other) => one.start - other.start || one.end - other.end);
}

/** The text with one thing made wrong. */
export function withMutant(text: string, { start, end, instead }: Mutant): string {
  return text.slice(0, start) + instead + text.slice(end);
}

/** Whether it can be read at all: what cannot is found out by everything and says nothing of the tests. */
function isProgram(fileName: string, text: string): boolean {
  try {
    return syntaxOf(fileName, text).type === 'Program';
  } catch {
    return false;
  }
}

function mutantsOf(placed: Placed, text: string, strings: SwappedStrings): readonly Mutant[] {
  const { piece, as, around } = placed;
  const instead = (of: Pick<Piece, 'start' | 'end'>, other: string, what: string): Mutant => ({
    start: of.start,
    end: of.end,
    instead: other,
    what,
  });
  const textOf = ({ start, end }: Piece) => text.slice(start, end);
  switch (piece.type) {
    case 'BinaryExpression':
    case 'LogicalExpression':
    case 'AssignmentExpression':
      return operatorMutants(piece, text);
    case 'IfStatement': {
      const test = partOf(piece, 'test');
      return test === undefined
        ? []
        : [instead(test, 'false', `the guard \`${short(textOf(test))}\` was taken away`)];
    }
    case 'ConditionalExpression': {
      const [one, other] = [partOf(piece, 'consequent'), partOf(piece, 'alternate')];
      const test = partOf(piece, 'test');
      if (one === undefined || other === undefined || test === undefined || isComparison(test)) return [];
      const swapped = `${text.slice(piece.start, one.start)}${textOf(other)}${text.slice(one.end, other.start)}${textOf(one)}${text.slice(other.end, piece.end)}`;
      return [instead(piece, swapped, `the branches of \`${short(textOf(test))}\` were swapped`)];
    }
    case 'UnaryExpression': {
      const negated = partOf(piece, 'argument');
      return piece['operator'] === '!' && negated !== undefined
        ? [instead(piece, `(${textOf(negated)})`, `\`!\` was taken from \`${short(textOf(piece))}\``)]
        : [];
    }
    case 'Literal':
      return literalMutants(placed, text, strings);
    case 'TemplateLiteral': {
      const tagged = around[0]?.type === 'TaggedTemplateExpression';
      if (tagged) return sqlMutants(piece, text);
      return [instead(piece, '``', `the words \`${short(textOf(piece).slice(1, -1))}\` were left out`)];
    }
    case 'JSXText': {
      const words = textOf(piece).trim();
      return words === '' ? [] : [instead(piece, ' ', `the words \`${short(words)}\` were left out`)];
    }
    case 'CallExpression':
      return callMutants(piece, text);
    case 'ExpressionStatement': {
      const step = partOf(piece, 'expression');
      const call = step?.type === 'AwaitExpression' ? partOf(step, 'argument') : step;
      return call?.type === 'CallExpression' && as !== 'directive'
        ? [instead(piece, ';', `the step \`${short(textOf(piece))}\` was left out`)]
        : [];
    }
    default:
      return [];
  }
}

function operatorMutants(piece: Piece, text: string): readonly Mutant[] {
  const [left, right] = [partOf(piece, 'left'), partOf(piece, 'right')];
  const operator = String(piece['operator']);
  if (left === undefined || right === undefined || operator === '=') return [];
  if (/^\+=?$/.test(operator) && (isText(left) || isText(right))) return [];
  // Without brackets it may not stand beside others of its kind: `a ?? b ?? c`.
  if (operator === '??') {
    const sides = [left, right].map(({ start, end }) => text.slice(start, end));
    return [
      {
        start: piece.start,
        end: piece.end,
        instead: `((${sides.join(') && (')}))`,
        what: '`??` became `&&`',
      },
    ];
  }
  const start = text.indexOf(operator, left.end);
  return (OPERATORS[operator] ?? []).map((other) => ({
    start,
    end: start + operator.length,
    instead: other,
    what: `\`${operator}\` became \`${other}\``,
  }));
}

function callMutants(piece: Piece, text: string): readonly Mutant[] {
  const callee = partOf(piece, 'callee');
  const [object, property] = [partOf(callee, 'object'), partOf(callee, 'property')];
  if (object === undefined || property === undefined || callee?.['computed'] === true) return [];
  const name = text.slice(property.start, property.end);
  if (name === 'filter')
    return [
      {
        start: object.end,
        end: piece.end,
        instead: '',
        what: `the filter \`${short(text.slice(property.end, piece.end))}\` was taken away`,
      },
    ];
  const other = METHODS[name];
  if (other === undefined) return [];
  // What a list is sorted by goes with the sorting.
  const end = other === 'slice' ? piece.end : property.end;
  return [
    {
      start: property.start,
      end,
      instead: other === 'slice' ? 'slice()' : other,
      what: other === 'slice' ? `\`${name}\` was left out` : `\`${name}\` became \`${other}\``,
    },
  ];
}

function literalMutants(
  { piece, as, around }: Placed,
  text: string,
  strings: SwappedStrings,
): readonly Mutant[] {
  const { start, end } = piece;
  const printed = text.slice(start, end);
  const { value } = piece;
  const [parent] = around;
  if (as === 'key' && parent?.['computed'] !== true) return [];
  if (typeof value === 'boolean')
    return [{ start, end, instead: String(!value), what: `\`${printed}\` became \`${String(!value)}\`` }];
  if (typeof value === 'number') {
    const other = String(value + 1);
    return [{ start, end, instead: other, what: `\`${printed}\` became \`${other}\`` }];
  }
  if (typeof value !== 'string' || (parent?.type === 'SwitchCase' && as === 'test')) return [];
  if (
    around.some(({ type }) => type === 'ImportExpression') ||
    /^Export(Named|All)Declaration$/.test(parent?.type ?? '')
  )
    return [];
  // A comparison handed to the database as text: `.where('from_day', '<=', day)`.
  const operators = parent?.type === 'CallExpression' ? OPERATORS[value] : undefined;
  if (operators !== undefined)
    return operators.map((other) => ({
      start,
      end,
      instead: `'${other}'`,
      what: `\`${value}\` became \`${other}\``,
    }));
  const other = strings.insteadOf(piece, parent);
  return other === undefined
    ? []
    : [{ start, end, instead: other, what: `${short(printed)} became ${short(other)}` }];
}

/** Another string of the file in a string's place: one of the same property first, as `'from'` stands where `'until'` did. */
class SwappedStrings {
  readonly #byName = new Map<string, Set<string>>();

  constructor(pieces: readonly Placed[]) {
    for (const { piece, around } of pieces)
      if (isWord(piece))
        for (const name of [nameAround(around[0]), '']) {
          const known = this.#byName.get(name);
          if (known === undefined) this.#byName.set(name, new Set([String(piece['value'])]));
          else known.add(String(piece['value']));
        }
  }

  insteadOf(piece: Piece, parent: Piece | undefined): string | undefined {
    if (!isWord(piece)) return undefined;
    const own = String(piece['value']);
    for (const name of [nameAround(parent), '']) {
      const all = [...(this.#byName.get(name) ?? [])];
      const next = all[(all.indexOf(own) + 1) % all.length];
      if (next !== undefined && next !== own) return JSON.stringify(next);
    }
    return own === '' ? undefined : "''";
  }
}

function isWord({ type, value }: Piece): boolean {
  return type === 'Literal' && typeof value === 'string';
}

function nameAround(parent: Piece | undefined): string {
  const key = partOf(parent, 'key') ?? partOf(parent, 'name');
  return typeof key?.['name'] === 'string' ? key['name'] : '';
}

function isText(piece: Piece): boolean {
  return (
    piece.type === 'TemplateLiteral' ||
    isWord(piece) ||
    (piece.type === 'BinaryExpression' &&
      [piece['left'], piece['right']].some((side) => isPiece(side) && isText(side)))
  );
}

function isComparison({ type, operator }: Piece): boolean {
  return type === 'BinaryExpression' && /^([<>]=?|[!=]==)$/.test(String(operator));
}

/** On one line, cut to a length at which a list of survivors can still be read. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

import { type ESTree, parseSync, Visitor } from 'rolldown/utils';

/** One name that an import or a re-export takes: `default` for the default, `*` for all of them. */
export interface TakenName {
  readonly name: string;
  readonly typeOnly: boolean;
}

/** One place in a file that names another file or a package. */
export interface Import {
  /** As it is written; null where it is worked out at run time. */
  readonly specifier: string | null;
  /** Counted from 1. */
  readonly line: number;
  /** Empty for an import that takes nothing (`import './side.ts'`). */
  readonly names: readonly TakenName[];
  /** Nothing of it is there at run time. */
  readonly typeOnly: boolean;
  /** `path` is a `new URL(…, import.meta.url)`, which may name any file; the others name what is loaded. */
  readonly by: 'import' | 'export' | 'path' | 'require';
}

/** A name that a file hands on from another. `name` is `*` for `export *`. */
export interface HandedOn {
  readonly name: string;
  readonly from: string;
  /** What it is called there; `*` for all of it. */
  readonly as: string;
}

/** What the edge check knows of a file. */
export interface ReadFile {
  readonly imports: readonly Import[];
  readonly handsOn: readonly HandedOn[];
  /** The parameters' names of every exported function. */
  readonly functions: () => readonly (readonly string[])[];
  /** Why it could not be read, else null. */
  readonly problem: string | null;
}

type Parsed = ReturnType<typeof parseSync>;

/**
 * Reads what a source file imports, by the parser that the tests' bundler brings (oxc): it knows TypeScript and TSX,
 * so what looks like an import in a comment, a string or the text of a page is none.
 *
 * @param file its name, of which the ending says the language
 */
export function readImports(file: string, text: string): ReadFile {
  const parsed = parseSync(file, text);
  const [error] = parsed.errors;
  if (error !== undefined) return { imports: [], handsOn: [], functions: () => [], problem: error.message };
  const lineAt = linesOf(text);
  const { staticImports, staticExports, dynamicImports, importMetas } = parsed.module;

  const imports: Import[] = [];
  for (const { start, moduleRequest, entries } of staticImports) {
    const names = entries.map(({ importName, isType }) => ({
      name: importName.name ?? starOr(importName.kind),
      typeOnly: isType,
    }));
    imports.push({
      specifier: moduleRequest.value,
      line: lineAt(start),
      names,
      typeOnly: allTypes(names),
      by: 'import',
    });
  }
  const handsOn: HandedOn[] = [];
  for (const { start, entries } of staticExports) {
    // One statement names one source.
    const from = entries[0]?.moduleRequest?.value;
    if (from === undefined) continue;
    const names = entries.map(({ importName, isType }) => ({
      name: importName.name ?? '*',
      typeOnly: isType,
    }));
    imports.push({ specifier: from, line: lineAt(start), names, typeOnly: allTypes(names), by: 'export' });
    for (const { exportName, importName } of entries)
      handsOn.push({ name: exportName.name ?? '*', from, as: importName.name ?? '*' });
  }
  for (const { start, moduleRequest } of dynamicImports)
    imports.push({
      specifier: literalIn(text.slice(moduleRequest.start, moduleRequest.end)),
      line: lineAt(start),
      names: [{ name: '*', typeOnly: false }],
      typeOnly: false,
      by: 'import',
    });
  // The parser's list leaves out types written as import('…'), paths of files and `export {} from`. They are rare, so
  // only a file that may hold one is walked through whole.
  const said = text.match(/\bimport\b/g)?.length ?? 0;
  const listed = staticImports.length + dynamicImports.length;
  if (said > listed || importMetas.length > 0 || /\{\s*\}\s*from\b/.test(text))
    imports.push(...furtherImports(parsed, lineAt));
  return { imports, handsOn, functions: () => exportedFunctions(parsed.program), problem: null };
}

function starOr(kind: string): string {
  return kind === 'Default' ? 'default' : '*';
}

function allTypes(names: readonly TakenName[]): boolean {
  return names.length > 0 && names.every(({ typeOnly }) => typeOnly);
}

/** The text of a string literal without holes, or null. */
function literalIn(written: string): string | null {
  const [, , inside] = /^(['"`])([^'"`\\]*)\1$/.exec(written) ?? [];
  return inside === undefined || inside.includes('${') ? null : inside;
}

function linesOf(text: string): (offset: number) => number {
  const ends: number[] = [];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) ends.push(at);
  return (offset) => {
    let low = 0;
    for (let high = ends.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low + 1;
  };
}

/** Types written as import('…'), files named beside this one, packages looked up by `require`. */
function furtherImports({ program }: Parsed, lineAt: (offset: number) => number): Import[] {
  const found: Import[] = [];
  const lookUps = new Set<string>();
  const add = (
    node: { start: number },
    specifier: string | null,
    by: Import['by'],
    typeOnly = false,
    name = '*',
  ) => found.push({ specifier, line: lineAt(node.start), names: [{ name, typeOnly }], typeOnly, by });
  new Visitor({
    TSImportType: (node) => {
      add(
        node,
        node.source.value,
        'import',
        true,
        node.qualifier?.type === 'Identifier' ? node.qualifier.name : '*',
      );
    },
    ExportNamedDeclaration: (node) => {
      if (node.source !== null && node.specifiers.length === 0)
        found.push({
          specifier: node.source.value,
          line: lineAt(node.start),
          names: [],
          typeOnly: node.exportKind === 'type',
          by: 'export',
        });
    },
    NewExpression: (node) => {
      const [first, second] = node.arguments;
      if (isNamed(node.callee, 'URL') && first !== undefined && isOfThisFile(second)) {
        const specifier = pathIn(first);
        if (specifier !== null) add(node, specifier, 'path');
      }
    },
    VariableDeclarator: (node) => {
      if (node.id.type === 'Identifier' && isLookUp(node.init, lookUps)) lookUps.add(node.id.name);
    },
    CallExpression: (node) => {
      const { callee } = node;
      const resolves =
        callee.type === 'MemberExpression' &&
        isNamed(callee.property, 'resolve') &&
        (isLookUp(callee.object, lookUps) || callee.object.type === 'MetaProperty');
      if (!resolves && !isLookUp(callee, lookUps)) return;
      const [first] = node.arguments;
      if (first?.type === 'Literal' && typeof first.value === 'string') add(node, first.value, 'require');
    },
  }).visit(program);
  return found;
}

type Node = ESTree.Node | null | undefined;

function isNamed(node: Node, name: string): boolean {
  return node?.type === 'Identifier' && node.name === name;
}

/** `import.meta.url` */
function isOfThisFile(node: Node): boolean {
  return (
    node?.type === 'MemberExpression' && node.object.type === 'MetaProperty' && isNamed(node.property, 'url')
  );
}

/** `createRequire(…)`, or a name that was given it. */
function isLookUp(node: Node, names: ReadonlySet<string>): boolean {
  if (node?.type === 'Identifier') return names.has(node.name);
  return node?.type === 'CallExpression' && isNamed(node.callee, 'createRequire');
}

/** A path as a string. What is worked out of it counts as `ts`, as in `./worker.${fromSource ? 'ts' : 'js'}`. */
function pathIn(node: ESTree.Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type !== 'TemplateLiteral') return null;
  return node.quasis.map(({ value }) => value.cooked ?? value.raw).join('ts');
}

/** The parameters' names of every function that a file exports, however it does. */
function exportedFunctions(program: ESTree.Program): string[][] {
  const known = new Map<string, string[]>();
  const exported: string[][] = [];
  for (const statement of program.body) {
    const outward =
      statement.type === 'ExportNamedDeclaration' || statement.type === 'ExportDefaultDeclaration';
    for (const [name, parameters] of functionsIn(outward ? statement.declaration : statement)) {
      known.set(name, parameters);
      if (outward) exported.push(parameters);
    }
  }
  for (const statement of program.body)
    if (statement.type === 'ExportNamedDeclaration' && statement.source === null)
      for (const { local } of statement.specifiers)
        if (local.type === 'Identifier')
          exported.push(...[known.get(local.name)].filter((one) => one !== undefined));
  return exported;
}

function functionsIn(node: Node): [string, string[]][] {
  if (node?.type === 'FunctionDeclaration')
    return [[node.id?.name ?? 'default', node.params.map(parameterName)]];
  if (node?.type === 'ArrowFunctionExpression') return [['default', node.params.map(parameterName)]];
  if (node?.type !== 'VariableDeclaration') return [];
  return node.declarations.flatMap(({ id, init }): [string, string[]][] =>
    id.type === 'Identifier' &&
    (init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression')
      ? [[id.name, init.params.map(parameterName)]]
      : [],
  );
}

/** The name of a parameter, or `` for one that is taken apart. */
function parameterName(parameter: ESTree.ParamPattern): string {
  if (parameter.type === 'Identifier') return parameter.name;
  return parameter.type === 'AssignmentPattern' && parameter.left.type === 'Identifier'
    ? parameter.left.name
    : '';
}

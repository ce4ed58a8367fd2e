import { type DefaultTreeAdapterMap, parse } from 'parse5';

type Node = DefaultTreeAdapterMap['node'];
type Element = DefaultTreeAdapterMap['element'];

/** One element of a page: its attributes, its words, and what is in it. */
export class Part {
  readonly #element: Element;

  constructor(element: Element) {
    this.#element = element;
  }

  get tag(): string {
    return this.#element.tagName;
  }

  /** An attribute's value; undefined where it has none of that name. */
  attribute(name: string): string | undefined {
    return this.#element.attrs.find((one) => one.name === name)?.value;
  }

  has(className: string): boolean {
    return (this.attribute('class') ?? '').split(' ').includes(className);
  }

  /** Its words as somebody reads them, with single spaces. */
  get words(): string {
    return wordsOf(this.#element).replaceAll(/\s+/g, ' ').trim();
  }

  /** Every element in it, itself first, in the order of the page. */
  *all(): Generator<Part> {
    yield this;
    for (const child of this.#element.childNodes) if ('tagName' in child) yield* new Part(child).all();
  }

  /** Those in it of a class. */
  of(className: string): readonly Part[] {
    return [...this.all()].filter((part) => part.has(className));
  }

  tagged(tag: string): readonly Part[] {
    return [...this.all()].filter((part) => part.tag === tag);
  }

  withId(id: string): Part | undefined {
    return [...this.all()].find((part) => part.attribute('id') === id);
  }
}

/** A page taken apart. */
export function partsOf(html: string): Part {
  const root = parse(html).childNodes.find((node) => 'tagName' in node);
  if (root === undefined) throw new Error('There is no page');
  return new Part(root);
}

/** Where a page leads to and what it says, as tests of pages compare it. */
export interface PageFacts {
  readonly heading: string;
  readonly caption: string;
  /** The rows of its summary lists: what is said under each key. */
  readonly says: Readonly<Record<string, string>>;
  /** Headings of the second order. */
  readonly sections: readonly string[];
  /** Each step of the way to it after the home page, and where that leads. */
  readonly crumbs: readonly Link[];
  /** The stops of its line of sight: the words of each, where it leads (empty for nowhere), and the break behind it. */
  readonly thread: readonly (readonly [words: string, address: string, gap: string])[];
  /** The thing before and the thing after. */
  readonly previous: Link | null;
  readonly next: Link | null;
  /** Where each link of the page itself leads, by its words. */
  readonly leadsTo: ReadonlyMap<string, string>;
  /** What stands in its tables, a row each. */
  readonly rows: readonly (readonly string[])[];
}

export type Link = readonly [words: string, address: string];

export function factsOf(html: string): PageFacts {
  const page = partsOf(html);
  const [main] = page.tagged('main');
  if (main === undefined) throw new Error('The page has no main part');
  const first = (className: string) => main.of(className)[0];
  const neighbour = (className: string): Link | null => {
    const link = first(className)?.tagged('a')[0];
    if (link === undefined) return null;
    return [link.of('govuk-pagination__link-label')[0]?.words ?? link.words, link.attribute('href') ?? ''];
  };
  const links = main.tagged('a');
  return {
    heading: main.tagged('h1')[0]?.words ?? '',
    caption: first('govuk-caption-l')?.words ?? '',
    says: Object.fromEntries(
      main
        .of('govuk-summary-list__row')
        .map((row) => [
          row.of('govuk-summary-list__key')[0]?.words ?? '',
          row.of('govuk-summary-list__value')[0]?.words ?? '',
        ]),
    ),
    sections: main.tagged('h2').map(({ words }) => words),
    crumbs: page
      .of('govuk-breadcrumbs__link')
      .slice(1)
      .map((link): Link => [link.words, link.attribute('href') ?? '']),
    thread: page
      .of('tl-thread__stop')
      .map((stop) => [
        stop.of('tl-thread__words')[0]?.words ?? '',
        stop.of('tl-thread__words')[0]?.tagged('a')[0]?.attribute('href') ?? '',
        stop.of('tl-thread__break')[0]?.words.replace('The line breaks here: ', '') ?? '',
      ]),
    previous: neighbour('govuk-pagination__prev'),
    next: neighbour('govuk-pagination__next'),
    leadsTo: new Map(links.map((link) => [link.words, link.attribute('href') ?? ''])),
    rows: main
      .tagged('tbody')
      .flatMap((body) => body.tagged('tr'))
      .map((row) =>
        [...row.all()].filter(({ tag }) => tag === 'td' || tag === 'th').map(({ words }) => words),
      ),
  };
}

/** What a reader never sees as words is none of them. */
const SILENT = new Set(['script', 'style', 'title']);

function wordsOf(node: Node): string {
  if ('value' in node) return node.value;
  if (!('childNodes' in node) || ('tagName' in node && SILENT.has(node.tagName))) return '';
  return node.childNodes.map(wordsOf).join(' ');
}

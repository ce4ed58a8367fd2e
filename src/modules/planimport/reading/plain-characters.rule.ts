import { hiddenCharacterIn, withoutHiddenCharacters } from '../../../platform/hidden-characters.ts';
import type { PlanReading, Problem, Source } from '../../improvement/index.ts';

/** Where in a reading something stands: the last thing with a reference, and the last place. */
interface Where {
  readonly ref: string | null;
  readonly source: Source;
}

/**
 * Takes out of a reading every character that cannot be seen: papers carry soft hyphens and marks of direction from their
 * making, and a name must not be another's for one. Each thing that had some is told of, with its place. A reading without any
 * is given back as it is.
 */
export function withPlainCharacters(reading: PlanReading): PlanReading {
  const problems: Problem[] = [];
  const { problems: before, ...rest } = reading;
  const plain = cleaned(rest, { ref: null, source: {} }, problems) as typeof rest;
  // What is odd quotes the paper, so it is cleaned too, without being told of twice.
  const quoted = cleaned(before, { ref: null, source: {} }, []) as Problem[];
  return problems.length === 0 && quoted === before
    ? reading
    : { ...plain, problems: [...quoted, ...problems] };
}

function cleaned(value: unknown, where: Where, problems: Problem[]): unknown {
  if (typeof value === 'string') return plainText(value, where, problems);
  if (Array.isArray(value)) {
    const items = value.map((item: unknown) => cleaned(item, where, problems));
    return items.some((item, at) => item !== value[at]) ? items : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  const own = {
    ref: 'ref' in value && typeof value.ref === 'string' ? withoutHiddenCharacters(value.ref) : where.ref,
    source: 'source' in value ? (value.source as Source) : where.source,
  };
  const entries = Object.entries(value).map(([name, item]): [string, unknown] => [
    name,
    cleaned(item, own, problems),
  ]);
  return entries.some(([name, item]) => item !== (value as Record<string, unknown>)[name])
    ? Object.fromEntries(entries)
    : value;
}

function plainText(text: string, { ref, source }: Where, problems: Problem[]): string {
  const hidden = hiddenCharacterIn(text);
  if (hidden === null) return text;
  const last = problems.at(-1);
  // One thing is told of once: its words stand in it several times, as printed and as read.
  if (last?.ref !== ref || last.source.line !== source.line || last.source.row !== source.row) {
    problems.push({
      kind: 'hidden-character',
      where: placeInWords(ref, source),
      message: `There is a character that cannot be seen${hidden.after === '' ? '' : ` after “${hidden.after}”`} (${hidden.code}).`,
      proposal: 'It was taken out, because it can make a name look like another.',
      ref,
      source,
    });
  }
  return withoutHiddenCharacters(text);
}

function placeInWords(ref: string | null, { line, row, page }: Source): string {
  const place = [
    ...(ref === null ? [] : [ref]),
    ...(line === undefined ? [] : [`line ${line}`]),
    ...(line !== undefined || row === undefined ? [] : [`row ${row}`]),
    ...(line !== undefined || page === undefined ? [] : [`page ${page}`]),
  ];
  return place.length === 0 ? 'The plan' : place.join(', ');
}

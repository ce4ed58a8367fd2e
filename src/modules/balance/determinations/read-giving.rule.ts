/** A seat that a group gives up to another, as somebody typed it. */
export interface Giving {
  readonly body: string;
  readonly from: string;
  readonly to: string;
  readonly seats: number;
}

/**
 * Reads lines such as "Regulation: Conservative to No group 1": the body, who gives, who is given to, how many. Names must be
 * those of the table. What cannot be read comes back as sentences.
 */
export function readGiving(
  text: string,
  names: { readonly bodies: readonly string[]; readonly parties: readonly string[] },
): { readonly given: readonly Giving[]; readonly problems: readonly string[] } {
  const given: Giving[] = [];
  const problems: string[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const at = `Line ${index + 1}, “${line.slice(0, 80)}”,`;
    const [, body = '', from = '', to = '', count = '1'] =
      /^(.+?)\s*:\s*(.+?)\s+to\s+(.+?)(?:\s+(\d{1,3}))?$/i.exec(line) ?? [];
    const known = {
      body: named(names.bodies, body),
      from: named(names.parties, from),
      to: named(names.parties, to),
    };
    if (body === '')
      problems.push(
        `${at} must say the body, who gives and who is given to, like Regulation: Conservative to No group 1`,
      );
    else if (known.body === undefined)
      problems.push(`${at} names the body ${body}, which is not in the table`);
    else if (known.from === undefined || known.to === undefined)
      problems.push(`${at} names ${known.from === undefined ? from : to}, which is not a group of the table`);
    else if (known.from === known.to) problems.push(`${at} gives a seat to the group that gives it up`);
    else if (Number(count) < 1) problems.push(`${at} gives no seat`);
    else given.push({ body: known.body, from: known.from, to: known.to, seats: Number(count) });
  }
  return { given, problems };
}

function named(names: readonly string[], typed: string): string | undefined {
  return names.find((name) => name.toLowerCase() === typed.trim().toLowerCase());
}

import { megabytes } from './limits.ts';
import { Refusal } from './refusal.ts';

/** How much of a JSON text is taken in. Names and values are counted alike: `{"a":[1]}` has four. */
export interface JsonLimits {
  readonly values: number;
  /** Bytes of text in it, escapes as they are written. */
  readonly textBytes: number;
}

/** Arrays and objects inside one another. What we read has ten at most, and the engine's own reader falls over at some thousands. */
const MAX_DEPTH = 64;

const [QUOTE, BACKSLASH, COMMA, COLON, LINE_FEED] = [0x22, 0x5c, 0x2c, 0x3a, 0x0a];
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d];

/**
 * Reads a JSON text in UTF-8. It is counted before anything is made of it: a text of 24 MB can be eight million objects. A name
 * that stands twice in one object is refused, because two programs could take two different values; so is a character that no
 * text can hold.
 * @param name the file's name as it may stand in a sentence
 * @param keepLess the sentence that says how to make the file smaller
 * @throws Refusal in words, with the line
 */
export function readJson(name: string, bytes: Uint8Array, limits: JsonLimits, keepLess: string): unknown {
  countJson(name, bytes, limits, keepLess);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(
      'wrong-encoding',
      `${name} is not JSON in UTF-8. Save it with that encoding, and choose it again.`,
    );
  }
  const value = parsed(name, text);
  refuseWhatReadsTwoWays(name, text);
  return value;
}

function countJson(name: string, bytes: Uint8Array, limits: JsonLimits, keepLess: string): void {
  let [values, depth, textBytes, line] = [0, 0, 0, 1];
  let inWord = false;
  const refuse = (what: string): never => {
    throw new Refusal('too-large', `${name} has ${what}: counting stopped on line ${line}. ${keepLess}`);
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    const isBreak =
      byte === COMMA || byte === COLON || byte === CLOSE_OBJECT || byte === CLOSE_LIST || isSpace(byte);
    if (byte === LINE_FEED) line += 1;
    if (byte === QUOTE) {
      const end = endOfText(bytes, at);
      textBytes += end - at;
      at = end;
    }
    if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth += 1;
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) depth -= 1;
    const isOwnValue = byte === QUOTE || byte === OPEN_OBJECT || byte === OPEN_LIST;
    if (isOwnValue || (!isBreak && !inWord)) values += 1;
    inWord = !isBreak && !isOwnValue;
    if (values > limits.values) refuse(`more than ${limits.values.toLocaleString('en-GB')} names and values`);
    if (depth > MAX_DEPTH) refuse(`more than ${MAX_DEPTH} lists and objects inside one another`);
    if (textBytes > limits.textBytes) refuse(`more than ${megabytes(limits.textBytes)} of text`);
  }
}

function isSpace(byte: number | undefined): boolean {
  return byte === 0x20 || byte === LINE_FEED || byte === 0x0d || byte === 0x09;
}

/** Where the text that begins at a quotation mark ends: at its closing mark, or at the end of all. */
function endOfText(bytes: Uint8Array, start: number): number {
  let at = start + 1;
  while (at < bytes.length && bytes[at] !== QUOTE) at += bytes[at] === BACKSLASH ? 2 : 1;
  return at;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
    const place = position === undefined ? '' : ` from line ${lineAt(text, Number(position))} on`;
    throw new Refusal(
      'damaged',
      `${name} is not JSON that can be read${place}. Save it again in the program it came from, and choose it again.`,
    );
  }
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split('\n').length;
}

/** Walks a text that is known to be JSON. */
function refuseWhatReadsTwoWays(name: string, text: string): void {
  /** The names so far of each object that is open; null for a list. */
  const open: (Set<string> | null)[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    if (letter === OPEN_OBJECT) open.push(new Set());
    else if (letter === OPEN_LIST) open.push(null);
    else if (letter === CLOSE_OBJECT || letter === CLOSE_LIST) open.pop();
    if (letter !== QUOTE) continue;
    const start = at;
    at += 1;
    while (text.charCodeAt(at) !== QUOTE) at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
    const said = JSON.parse(text.slice(start, at + 1)) as string;
    if (NO_TEXT.test(said))
      throw new Refusal(
        'damaged',
        `${name} holds a character that no text can hold (NUL, or half of a pair), on line ${lineAt(text, start)}. Take it out, and choose the file again.`,
      );
    if (!isName(text, at + 1)) continue;
    const names = open.at(-1);
    if (names?.has(said) === true)
      throw new Refusal(
        'damaged',
        `${name} says “${said.slice(0, 40)}” twice in one object, on line ${lineAt(text, start)}, so it can be read in two ways. Keep one of them, and choose the file again.`,
      );
    names?.add(said);
  }
}

/** The database refuses the first; the second is no character by itself. */
const NO_TEXT = /[\0\p{Cs}]/u;

/** Whether a colon follows, which makes a text the name of a value. */
function isName(text: string, end: number): boolean {
  let at = end;
  while (isSpace(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === COLON;
}

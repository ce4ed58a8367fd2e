import { Tokenizer, type TokenHandler, type Token } from 'parse5';

/** Where a tag stands in the text, in characters from its beginning; `end` is just after the tag. */
export interface TagPosition {
  readonly start: number;
  readonly end: number;
}

/** Told of each tag as it comes by. Names and attribute names are in small letters and without a prefix ("x:row" is "row"). */
export interface TagReader {
  open(tag: string, attributes: ReadonlyMap<string, string>, at: TagPosition): void;
  close?(tag: string, at: TagPosition): void;
}

/**
 * Reads the tags of an XML text one after another, without building a tree and without expanding any entity that the text
 * defines itself. The HTML tokenizer serves: on the plain, machine-written XML inside office files it sees the same tags.
 */
export function readTags(xml: string, reader: TagReader): void {
  const handler: TokenHandler = {
    onStartTag: (token) => {
      const tag = withoutPrefix(token.tagName);
      const at = positionOf(token);
      reader.open(tag, attributesOf(token), at);
      if (token.selfClosing) reader.close?.(tag, at);
    },
    onEndTag: (token) => reader.close?.(withoutPrefix(token.tagName), positionOf(token)),
    onCharacter: () => undefined,
    onWhitespaceCharacter: () => undefined,
    onNullCharacter: () => undefined,
    onComment: () => undefined,
    onDoctype: () => undefined,
    onEof: () => undefined,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, handler);
  tokenizer.write(xml, true);
}

function positionOf(token: Token.TagToken): TagPosition {
  return { start: token.location?.startOffset ?? 0, end: token.location?.endOffset ?? 0 };
}

function attributesOf(token: Token.TagToken): Map<string, string> {
  return new Map(token.attrs.map((each) => [withoutPrefix(each.name), each.value]));
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

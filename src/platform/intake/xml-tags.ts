import { Tokenizer, type TokenHandler, type Token } from 'parse5';

/** Told of each tag as it comes by. Names and attribute names are in small letters and without a prefix ("x:row" is "row"). */
export interface TagReader {
  open(tag: string, attributes: ReadonlyMap<string, string>): void;
  close?(tag: string): void;
  text?(text: string): void;
}

/**
 * Reads the tags of an XML text one after another, without building a tree and without expanding any entity that the text
 * defines itself. The HTML tokenizer serves: on the plain, machine-written XML inside office files it sees the same tags.
 */
export function readTags(xml: string, reader: TagReader): void {
  const handler: TokenHandler = {
    onStartTag: (token) => {
      const tag = withoutPrefix(token.tagName);
      reader.open(tag, attributesOf(token));
      if (token.selfClosing) reader.close?.(tag);
    },
    onEndTag: (token) => reader.close?.(withoutPrefix(token.tagName)),
    onCharacter: (token) => reader.text?.(token.chars),
    onWhitespaceCharacter: (token) => reader.text?.(token.chars),
    onNullCharacter: () => undefined,
    onComment: () => undefined,
    onDoctype: () => undefined,
    onEof: () => undefined,
  };
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: false }, handler);
  tokenizer.write(xml, true);
}

function attributesOf(token: Token.TagToken): Map<string, string> {
  return new Map(token.attrs.map((each) => [withoutPrefix(each.name), each.value]));
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

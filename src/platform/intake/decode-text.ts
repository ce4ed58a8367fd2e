import { Refusal } from './refusal.ts';

export interface DecodedText {
  /** Plain line feeds, no byte-order mark. */
  readonly text: string;
  readonly remarks: readonly string[];
}

/**
 * The file's bytes as text: UTF-8, UTF-16 with or without its byte-order mark, or Windows-1252, the encoding that older
 * Windows programs save in. Line ends become plain line feeds.
 * @throws Refusal where the bytes are no text, or no encoding fits
 */
export function decodeText(name: string, bytes: Uint8Array): DecodedText {
  const { text, remarks } = decode(name, bytes);
  refuseBinary(name, text);
  const lines = text.replaceAll(/\r\n?/g, '\n').replaceAll(/[\v\0]/g, ' ');
  if (lines.trim() === '')
    throw new Refusal('empty', `${name} holds no text. Choose the file with the plan in it.`);
  return { text: lines, remarks };
}

function decode(name: string, bytes: Uint8Array): DecodedText {
  const utf16 = utf16Order(bytes);
  if (utf16 !== undefined) return { text: new TextDecoder(utf16).decode(bytes), remarks: [] };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), remarks: [] };
  } catch {
    return notQuiteUtf8(name, bytes);
  }
}

/** UTF-16 announces itself with a mark, or shows as a zero in every other byte of the Latin letters. */
function utf16Order(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.min(32_768, Math.floor(bytes.length / 2));
  let evenZeros = 0;
  let oddZeros = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    if (bytes[pair * 2] === 0) evenZeros += 1;
    if (bytes[pair * 2 + 1] === 0) oddZeros += 1;
  }
  if (oddZeros > pairs * 0.3 && evenZeros < pairs * 0.05) return 'utf-16le';
  if (evenZeros > pairs * 0.3 && oddZeros < pairs * 0.05) return 'utf-16be';
  return undefined;
}

/**
 * Bytes that are not UTF-8 throughout. Where letters outside ASCII were read rightly at least as often as not, it is UTF-8
 * with a few broken bytes; otherwise it is Windows-1252, in which every such letter is one byte.
 */
function notQuiteUtf8(name: string, bytes: Uint8Array): DecodedText {
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let good = 0;
  for (const letter of asUtf8) {
    if (letter === '\ufffd') broken += 1;
    else if (letter > '\u007f') good += 1;
  }
  if (good >= broken) {
    const line = asUtf8.slice(0, asUtf8.indexOf('\ufffd')).split(/\r\n|[\r\n]/).length;
    const letters = broken === 1 ? '1 letter' : `${broken.toLocaleString('en-GB')} letters`;
    return {
      text: asUtf8,
      remarks: [
        `${letters} of ${name} could not be read and ${broken === 1 ? 'is' : 'are'} shown as \ufffd, first on line ${line}. Save the file as UTF-8 to have ${broken === 1 ? 'it' : 'them'} back.`,
      ],
    };
  }
  return {
    text: fromWindows1252(name, bytes),
    remarks: [
      `${name} was read as Windows-1252, the encoding of older Windows programs. Check that pound signs, dashes and quotation marks are right.`,
    ],
  };
}

// What Windows-1252 prints for the bytes 0x80 to 0x9F; a dot where it prints nothing. The table is here because the
// runtime's own decoder for this encoding has read these bytes as control characters in some releases.
const WINDOWS_1252 = '€.‚ƒ„…†‡ˆ‰Š‹Œ.Ž..‘’“”•–—˜™š›œ.žŸ';

function fromWindows1252(name: string, bytes: Uint8Array): string {
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  refuseBinary(name, latin.replaceAll(/[\u0080-\u009f]/g, ''));
  if (/[\u0081\u008d\u008f\u0090\u009d]/.test(latin)) {
    throw new Refusal(
      'wrong-encoding',
      `${name} is text in an encoding that is not known here. Open it in the program it came from, save it as UTF-8 text, and try again.`,
    );
  }
  return latin.replaceAll(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252.charAt(byte.charCodeAt(0) - 0x80));
}

/** Text holds hardly any control characters; a program or a picture with its name changed holds many. */
function refuseBinary(name: string, text: string): void {
  const controls = text.match(/[\0-\u0008\u000e-\u001f\u007f-\u009f]/g)?.length ?? 0;
  if (controls <= text.length * 0.002) return;
  throw new Refusal(
    'not-a-document',
    `${name} is not text. Choose a Word document (.docx), a workbook (.xlsx), a PDF, a web page (.html), or a text or CSV file.`,
  );
}

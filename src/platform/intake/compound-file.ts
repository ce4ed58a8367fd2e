import { Refusal } from './refusal.ts';

/**
 * Says what is wrong with a "compound file", the container of Office before 2007, in which Office today keeps a document that
 * is locked with a password. It is told by the names of its streams, which stand in it as UTF-16 (MS-CFB, section 2.6.1).
 */
export function compoundFileRefusal(name: string, bytes: Uint8Array): Refusal {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const holds = (stream: string): boolean => content.includes(stream, 0, 'utf16le');
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) {
    return new Refusal(
      'password-protected',
      `${name} is locked with a password. Open it, save a copy without the password, and try again.`,
    );
  }
  if (holds('WordDocument')) return oldFormat(name, 'an old Word document (.doc)', 'Word', '.docx');
  if (holds('Workbook') || holds('Book'))
    return oldFormat(name, 'an old Excel workbook (.xls)', 'Excel', '.xlsx');
  if (holds('__substg1.0')) {
    return new Refusal(
      'not-a-document',
      `${name} is a saved e-mail. Open it, save the plan that is attached to it, and choose that.`,
    );
  }
  return new Refusal(
    'not-a-document',
    `${name} is a file of an old office program. Open it there, save it as a Word document (.docx) or a PDF, and try again.`,
  );
}

function oldFormat(name: string, what: string, program: string, ending: string): Refusal {
  return new Refusal(
    'not-a-document',
    `${name} is ${what}. Open it in ${program}, save it as ${ending}, and try again.`,
  );
}

import { array, assert, asyncProperty, integer, nat, uint8Array } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounds } from '../../../test/support/rounds.ts';
import { openFile } from './open-file.ts';
import type { OpenedFile } from './source-document.ts';
import {
  planAsCsv,
  planAsDocx,
  planAsHtml,
  planAsPdf,
  planAsText,
  planAsXlsx,
} from './testing/plan-files.ts';
import { SAYS_WHAT_TO_DO } from './testing/refused-files.ts';

/** Either there is something in it, or there is a sentence that says why not and what to do. */
function isAnswer(opened: OpenedFile): boolean {
  if (opened.kind === 'opened') return opened.document.blocks.length > 0;
  return SAYS_WHAT_TO_DO.test(opened.sentence);
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');

const formats = [
  { fileName: 'plan.txt', make: () => utf8(planAsText()) },
  { fileName: 'plan.html', make: () => utf8(planAsHtml()) },
  { fileName: 'plan.csv', make: () => utf8(planAsCsv(',')) },
  { fileName: 'plan.docx', make: () => planAsDocx() },
  { fileName: 'plan.xlsx', make: () => planAsXlsx() },
  { fileName: 'plan.pdf', make: () => planAsPdf(true) },
  { fileName: 'plan-untagged.pdf', make: () => planAsPdf(false) },
];

describe('whatever the bytes', () => {
  it.each(formats)('random bytes named $fileName get an answer', async ({ fileName }) => {
    await assert(
      asyncProperty(uint8Array({ maxLength: 400 }), async (bytes) => {
        expect(await openFile({ fileName, bytes })).toSatisfy(isAnswer);
      }),
    );
  });

  it.each(formats)('$fileName cut anywhere gets an answer', async ({ fileName, make }) => {
    const whole = await make();
    await assert(
      asyncProperty(nat(whole.length), async (length) => {
        expect(await openFile({ fileName, bytes: whole.subarray(0, length) })).toSatisfy(isAnswer);
      }),
      { numRuns: rounds(60) },
    );
  });

  it.each(formats)('$fileName with bytes changed gets an answer', async ({ fileName, make }) => {
    const whole = await make();
    const change = array(integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 4 });
    await assert(
      asyncProperty(nat(whole.length - 5), change, async (at, bytes) => {
        const changed = Uint8Array.from(whole);
        changed.set(bytes, at);
        expect(await openFile({ fileName, bytes: changed })).toSatisfy(isAnswer);
      }),
      { numRuns: rounds(60) },
    );
  });
});

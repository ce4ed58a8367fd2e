import type { FastifyInstance } from 'fastify';
import { type Body, readFormText } from './form-body.ts';
import { LARGEST_FORM, tooManyFields } from './problem.ts';
import { ProblemError } from './problem-error.ts';

/** The longest form of ours has 6,004: a list of 2,000 members of whom each row asks for a person, a body and a seat. */
export const MOST_FIELDS = 10_000;
/** As it is sent, in bytes: ours have some 80. */
export const LONGEST_NAME = 2_000;

const [AMPERSAND, EQUALS] = [0x26, 0x3d];

/**
 * Takes forms that are sent as text. Fields are counted before anything is made of them: 2 MB can be two million fields, which
 * cost seconds and a hundred times their size.
 */
export function takeTextForms(app: FastifyInstance): void {
  app.addContentTypeParser<Buffer>(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: LARGEST_FORM },
    async (_request: unknown, bytes: Buffer) => {
      const body = readTextForm(bytes);
      if (body === null) throw new ProblemError(tooManyFields);
      return body;
    },
  );
}

/** A form that was sent as text; null where it has more fields, or longer names, than one of ours can have. */
export function readTextForm(bytes: Buffer): Body | null {
  return isCountable(bytes) ? readFormText(bytes.toString('utf8')) : null;
}

/** Whether a form has no more fields, and no longer names, than one of ours can have. */
function isCountable(bytes: Uint8Array): boolean {
  let fields = 1;
  let name = 0;
  let inName = true;
  for (const byte of bytes) {
    if (byte === AMPERSAND) {
      fields += 1;
      name = 0;
      inName = true;
    } else if (byte === EQUALS) inName = false;
    else if (inName) name += 1;
    if (fields > MOST_FIELDS || name > LONGEST_NAME) return false;
  }
  return true;
}

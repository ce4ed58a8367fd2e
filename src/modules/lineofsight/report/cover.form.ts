import { z } from 'zod';
import type { PlanInForce } from '../../improvement/index.ts';
import { formatDay } from '../../../platform/time/plain-day.ts';

const LINES = 8;
const LETTERS = 200;
const LONGEST_SUMMARY = 3000;

const lines = (name: string) =>
  z
    .string()
    .transform(linesOf)
    .refine((all) => all.length <= LINES, { error: `${name} must be ${LINES} lines or fewer` })
    .refine((all) => all.every((line) => line.length <= LETTERS), {
      error: `Each line of ${name} must be ${LETTERS} characters or fewer`,
    });

/** The form "Change the cover": what a person may say on the cover of a report. It travels in the address. */
export const CoverForm = z.object({
  by: lines('‘By’').optional(),
  to: lines('‘To’').optional(),
  classification: z
    .string()
    .trim()
    .max(LETTERS, { error: `Classification must be ${LETTERS} characters or fewer` })
    .optional(),
  summary: z
    .string()
    .trim()
    .max(LONGEST_SUMMARY, {
      error: `Summary must be ${LONGEST_SUMMARY.toLocaleString('en-GB')} characters or fewer`,
    })
    .transform(linesOf)
    .optional(),
});

export const COVER_FIELDS = ['by', 'to', 'classification', 'summary'] as const;
export type CoverField = (typeof COVER_FIELDS)[number];

export interface CoverWords {
  /** One a line. A post, not a name: nobody's name is put on a paper they did not ask to sign. */
  readonly by: readonly string[];
  readonly to: readonly string[];
  readonly classification: string;
  /** What the author says before the facts, a paragraph each; none unless they wrote it. */
  readonly summary: readonly string[];
}

/** The cover of a report whose author has changed nothing. */
export const PLAIN_COVER: CoverWords = {
  by: ['Improvement programme manager'],
  to: ['Improvement Board'],
  classification: 'Unrestricted',
  summary: [],
};

export type ReadCover =
  | { readonly kind: 'ok'; readonly cover: CoverWords }
  | { readonly kind: 'problems'; readonly problems: Readonly<Partial<Record<CoverField, string>>> };

/** Reads the cover from an address's query. A field left empty is as on the plain cover. */
export function readCover(query: URLSearchParams): ReadCover {
  const given = CoverForm.safeParse(Object.fromEntries(query));
  if (!given.success) {
    const problems: Partial<Record<CoverField, string>> = {};
    for (const { path, message } of given.error.issues) {
      const field = COVER_FIELDS.find((name) => name === path[0]);
      if (field !== undefined) problems[field] ??= message;
    }
    return { kind: 'problems', problems };
  }
  const { by = [], to = [], classification = '', summary = [] } = given.data;
  return {
    kind: 'ok',
    cover: {
      by: by.length === 0 ? PLAIN_COVER.by : by,
      to: to.length === 0 ? PLAIN_COVER.to : to,
      classification: classification === '' ? PLAIN_COVER.classification : classification,
      summary,
    },
  };
}

/** The subject of a report: whose plan, and as at which day. */
export function subjectOf(plan: Pick<PlanInForce, 'title' | 'on'>): string {
  return `${plan.title}: how it stands on ${formatDay(plan.on)}`;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

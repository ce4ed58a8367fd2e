import { hiddenCharacterInWords } from '../platform/hidden-characters.ts';

/** What somebody asked of `throughline import plan`, as they typed it. */
export interface ImportWishes {
  readonly dryRun?: true;
  readonly json?: true;
  readonly column?: readonly string[];
  readonly accept?: true;
  readonly plan?: string;
  readonly title?: string;
  readonly programme?: string;
  readonly inForceFrom?: string;
  readonly opensOn?: string;
}

/** Options that say something of a plan, and so mean nothing while nothing is accepted. */
const OF_ACCEPTING = {
  plan: '--plan',
  title: '--title',
  programme: '--programme',
  inForceFrom: '--in-force-from',
  opensOn: '--opens-on',
} as const satisfies Partial<Record<keyof ImportWishes, string>>;

/** Options that only a new plan can have: a later version keeps what its plan was given. */
const OF_A_NEW_PLAN = ['programme', 'opensOn'] as const;

/** What is wrong with options that do not go together, in a sentence; null where they do. Nothing is left unheard. */
export function wrongTogether(wishes: ImportWishes): string | null {
  const hidden = (['title', 'programme'] as const).flatMap((name) => {
    const sentence = hiddenCharacterInWords(wishes[name] ?? '');
    return sentence === null ? [] : [`In ${OF_ACCEPTING[name]}: ${sentence}.`];
  });
  if (hidden[0] !== undefined) return hidden[0];
  if (wishes.json === true && wishes.dryRun !== true)
    return '--json prints what was read instead of storing it. Use it with --dry-run, or leave it out.';
  if (wishes.accept !== true) {
    const idle = Object.entries(OF_ACCEPTING).find(
      ([name]) => wishes[name as keyof ImportWishes] !== undefined,
    );
    return idle === undefined || wishes.dryRun === true
      ? null
      : `${idle[1]} says something of a plan to be stored. Use it with --accept, or leave it out.`;
  }
  if ((wishes.plan === undefined) === (wishes.title === undefined))
    return 'Say which plan this is: --plan for a new version of one, or --title for a new plan.';
  const onlyNew = OF_A_NEW_PLAN.find((name) => wishes[name] !== undefined);
  if (wishes.plan !== undefined && onlyNew !== undefined)
    return `${OF_ACCEPTING[onlyNew]} is for a new plan. A new version of ${wishes.plan} keeps what the plan has: leave it out.`;
  return wishes.inForceFrom === undefined
    ? 'Say from which day this is the plan, like --in-force-from 2026-12-01.'
    : null;
}

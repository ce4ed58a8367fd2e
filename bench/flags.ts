import { parseArgs } from 'node:util';

export const PARTS = ['import', 'json', 'startup', 'pages', 'report', 'sign-in', 'bodies'] as const;
export type PartName = (typeof PARTS)[number];

export interface Flags {
  readonly parts: readonly PartName[];
  readonly scales: readonly number[];
  /** How long each address is asked for, in seconds, in each round. */
  readonly seconds: number;
  readonly rounds: number;
  /** Where to write the CPU profiles of the servers; null writes none. */
  readonly profiles: string | null;
}

export const HELP = `npm run bench -- [flags]

  --only import,pages    some parts alone: ${PARTS.join(', ')}
  --scales 1,10,100      how many times a large county's plan
  --seconds 2            how long each address is asked for in each round
  --rounds 3             how many rounds; the middle one counts
  --profiles FOLDER      write a CPU profile of each server there, to look at in a browser's developer tools
`;

/** Reads the flags. Returns a sentence where one cannot be understood. */
export function readFlags(args: readonly string[]): Flags | string {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        only: { type: 'string', default: PARTS.join(',') },
        scales: { type: 'string', default: '1,10,100' },
        seconds: { type: 'string', default: '2' },
        rounds: { type: 'string', default: '3' },
        profiles: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n\n${HELP}`;
  }
  if (values.help) return HELP;
  const wished = values.only.split(',');
  const scales = values.scales.split(',').map(Number);
  const [seconds, rounds] = [Number(values.seconds), Number(values.rounds)];
  const unknown = wished.find((name) => !PARTS.some((part) => part === name));
  if (unknown !== undefined) return `There is no part ${unknown}.\n\n${HELP}`;
  if (![...scales, seconds, rounds].every((number) => Number.isInteger(number) && number > 0))
    return `Scales, seconds and rounds are whole numbers from 1.\n\n${HELP}`;
  return {
    parts: PARTS.filter((part) => wished.includes(part)),
    scales,
    seconds,
    rounds,
    profiles: values.profiles ?? null,
  };
}

import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { brandColourProblem } from './platform/web/brand.ts';

/** The project's own folder: this file stands one level below it, as source and as built. */
const projectFolder = fileURLToPath(new URL('..', import.meta.url));

const text = z.string().trim();

const LOOPBACK = /^(localhost|::1|127(\.\d{1,3}){3})$/;

const databaseUrl = text
  .refine(
    (url) => /^(postgres|postgresql|socket):\/\//.test(url) && URL.canParse(url.replace('@/', '@local/')),
    {
      error:
        'DATABASE_URL must be the address of a PostgreSQL database, like postgres://user:password@host:5432/throughline.',
    },
  )
  .optional()
  .describe('Address of the PostgreSQL database to use. Without it Throughline runs a server of its own.');

const dataFolder = text
  .default('data')
  .transform((folder) => (isAbsolute(folder) ? folder : resolve(projectFolder, folder)))
  .describe('Folder for everything Throughline keeps: the database it runs itself, and its secrets.');

const port = text
  .default('3000')
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
    error: 'PORT must be a whole number from 0 to 65535, like 3000. 0 takes any free port.',
  })
  .transform(Number)
  .describe('Port the web server listens on.');

const host = text
  .default('127.0.0.1')
  .refine((value) => LOOPBACK.test(value), {
    error:
      'HOST must be this machine alone (127.0.0.1, ::1 or localhost): Throughline has no sign-in yet, so anyone who could reach another address could change the plan.',
  })
  .describe('Address the web server listens on. Only this machine, until there is a sign-in.');

const councilName = text
  .min(1)
  .max(100, { error: 'THROUGHLINE_COUNCIL_NAME must be 100 characters or fewer, to fit the top of a page.' })
  .optional()
  .describe('Name of the council, as it stands at the top of every page and paper.');

const brandColour = text
  .regex(/^#[0-9a-f]{6}$/i, {
    error: 'THROUGHLINE_BRAND_COLOUR must be a colour of six hex digits, like #1d3d6f.',
    abort: true,
  })
  .superRefine((hex, context) => {
    const tooLight = brandColourProblem(hex);
    if (tooLight !== undefined)
      context.addIssue({ code: 'custom', message: `THROUGHLINE_BRAND_COLOUR is too light. ${tooLight}` });
  })
  .optional()
  .describe("The council's own colour, six hex digits, dark enough for white text on it.");

const logo = text
  .transform((path) => (isAbsolute(path) ? path : resolve(projectFolder, path)))
  .refine((path) => /\.(svg|png)$/i.test(path), {
    error: 'THROUGHLINE_LOGO must be the path of an .svg or .png file.',
    abort: true,
  })
  .refine((path) => existsSync(path), {
    error: 'THROUGHLINE_LOGO names a file that is not there. Check the path, or leave it out.',
  })
  .optional()
  .describe("Path of the council's logo, .svg or .png.");

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const logLevel = z
  .enum(logLevels, { error: `LOG_LEVEL must be one of ${logLevels.join(', ')}.` })
  .default('info')
  .describe('How much the log says.');

const formSecret = text
  .min(32, { error: 'THROUGHLINE_FORM_SECRET must be 32 characters or more, so that nobody can guess it.' })
  .optional()
  .describe('Secret that protects forms. Without it one is made and kept in the data folder.');

const searchPath = z
  .string()
  .optional()
  .describe("Folders of programs: where the system's PostgreSQL is looked for.");

/** Every variable of the environment that Throughline reads, each with the sentence that explains it. */
export const environment = z.object({
  DATABASE_URL: databaseUrl,
  THROUGHLINE_DATA: dataFolder,
  PORT: port,
  HOST: host,
  THROUGHLINE_COUNCIL_NAME: councilName,
  THROUGHLINE_BRAND_COLOUR: brandColour,
  THROUGHLINE_LOGO: logo,
  LOG_LEVEL: logLevel,
  THROUGHLINE_FORM_SECRET: formSecret,
  PATH: searchPath,
});

export interface Config {
  /** Where PostgreSQL is, when it is not ours to run. May hold a password: never print it. */
  readonly databaseUrl: string | undefined;
  /** Absolute path of the folder for the database and secrets. */
  readonly dataFolder: string;
  /** Absolute path of the folder of SQL migrations. */
  readonly migrationsFolder: string;
  readonly port: number;
  readonly host: string;
  readonly councilName: string | undefined;
  /** Six hex digits with a leading #. */
  readonly brandColour: string | undefined;
  /** Absolute path of an .svg or .png file. */
  readonly logo: string | undefined;
  readonly logLevel: (typeof logLevels)[number];
  /** Undefined where none was set: see `keepFormSecret`. */
  readonly formSecret: string | undefined;
  /** Folders of programs, as the environment's PATH has them. */
  readonly searchPath: string | undefined;
}

export type ReadConfig =
  | { readonly kind: 'ok'; readonly config: Config }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/**
 * Reads the settings from environment variables. An empty variable counts as not set.
 * Returns every problem at once, each a sentence that names its variable; never throws.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): ReadConfig {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = environment.safeParse(set);
  if (!parsed.success)
    return { kind: 'problems', problems: parsed.error.issues.map((issue) => issue.message) };
  const read = parsed.data;
  return {
    kind: 'ok',
    config: Object.freeze({
      databaseUrl: read.DATABASE_URL,
      dataFolder: read.THROUGHLINE_DATA,
      migrationsFolder: join(projectFolder, 'migrations'),
      port: read.PORT,
      host: read.HOST,
      councilName: read.THROUGHLINE_COUNCIL_NAME,
      brandColour: read.THROUGHLINE_BRAND_COLOUR,
      logo: read.THROUGHLINE_LOGO,
      logLevel: read.LOG_LEVEL,
      formSecret: read.THROUGHLINE_FORM_SECRET,
      searchPath: read.PATH,
    }),
  };
}

import { existsSync } from 'node:fs';
import { isAbsolute, join, resolve } from 'node:path';
import { isIP } from 'node:net';
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
  .describe('Address the web server listens on. Beyond this machine only with HTTPS: see docs/security.md.');

const publicUrl = text
  .refine((url) => URL.canParse(url) && /^https:\/\/[^/]+\/?$/i.test(url), {
    error:
      'THROUGHLINE_URL must be the address readers use, with https and nothing after the name, like https://plan.loamshire.gov.uk.',
  })
  .transform((url) => new URL(url).origin)
  .optional()
  .describe('Address readers use, with https. Needed to be reached from other machines.');

const trustedProxies = text
  .transform((list) => list.split(/[\s,]+/).filter(Boolean))
  .refine((list) => list.length > 0 && list.every(isNetwork), {
    error:
      'THROUGHLINE_TRUSTED_PROXIES must be addresses or networks of the proxies in front of Throughline, like 10.0.0.5, 10.1.0.0/16.',
  })
  .optional()
  .describe('Addresses of the proxies that speak HTTPS in front of Throughline. Nobody else is believed.');

const fileThatIsThere = (name: string) =>
  text
    .transform((path) => (isAbsolute(path) ? path : resolve(projectFolder, path)))
    .refine((path) => existsSync(path), {
      error: `${name} names a file that is not there. Check the path, or leave it out.`,
    })
    .optional();

const smtp = text
  .refine((url) => /^smtps?:\/\//.test(url) && URL.canParse(url), {
    error:
      'THROUGHLINE_SMTP must be the address of a mail server, like smtp://user:password@mail.loamshire.gov.uk:587.',
  })
  .optional()
  .describe('Address of a mail server. Without one, messages wait in the outbox for a person to hand on.');

const mailFrom = text
  .refine((from) => /^[^\r\n<>@]*<[^\s<>@]+@[^\s<>@]+>$|^[^\s<>@]+@[^\s<>@]+$/.test(from), {
    error: 'THROUGHLINE_MAIL_FROM must be an address, like Throughline <throughline@loamshire.gov.uk>.',
  })
  .optional()
  .describe('Who messages are from.');

const credentialKey = text
  .min(32, {
    error: 'THROUGHLINE_CREDENTIAL_KEY must be 32 characters or more, so that nobody can guess it.',
  })
  .optional()
  .describe(
    'Secret that seals authenticators in the database. Without it one is made and kept in the data folder. Back it up: without it nobody signs in with a password.',
  );

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
  .describe(
    'Secret that protects forms and names cookies. Without it one is made and kept in the data folder.',
  );

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
  THROUGHLINE_CREDENTIAL_KEY: credentialKey,
  THROUGHLINE_URL: publicUrl,
  THROUGHLINE_TRUSTED_PROXIES: trustedProxies,
  THROUGHLINE_TLS_CERT: fileThatIsThere('THROUGHLINE_TLS_CERT').describe(
    'Path of the certificate, with its chain, where Throughline itself speaks HTTPS.',
  ),
  THROUGHLINE_TLS_KEY: fileThatIsThere('THROUGHLINE_TLS_KEY').describe(
    'Path of the key of that certificate.',
  ),
  THROUGHLINE_SMTP: smtp,
  THROUGHLINE_MAIL_FROM: mailFrom,
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
  /** Undefined where none was set: see `keepCredentialSeal`. */
  readonly credentialKey: string | undefined;
  /** Scheme and host that readers use; undefined where only this machine is answered. */
  readonly publicUrl: string | undefined;
  readonly trustedProxies: readonly string[] | undefined;
  /** Paths of certificate and key, where Throughline itself speaks HTTPS. */
  readonly tls: { readonly cert: string; readonly key: string } | undefined;
  readonly smtp: string | undefined;
  readonly mailFrom: string | undefined;
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
  const issues = parsed.error?.issues ?? [];
  const wrong = new Set(issues.map(({ path }) => path[0]));
  const problems = [...issues.map(({ message }) => message), ...exposureProblems(set, wrong)];
  if (!parsed.success || problems.length > 0) return { kind: 'problems', problems };
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
      credentialKey: read.THROUGHLINE_CREDENTIAL_KEY,
      publicUrl: read.THROUGHLINE_URL,
      trustedProxies: read.THROUGHLINE_TRUSTED_PROXIES,
      tls:
        read.THROUGHLINE_TLS_CERT === undefined || read.THROUGHLINE_TLS_KEY === undefined
          ? undefined
          : { cert: read.THROUGHLINE_TLS_CERT, key: read.THROUGHLINE_TLS_KEY },
      smtp: read.THROUGHLINE_SMTP,
      mailFrom: read.THROUGHLINE_MAIL_FROM,
      searchPath: read.PATH,
    }),
  };
}

/** Whether anybody but who sits at this machine may reach the web server: itself, or through a proxy on the same machine. */
export function isExposed({
  host,
  publicUrl,
  trustedProxies,
}: Pick<Config, 'host' | 'publicUrl' | 'trustedProxies'>): boolean {
  return !isLoopback(host) || publicUrl !== undefined || trustedProxies !== undefined;
}

/** Whether an address is this machine's alone. */
function isLoopback(host: string): boolean {
  return LOOPBACK.test(host);
}

/**
 * What is missing to be reached from other machines. Passwords and sessions must not cross a network in clear, and a
 * proxy nobody named must not say where people come from (OWASP ASVS 5.0, 12.2.1 and 4.1.3).
 * @param wrong settings that cannot be read anyway, of which nothing more is said
 */
function exposureProblems(
  read: Readonly<Record<string, string | undefined>>,
  wrong: ReadonlySet<PropertyKey | undefined>,
): readonly string[] {
  const problems: string[] = [];
  const host = read['HOST'] ?? '127.0.0.1';
  const hasTls = read['THROUGHLINE_TLS_CERT'] !== undefined && read['THROUGHLINE_TLS_KEY'] !== undefined;
  if ((read['THROUGHLINE_TLS_CERT'] === undefined) !== (read['THROUGHLINE_TLS_KEY'] === undefined))
    problems.push('THROUGHLINE_TLS_CERT and THROUGHLINE_TLS_KEY go together: set both, or neither.');
  if (hasTls && read['THROUGHLINE_URL'] === undefined)
    problems.push('With THROUGHLINE_TLS_CERT, set THROUGHLINE_URL to the address readers use.');
  if (isLoopback(host)) {
    // A proxy on this very machine: without its name everybody would seem to ask from here.
    const reached = read['THROUGHLINE_URL'] !== undefined && !wrong.has('THROUGHLINE_URL');
    if (reached && !hasTls && read['THROUGHLINE_TRUSTED_PROXIES'] === undefined)
      problems.push(
        'THROUGHLINE_URL says that others reach this machine. Set THROUGHLINE_TRUSTED_PROXIES to the address of the proxy that speaks HTTPS, such as 127.0.0.1 for one on this machine, or THROUGHLINE_TLS_CERT and THROUGHLINE_TLS_KEY to speak it here.',
      );
    return problems;
  }
  if (read['THROUGHLINE_URL'] === undefined)
    problems.push(
      `HOST ${host} can be reached from other machines. Set THROUGHLINE_URL to the address readers use, with https, or leave HOST out to answer this machine alone.`,
    );
  if (!hasTls && read['THROUGHLINE_TRUSTED_PROXIES'] === undefined)
    problems.push(
      `HOST ${host} can be reached from other machines, and nothing says how their connections are kept private. Set THROUGHLINE_TRUSTED_PROXIES to the address of the proxy that speaks HTTPS, or THROUGHLINE_TLS_CERT and THROUGHLINE_TLS_KEY to speak it here.`,
    );
  return problems;
}

/** An address, or a network as 10.1.0.0/16. */
function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more !== undefined) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

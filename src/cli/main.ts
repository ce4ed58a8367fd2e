import { Command } from 'commander';
import { version } from '../version.ts';

/** What each command does is in its own file, loaded when it is asked for: printing help opens no database. */
const program = new Command('throughline')
  .description('One clear line of sight: from what the inspectors found to the meeting that must act.')
  .version(version)
  .showHelpAfterError('Run throughline --help to see what there is.')
  .addHelpText(
    'after',
    `
Settings come from the environment (DATABASE_URL, THROUGHLINE_DATA, PORT, ...): throughline doctor lists them.

Examples:
  throughline serve --sample                        start with the sample of Kent's plan of 2011
  throughline import plan plan.docx --dry-run       show what a plan says and what is odd in it; store nothing
  throughline import plan plan.xlsx --accept --title "Our plan" --in-force-from 2026-12-01
  throughline report plan our-plan --on 2026-12-31 --out report.pdf
  throughline export our-plan actions --out actions.xlsx`,
  );

program
  .command('serve')
  .description('Start the web server, and the database where none is named.')
  .option('--sample', 'load the sample of Kent’s plan of 2011 if the database has no plan yet')
  .action(async (options: { sample?: true }) => (await import('./serve.ts')).serve(options.sample === true));

program
  .command('migrate')
  .description('Bring the database to this version of Throughline. Serving does it too.')
  .action(async () => (await import('./migrate.ts')).migrateDatabase());

program
  .command('import')
  .description('Bring something in.')
  .command('plan')
  .argument('<file>', 'a .txt, .html, .docx, .xlsx, .csv or .pdf file, or a reading as --json prints it')
  .description('Read an improvement plan from a file, for a person to look at before anything is stored.')
  .option('--dry-run', 'show what was read and what is odd in it; store nothing and open no database')
  .option(
    '--json',
    'with --dry-run: print the whole reading as JSON (docs/plan-reading.schema.json describes it)',
  )
  .option('--column <heading=role...>', 'say what a column holds, for example --column "By when=timescale"')
  .option('--accept', 'store the reading as it stands, without looking at it in the browser')
  .option('--plan <slug>', 'with --accept: the plan this is a new version of')
  .option('--title <title>', 'with --accept: the title of a new plan')
  .option(
    '--programme <title>',
    'with --accept and --title: the programme it belongs to; its own title when left out',
  )
  .option('--in-force-from <day>', 'with --accept: the day from which this is the plan, like 2026-12-01')
  .option('--opens-on <day>', 'with --accept and --title: the day its pages open at; today when left out')
  .action(async (file: string, options: object) =>
    (await import('./import-plan.ts')).importPlan(file, options),
  );

program
  .command('report')
  .description('Make a paper from the record.')
  .command('plan')
  .argument('[plan]', 'the plan’s short name; the only plan when left out')
  .description('The progress report of a plan, as PDF, Word or HTML by the ending of --out.')
  .option('--on <day>', 'the day it is read as at; the plan’s own opening day when left out')
  .requiredOption('--out <file>', 'where to write it: report.pdf, report.docx or report.html')
  .action(async (plan: string | undefined, options: { on?: string; out: string }) =>
    (await import('./report-plan.ts')).reportPlan(plan, options),
  );

program
  .command('export')
  .argument('<plan>', 'the plan’s short name')
  .argument('<list>', 'actions, milestones, measures, requirements, leads, breaks, coverage or oddities')
  .description('Write a list as a spreadsheet, .csv or .xlsx by the ending of --out.')
  .option('--on <day>', 'the day it is read as at')
  .requiredOption('--out <file>', 'where to write it: actions.csv or actions.xlsx')
  .action(async (plan: string, list: string, options: { on?: string; out: string }) =>
    (await import('./export-list.ts')).exportList(plan, list, options),
  );

const audit = program.command('audit').description('Verify the audit trail, or take it away.');

audit
  .command('verify')
  .description('Verify every event of the audit trail, and end with 1 where anything was tampered with.')
  .option('--export <file>', 'an exported .jsonl file instead of the database')
  .option('--checkpoints <file>', 'the checkpoint file; the data folder’s own when left out, for a database')
  .option('--key <key>', 'the public key that must have signed the checkpoints')
  .action(async (options: object) => (await import('./audit-verify.ts')).verifyAuditTrail(options));

audit
  .command('export')
  .description('Write the audit trail, as .jsonl to verify or .csv for a spreadsheet.')
  .option('--who <name>', 'only what was done by somebody whose name holds this')
  .option('--type <kind>', 'only one kind of event, like plan-accepted')
  .option('--from <day>', 'only from this day on')
  .option('--to <day>', 'only up to the end of this day')
  .requiredOption('--out <file>', 'where to write it: trail.jsonl or trail.csv')
  .action(async (options: { out: string }) => (await import('./audit-export.ts')).exportAuditTrail(options));

program
  .command('access')
  .description('Look after who gets in, from the machine itself.')
  .command('link')
  .argument('[name]', 'the name an administrator signs in with; may be left out where there is only one')
  .description('Make a new link by which an administrator who is locked out sets up how they sign in.')
  .action(async (name: string | undefined) => (await import('./access-link.ts')).accessLink(name));

program
  .command('doctor')
  .description(
    'Look at the settings, the database and the disk, and say in sentences what is wrong and what to do.',
  )
  .action(async () => (await import('./doctor.ts')).doctor());

await program.parseAsync();

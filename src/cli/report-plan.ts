import { planPaths } from '../modules/improvement/index.ts';
import { gatherReport, PLAIN_COVER, reportFile, standaloneReport } from '../modules/lineofsight/index.ts';
import { openTypesetter } from '../platform/print/pdf-press.ts';
import { formatDay } from '../platform/time/plain-day.ts';
import { DEFAULT_BRAND } from '../platform/web/index.ts';
import { dayOption, findPlan } from './find-plan.ts';
import { sampleCouncil } from './load-sample.ts';
import { fail, withDatabase } from './open.ts';
import { endingOf, writeOut } from './write-out.ts';

/** What a paper says where no council is named in the settings. */
const UNNAMED_COUNCIL = 'Your council';

/** throughline report plan [plan] --out report.pdf|docx|html [--on day] */
export async function reportPlan(
  slug: string | undefined,
  wishes: { readonly on?: string; readonly out: string },
): Promise<void> {
  const format = endingOf(wishes.out, ['pdf', 'docx', 'html']);
  const on = dayOption(wishes.on);
  const made = await withDatabase(async ({ db, config }) => {
    const found = await findPlan(db, slug, on);
    if (found.kind === 'problem') return found;
    const { plan } = found;
    const council = config.councilName ?? (await sampleCouncil(db)) ?? UNNAMED_COUNCIL;
    const material = await gatherReport(db, { plan, council, paths: planPaths(plan.slug, plan.on) });
    const report = { cover: PLAIN_COVER, accent: config.brandColour ?? DEFAULT_BRAND };
    if (format === 'html')
      return { kind: 'made', plan, council, bytes: standaloneReport(material, report) } as const;
    const typesetter = openTypesetter();
    try {
      const { bytes } = await reportFile(material, report, format, typesetter);
      return { kind: 'made', plan, council, bytes } as const;
    } finally {
      await typesetter.close();
    }
  });
  if (made.kind === 'problem') fail(...made.sentences);
  await writeOut(wishes.out, made.bytes);
  console.log(`Wrote ${wishes.out}: how ${made.plan.title} stands on ${formatDay(made.plan.on)}.`);
  if (made.council === UNNAMED_COUNCIL)
    console.error(
      `It says “${UNNAMED_COUNCIL}” at its head: set THROUGHLINE_COUNCIL_NAME to say whose it is.`,
    );
}

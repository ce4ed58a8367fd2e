import type { Drawer } from '../../../platform/diagrams/draw-diagram.ts';
import { addDays, type PlainDay, partsOf, formatDay } from '../../../platform/time/plain-day.ts';
import { type Answer, download, go, page } from '../../../platform/web/answer.ts';
import { dayField, type FormProblems, readForm, typedDay } from '../../../platform/web/forms.ts';
import { linkAsAt } from '../../../platform/web/as-at.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { z } from 'zod';
import type { Db } from '../../../platform/db/index.ts';
import type { Typesetter } from '../../../platform/print/pdf-press.ts';
import { printPdf } from '../../../platform/print/print-pdf.ts';
import { compareDays, type Structure } from './compare-days.rule.ts';
import { conflictsOn, nameOnDay } from '../sayings/facts.rule.ts';
import { governanceDiagram, isDrawable, isTooLarge, keyDiagram } from './governance-diagram.rule.ts';
import { lifeOn } from '../life/life.rule.ts';
import { bodyPaths } from '../paths.ts';
import { diagramPaper } from './diagram-paper.print.ts';
import { structureOn } from './structure-on.query.ts';
import { readBodies } from '../life/read-bodies.read.ts';
import { turningDays } from '../life/turning-days.read.ts';
import { BodiesPage } from './bodies-page.view.tsx';
import { ChangesPage } from './changes-page.view.tsx';
import { ConflictsPage } from './conflicts-page.view.tsx';
import { DiagramPage, ZOOMS } from './diagram-page.view.tsx';
import { type BodiesView, visitBodies } from '../visiting/visit-bodies.route.ts';

export interface StructureDependencies {
  readonly db: Db;
  readonly drawer: Drawer;
  readonly typesetter: Typesetter;
  readonly accent?: string | undefined;
  readonly linkBase?: string | undefined;
}

/** The whole structure of a day: list, diagram, what changed between two days, and where papers differ. */
export function addStructureRoutes(server: WebServer, dependencies: StructureDependencies): void {
  const { db, drawer, typesetter, accent, linkBase } = dependencies;

  server.route({
    method: 'GET',
    path: '/bodies/list',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day, mayKeep }) => {
        const search = visit.query.get('search')?.trim().slice(0, 100) ?? '';
        const { bodies } = await structureOn(tx, day);
        const words = search.toLowerCase().split(/\s+/).filter(Boolean);
        const found = bodies.filter(({ name }) => words.every((word) => name.toLowerCase().includes(word)));
        return page(<BodiesPage frame={frame} bodies={found} search={search} mayKeep={mayKeep} />);
      }),
  });

  /** The diagram of the day, read for whoever asks; it is drawn when the transaction is over. */
  const readGovernance = (visit: Visit) => {
    const withPresumed = visit.query.has('all');
    return visitBodies(db, visit, async ({ tx, day, frame, mayKeep }) => ({
      governance: governanceDiagram(await structureOn(tx, day), {
        day,
        withPresumed,
        accent,
        hrefOf: (slug) => linkAsAt(bodyPaths.body(slug), frame.asAt),
      }),
      withPresumed,
      day,
      frame,
      mayKeep,
    }));
  };

  server.route({
    method: 'GET',
    path: '/bodies',
    access: 'public',
    handler: async (visit) => {
      const read = await readGovernance(visit);
      const { diagram } = read.governance;
      const isDrawn = isDrawable(read.governance);
      const show = async (how: 'drawn' | 'as-list') => {
        const drawing = how === 'drawn' ? await drawer.draw(diagram) : undefined;
        return page(
          <DiagramPage
            {...read}
            drawing={drawing}
            isPutOff={isDrawn && drawing === undefined}
            drawnKey={how === 'drawn' ? await drawer.draw(keyDiagram(accent)) : undefined}
            zoom={zoomOf(visit.query.get('zoom'), drawing?.width ?? 0)}
          />,
        );
      };
      if (!isDrawn) return show('as-list');
      const draw = () => show('drawn');
      return drawer.keeps(diagram, 'svg') ? draw() : visit.costly(draw, () => show('as-list'));
    },
  });

  for (const format of ['svg', 'png', 'pdf'] as const)
    server.route({
      method: 'GET',
      path: `/bodies/diagram.${format}`,
      access: 'public',
      handler: async (visit): Promise<Answer> => {
        const { governance, day, frame } = await readGovernance(visit);
        if (isTooLarge(governance)) return go(linkAsAt(bodyPaths.bodies(), frame.asAt));
        const fileName = `governance-${day}.${format}`;
        const make = async (): Promise<Answer> => {
          switch (format) {
            case 'svg': {
              const { svg } = await drawer.draw(governance.diagram);
              return download({ fileName, mediaType: 'image/svg+xml', body: svg });
            }
            case 'png':
              return download({
                fileName,
                mediaType: 'image/png',
                body: Buffer.from(await drawer.drawPng(governance.diagram)),
              });
            case 'pdf': {
              const paper = diagramPaper(governance, await drawer.draw(governance.diagram), {
                council: frame.site.councilName,
                day,
                accent,
                linkBase,
              });
              const { bytes } = await printPdf(paper, typesetter);
              return download({
                fileName,
                mediaType: 'application/pdf',
                body: Buffer.from(bytes),
                inline: true,
              });
            }
          }
        };
        const isKept = format !== 'pdf' && drawer.keeps(governance.diagram, format);
        return isKept ? make() : visit.costly(make);
      },
    });

  server.route({
    method: 'GET',
    path: '/bodies/changes',
    access: 'public',
    handler: (visit) => visitBodies(db, visit, (view) => changesPage(view, visit.query, visit.today)),
  });

  server.route({
    method: 'GET',
    path: '/bodies/conflicts',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day, mayKeep }) => {
        const bodies = (await readBodies(tx, { on: day }))
          .filter((body) => lifeOn(body, day).kind !== 'not-yet')
          .map((body) => ({
            slug: body.slug,
            name: nameOnDay(body.facts, day),
            conflicts: conflictsOn(body.facts, day),
          }))
          .filter(({ conflicts }) => conflicts.length > 0);
        return page(<ConflictsPage frame={frame} mayKeep={mayKeep} bodies={bodies} />);
      }),
  });
}

/** A drawing so much wider than a page would be too small to read on it: it is shown larger, and scrolls. */
const WIDEST_TO_FIT = 1700;

function zoomOf(asked: string | null, width: number): (typeof ZOOMS)[number] | 'fit' {
  if (asked === 'fit') return 'fit';
  return ZOOMS.find((zoom) => String(zoom) === asked) ?? (width > WIDEST_TO_FIT ? 75 : 'fit');
}

const TwoDays = z
  .object({
    from: dayField(
      'Enter the first day, like 30 March 2011',
      'The first day must be a real day, like 30 March 2011',
    ),
    to: dayField(
      'Enter the second day, like 6 April 2011',
      'The second day must be a real day, like 6 April 2011',
    ),
  })
  .refine(({ from, to }) => from < to, {
    path: ['to'],
    message: 'The second day must be after the first',
  });

async function changesPage(
  { tx, frame, day, mayKeep }: BodiesView,
  query: URLSearchParams,
  today: PlainDay,
): Promise<Answer> {
  const asked = Object.fromEntries(query);
  const suggested = await suggestions(tx, today);
  const isAsked = ['from-day', 'from-month', 'from-year', 'to-day', 'to-month', 'to-year'].some(
    (box) => (asked[box] ?? '').trim() !== '',
  );
  const first = suggested.at(-1);
  const from = first?.from ?? addDays(day, -1);
  const to = first?.to ?? day;
  const read = isAsked ? readForm(TwoDays, asked, { days: ['from', 'to'] }) : undefined;
  const days = read?.ok === true ? read.value : { from, to };
  const problems: FormProblems | undefined = read?.ok === false ? read.problems : undefined;
  const before = await structureOf(tx, days.from);
  const after = await structureOf(tx, days.to);
  return page(
    <ChangesPage
      frame={frame}
      mayKeep={mayKeep}
      {...days}
      differences={problems === undefined ? compareDays(before, after) : undefined}
      names={new Map([...before.bodies, ...after.bodies].map(({ slug, name }) => [slug, name]))}
      typed={
        isAsked
          ? { from: typedDay(asked, 'from'), to: typedDay(asked, 'to') }
          : { from: boxes(days.from), to: boxes(days.to) }
      }
      problems={problems}
      suggested={suggested}
    />,
    problems === undefined ? 200 : 422,
  );
}

async function suggestions(tx: Db, today: PlainDay) {
  return (await turningDays(tx, today)).map((day) => ({
    from: addDays(day, -1),
    to: day,
    words: formatDay(day),
  }));
}

async function structureOf(tx: Db, day: PlainDay): Promise<Structure> {
  const { bodies, lines } = await structureOn(tx, day);
  const slugs = new Map(bodies.map(({ id, slug }) => [id, slug]));
  return {
    bodies,
    lines: lines.flatMap(({ fromId, toId, relation }) => {
      const from = slugs.get(fromId);
      const to = slugs.get(toId);
      return from === undefined || to === undefined ? [] : [{ from, to, relation }];
    }),
  };
}

function boxes(day: PlainDay) {
  const { year, month, day: dayOfMonth } = partsOf(day);
  return { day: String(dayOfMonth), month: String(month), year: String(year) };
}

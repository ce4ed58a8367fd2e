import type { Block, PrintDocument } from '../../../platform/print/document.ts';
import { atAGlance } from './sections/at-a-glance.print.ts';
import { byPriority } from './sections/by-priority.print.ts';
import { byRequirement } from './sections/by-requirement.print.ts';
import { howMarksAreWorkedOut, sourceAndVersion } from './sections/closing-sections.print.ts';
import { coverageSection } from './sections/coverage-section.print.ts';
import { type CoverWords, subjectOf } from './cover.form.ts';
import { exceptions } from './sections/exceptions.print.ts';
import { prioritiesInBrief, requirementsInBrief } from './sections/in-brief.print.ts';
import type { ReportMaterial } from './material/material.shape.ts';
import { odditiesSection } from './sections/oddities-section.print.ts';
import { recommendationsOf } from './sections/recommendations.print.ts';
import { referenceLinks } from './material/reference-links.print.ts';
import { standingOf } from './material/standing.rule.ts';
import { summaryOf } from './sections/summary.print.ts';

/** What is not in the record and yet shapes a report. */
export interface ReportWishes {
  readonly cover: CoverWords;
  /** The web page, or a file that is read away from the site. */
  readonly edition: 'page' | 'paper';
  /** Address of the site, where it has a lasting one: a paper's references then lead there, else within the paper. */
  readonly linkBase?: string | undefined;
  /** The council's colour, as `#1d4f4a`. */
  readonly accent?: string | undefined;
}

export const REPORT_TITLE = 'Improvement plan: progress report';

/**
 * The progress report of a plan as at its day: one document, printed as a page, a PDF or a Word file. Pure: the same
 * material and wishes give the same document.
 */
export function planReport(material: ReportMaterial, wishes: ReportWishes): PrintDocument {
  const { plan, line, milestones } = material;
  const { cover, edition, linkBase, accent } = wishes;
  const standing = standingOf(line, plan.on);
  const links = referenceLinks(
    material,
    edition === 'page' || linkBase !== undefined ? 'to-the-site' : 'within-the-paper',
  );
  return {
    title: REPORT_TITLE,
    language: 'en-GB',
    ...(linkBase === undefined ? {} : { linkBase }),
    ...(accent === undefined ? {} : { accent }),
    cover: {
      council: material.council,
      by: cover.by,
      to: cover.to,
      date: plan.on,
      subject: subjectOf(plan),
      classification: cover.classification,
      summary: [
        ...cover.summary.map((words) => links.within(words)),
        ...summaryOf(material, standing, links),
      ],
      recommendations: recommendationsOf(material, standing, links),
    },
    blocks: [
      { kind: 'page-break' },
      { kind: 'contents' },
      ...onPagesOfTheirOwn(
        atAGlance(material, standing),
        exceptions(material, standing, links),
        milestones === null ? requirementsInBrief(material, links) : byRequirement(material, standing, links),
        milestones === null
          ? prioritiesInBrief(material, standing, links)
          : byPriority(material, milestones, links),
        coverageSection(material, links),
        odditiesSection(material, links),
        [...howMarksAreWorkedOut(), ...sourceAndVersion(material)],
      ),
    ],
  };
}

/** A board turns to a section by its first page. */
function onPagesOfTheirOwn(...sections: ReadonlyArray<readonly Block[]>): readonly Block[] {
  return sections.flatMap((blocks): readonly Block[] => [{ kind: 'page-break' }, ...blocks]);
}

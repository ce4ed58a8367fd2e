import { printDocx } from '../../../platform/print/print-docx.ts';
import { printPdf } from '../../../platform/print/print-pdf.ts';
import type { Typesetter } from '../../../platform/print/pdf-press.ts';
import type { PlanInForce } from '../../improvement/index.ts';
import type { ReportMaterial } from './material/material.shape.ts';
import { planReport, type ReportWishes } from './plan-report.print.ts';

export type ReportFormat = 'pdf' | 'docx';

export interface ReportFile {
  /** "kent-2011-progress-report-2011-05-12.pdf" */
  readonly fileName: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

const MEDIA_TYPES: Readonly<Record<ReportFormat, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/**
 * A report as a file to send or to edit. The same material and wishes give the same bytes.
 * @throws Error when the typesetter cannot set it: a fault of ours, never of what the plan says
 */
export async function reportFile(
  material: ReportMaterial,
  wishes: Omit<ReportWishes, 'edition'>,
  format: ReportFormat,
  typesetter: Typesetter,
): Promise<ReportFile> {
  const paper = planReport(material, { ...wishes, edition: 'paper' });
  const bytes = format === 'pdf' ? (await printPdf(paper, typesetter)).bytes : await printDocx(paper);
  return {
    fileName: reportFileName(material.plan, format),
    mediaType: MEDIA_TYPES[format],
    bytes: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  };
}

/** What a reader's computer calls the file: the plan, what it is, and the day it is as at. */
export function reportFileName(
  plan: Pick<PlanInForce, 'slug' | 'on'>,
  format: ReportFormat | 'html',
): string {
  return `${plan.slug}-progress-report-${plan.on}.${format}`;
}

import type { Table } from '../../../platform/tables/table.ts';
import { toCsv } from '../../../platform/tables/to-csv.ts';
import { toXlsx } from '../../../platform/tables/to-xlsx.ts';
import type { ExportFormat } from '../paths.ts';
import type { PlanInForce } from '../plan/plan-in-force.shape.ts';

export interface TableFile {
  /** "kent-2011-actions-2011-05-12.xlsx" */
  readonly fileName: string;
  readonly mediaType: string;
  readonly body: Buffer;
}

const MEDIA_TYPES: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const satisfies readonly ExportFormat[];

/** A list as a file, named after the plan, the list and the day it is as at. Nothing in it can run as a formula. */
export async function tableFile(
  plan: Pick<PlanInForce, 'slug' | 'on'>,
  list: string,
  table: Table,
  format: ExportFormat,
): Promise<TableFile> {
  return {
    fileName: `${plan.slug}-${list}-${plan.on}.${format}`,
    mediaType: MEDIA_TYPES[format],
    body: Buffer.from(format === 'csv' ? toCsv(table) : await toXlsx(table)),
  };
}

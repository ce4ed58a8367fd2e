export interface Cost {
  readonly file: string;
  readonly lane: string;
  readonly processor: number;
  readonly elapsed: number;
}
export function calibrate(rounds?: number): number;
export function moduleOf(file: string): string | undefined;
export function slowest<File extends Cost>(files: readonly File[], count?: number): readonly File[];
export function costs(
  files: readonly Cost[],
  server: number,
  calibration: number,
): ReadonlyMap<string, number>;
export function budgetLines(
  byModule: ReadonlyMap<string, number>,
  part: 'everyday' | 'whole',
): readonly string[];

export function wordsOf(text: string): string[];
export function runsOf(text: string, length: number): Set<string>;
export function sharedRuns(text: string, runs: Set<string>, length: number): string[];

/** A function by name, or another program's command, behind a sign that a spreadsheet takes for the start of a formula. */
const FORMULA = /^\s*(?:=\S|[+\-@](?:[A-Z][A-Z0-9.]*\(|\w+\s*\|))/;

/** Whether a cell begins as a formula does, so that a spreadsheet would run it: "=SUM(A1:A9)", "=cmd|' /C calc'!A0". */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

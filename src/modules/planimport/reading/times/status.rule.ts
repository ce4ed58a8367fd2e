/** The words councils use in a status column. */
const DONE =
  /^(?:complete[d]?|done|closed|achieved|implemented|delivered|finished|discharged|signed off|100\s?%)\b/i;
const STATES =
  /^(?:red|amber|green|blue|black|grey|r|a|g|b|complete[d]?|done|closed|achieved|implemented|delivered|on (?:track|target|course|hold|going)|off (?:track|target|course)|at risk|not (?:yet )?(?:started|due)|in progress|started|under ?way|delayed|slipped|late|overdue|open|ongoing|pending|partly|partial(?:ly)?|cancelled|superseded|n\/a|\d{1,3}\s?%)\b/i;

/** Whether a status says that the work is done. "Completed subject to …" is not quite. */
export function isDoneStatus(text: string): boolean {
  return (
    DONE.test(text.trim()) &&
    !/\b(?:subject to|except|apart from|awaiting|partly|partially|not)\b/i.test(text)
  );
}

/** Whether a short text is the state of something: "On track", "Amber". */
export function looksLikeStatus(text: string): boolean {
  return text.length <= 30 && STATES.test(text.trim());
}

/** Reads `hand-read.txt`, the facts of each row as a person read them, and compares a plan with them. */

const NOTHING = '-';
const UNSURE = '?';
const AS_ABOVE = '"';

/**
 * @param {string} text the file `hand-read.txt`
 * @returns {import('./hand-read.d.mts').HandRow[]}
 */
export function parseHandRead(text) {
  return text
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [ref, start, end, marks, leads, tags, names] = line.split('|').map((cell) => cell.trim());
      return { ref, start, end, marks, leads, tags, names };
    });
}

/**
 * What a plan says otherwise than the hand reading, a sentence each; empty where they agree.
 * @param {{ priorities: readonly import('./hand-read.d.mts').PriorityLike[] }} plan
 * @param {readonly import('./hand-read.d.mts').HandRow[]} rows
 * @returns {string[]}
 */
export function disagreements(plan, rows) {
  const told = [];
  const say = (ref, what, ours, theirs) => {
    if (ours !== UNSURE && ours !== theirs)
      told.push(`${ref}: ${what} by hand ${ours}, in the plan ${theirs}`);
  };
  const milestones = plan.priorities
    .flatMap((priority) => priority.outcomes)
    .flatMap((outcome) => outcome.actions)
    .flatMap((action) => action.milestones.map((milestone) => ({ action, milestone })));
  say('plan', 'rows', rows.length, milestones.length);
  let leadsAbove = '';
  rows.forEach((row, index) => {
    const found = milestones[index];
    if (found === undefined) return;
    const { action, milestone } = found;
    const place = `${row.ref} row ${index + 1}`;
    const inherited = row.leads === AS_ABOVE;
    const leads = inherited ? leadsAbove : row.leads;
    leadsAbove = leads;
    say(place, 'reference', row.ref, action.ref);
    say(place, 'start', row.start, milestone.start ?? NOTHING);
    say(place, 'end', row.end, milestone.end ?? NOTHING);
    say(place, 'leads', leads, milestone.leads.join('; '));
    say(place, 'leads inherited', inherited, milestone.leadsInherited);
    say(place, 'tags', inOrder(row.tags), inOrder(listed(action.tags)));
    say(place, 'actions named', inOrder(row.names), inOrder(listed(action.crossReferences)));
    if (row.marks !== UNSURE) told.push(...markDisagreements(place, row.marks, milestone));
  });
  return told;
}

function markDisagreements(place, marks, milestone) {
  const told = [];
  const has = (mark) => marks.split(' ').includes(mark);
  const every = /every=(.*)$/.exec(marks)?.[1] ?? null;
  const periods = Number(/periods=(\d+)/.exec(marks)?.[1] ?? 1);
  if (has('done') !== (milestone.status === 'completed'))
    told.push(`${place}: completed by hand ${has('done')}`);
  if (has('review') !== milestone.review) told.push(`${place}: review by hand ${has('review')}`);
  if (has('corrected') !== (milestone.reading === 'corrected')) {
    told.push(`${place}: corrected by hand ${has('corrected')}, in the plan ${milestone.reading}`);
  }
  if (periods > 1 && milestone.periods.length !== periods) {
    told.push(`${place}: periods by hand ${periods}, in the plan ${milestone.periods.length}`);
  }
  const recurrence = milestone.recurrence?.toLowerCase() ?? null;
  const missing = (every ?? '').split(',').filter((word) => !(recurrence ?? '').includes(word));
  if ((every === null) !== (recurrence === null) || missing.length > 0) {
    told.push(`${place}: comes back by hand ${every}, in the plan ${recurrence}`);
  }
  return told;
}

function listed(values) {
  return values.length === 0 ? NOTHING : values.join(', ');
}

function inOrder(list) {
  return list.split(', ').toSorted().join(', ');
}

import type {
  Action,
  Milestone,
  Outcome,
  PlanReading,
  Priority,
  RequirementSet,
} from '../../src/modules/improvement/plan/plan-reading.shape.ts';
import { one } from './dice.ts';

/**
 * Prints a plan as the text of a council's agenda pack comes out of an extraction tool: a row is a line, cells stand
 * between TABs, lists open and never close, numbers of pages stand in the margin, some rows have lost their empty first
 * cell, some are cut in two where a page ends, and some references carry a full stop too many. A reader that reads it
 * as a careful clerk would gets the plan back.
 */
export function toText(plan: PlanReading): string {
  const printer = new Printer(plan);
  return `${printer.print().join('\n')}\n`;
}

const LIST = '<ul style="list-style-type: none">';
const COLUMNS = 'Ref\tActions\tTimescale\tDelivery Leads\tTargets & Measures';

/** Every so many rows or outcomes the text has one of its flaws; the numbers share no factor, so flaws seldom meet. */
const EVERY = { dotted: 13, cut: 17, shifted: 11, page: 6 } as const;

class Printer {
  readonly #plan: PlanReading;
  readonly #lines: string[] = [];
  #rows = 0;
  #outcomes = 0;
  #page = 12;

  constructor(plan: PlanReading) {
    this.#plan = plan;
  }

  print(): readonly string[] {
    const { title, priorities, requirementSets, people } = this.#plan;
    const keys = requirementSets.map(
      ({ code, title: set, requirements }) => `${set} (${code} 1. to ${code} ${requirements.length}.)`,
    );
    this.#paragraphs(
      'This plan is made up. There is no such county, and nobody in it is a real person.',
      `The plan is set out below. Its actions carry the ${listed(keys)}, which stand at its end.`,
      title ?? 'Improvement Plan',
      'DETAILED ACTIONS',
    );
    for (const priority of priorities) this.#priority(priority);
    for (const set of requirementSets) this.#requirements(set);
    this.#paragraphs('Leads and job titles');
    for (const { name, jobTitle } of people) this.#lines.push(`${name}\t${jobTitle ?? ''}`);
    return this.#lines;
  }

  #paragraphs(...paragraphs: readonly string[]): void {
    for (const paragraph of paragraphs) this.#lines.push(paragraph, '');
  }

  #priority({ number, title, objectives, accountableLeads, outcomes }: Priority): void {
    this.#lines.push('');
    this.#paragraphs(`Priority ${number} – ${title}`, 'Key Objectives:', objectives.join('; '));
    this.#paragraphs(`Priority Leads (Accountable) – ${accountableLeads.join(', ')}`);
    outcomes.forEach((outcome, index) => this.#outcome(outcome, index === 0));
  }

  #outcome(outcome: Outcome, first: boolean): void {
    this.#outcomes += 1;
    const heading = `${outcome.ref} Outcome - ${outcome.text}`;
    if (first) {
      this.#paragraphs(heading);
      this.#lines.push(COLUMNS);
    } else this.#lines.push(`${heading}\t\t\t\t`);
    outcome.actions.forEach((action, index) => this.#action(action, index === 0 ? outcome : null));
  }

  #action(action: Action, begins: Outcome | null): void {
    const printedRef = this.#rows % EVERY.dotted === 5 ? `${action.ref}.` : action.ref;
    const tags = action.tags
      .map((tag, index) => `${index % 2 === 0 ? tag : tag.replace(' ', '')}.`)
      .join(' ');
    const words = `${printedRef} ${action.text}${tags === '' ? '' : ` ${tags}`}`;
    const margin = begins === null ? jointMark(action.jointWith) : this.#outcomeMargin(begins);
    action.milestones.forEach((milestone, index) => {
      this.#rows += 1;
      const alone = action.milestones.length === 1;
      if (index > 0) this.#row('', '', milestone);
      else if (alone && margin === '' && this.#rows % EVERY.cut === 0) this.#cutRow(words, milestone);
      else this.#row(margin, words, milestone);
    });
  }

  #outcomeMargin({ ref, tags, jointWith }: Outcome): string {
    const mark = jointMark(jointWith);
    const plain = [ref, ...tags.map((tag) => `${tag}.`), ...(mark === '' ? [] : [mark])].join(' ');
    if (plain !== ref || this.#outcomes % EVERY.page !== 0) return plain;
    this.#page += 1;
    return `Page ${this.#page} ${ref}`;
  }

  #row(margin: string, words: string, milestone: Milestone): void {
    const [timescale, leads, measures] = cellsOf(milestone);
    const cells = [margin, words, timescale, leads, measures];
    const whole = cells.slice(1).every((cell) => cell !== '');
    const shifted = margin === '' && whole && this.#rows % EVERY.shifted === 0;
    this.#lines.push((shifted ? cells.slice(1) : cells).join('\t'));
  }

  /** A page ends inside the words of the action: what is left of them stands on the next page, beside nothing. */
  #cutRow(words: string, milestone: Milestone): void {
    const at = words.indexOf(' ', Math.floor(words.length / 2));
    const rest = words.slice(at + 1);
    // Words that begin with a capital or a number would look like something new to anybody.
    if (at === -1 || !/^\p{Ll}/u.test(rest)) return this.#row('', words, milestone);
    this.#lines.push(['', words.slice(0, at), ...cellsOf(milestone)].join('\t'), '');
    this.#page += 1;
    this.#paragraphs(`Page ${this.#page}`);
    this.#lines.push(`\t${rest}\t\t\t`);
  }

  #requirements({ title, requirements }: RequirementSet): void {
    this.#lines.push('');
    this.#paragraphs(title);
    let section: string | null = null;
    let deadline: string | null = null;
    for (const requirement of requirements) {
      if (requirement.section !== section && requirement.section !== null) {
        this.#paragraphs('', `Areas for improvement for ${requirement.section.toUpperCase()}`);
        deadline = null;
      }
      if (requirement.deadline !== deadline && requirement.deadline !== null)
        this.#paragraphs('', `${requirement.deadline}:`);
      ({ section, deadline } = requirement);
      this.#lines.push(`${requirement.number}. ${requirement.text}`);
    }
    this.#lines.push('');
  }
}

function cellsOf({
  timescaleAsPrinted,
  leadsAsPrinted,
  measures,
}: Milestone): readonly [string, string, string] {
  const list = measures.map((measure) => `• ${measure}`).join(' ');
  return [timescaleAsPrinted, leadsAsPrinted, list === '' ? '' : `${LIST} ${list}`];
}

function jointMark(partners: readonly string[]): string {
  return partners.length === 0 ? '' : `(*Joint with ${partners.join(' and ')})`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? one(words, 0) : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}

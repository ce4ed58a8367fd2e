import type { Block } from '../../../../platform/intake/source-document.ts';
import { LeadDirectory, natureOfLead } from './lead-directory.rule.ts';
import type { Person } from '../../../improvement/index.ts';
import { readAccountable } from '../marks/plan-headings.rule.ts';

/** Longest cell that can be one name or post alone. */
const LONGEST_NAME = 40;

/**
 * Learns the names and posts of a document: its list of people, the posts they share, the accountable leads, and short
 * cells that hold one person's name and nothing else.
 */
export function learnLeads(blocks: readonly Block[], people: readonly Person[]): LeadDirectory {
  const directory = new LeadDirectory();
  for (const person of people) {
    directory.list(person.name);
    for (const post of person.holds) directory.list(post);
    if (person.jobTitle !== null) directory.learn(person.jobTitle);
  }
  for (const block of blocks) {
    if (block.kind !== 'row') {
      const accountable = readAccountable(block.text);
      for (const name of accountable?.split(/\s*,\s*/) ?? []) if (isOnePerson(name)) directory.learn(name);
      continue;
    }
    for (const cell of block.cells)
      for (const part of cell.parts) if (isOnePerson(part.text)) directory.learn(part.text);
  }
  return directory;
}

/** First and family name: with more words it could be two people, or a title. */
function isOnePerson(text: string): boolean {
  return text.length <= LONGEST_NAME && text.split(' ').length === 2 && natureOfLead(text) === 'person';
}

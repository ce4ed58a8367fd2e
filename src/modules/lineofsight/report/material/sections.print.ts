import type { Heading } from '../../../../platform/print/document.ts';

/** The sections of a report, in order: their numbers are said in its sentences, so they stand in one place. */
const SECTION_TITLES = {
  glance: 'The plan at a glance',
  exceptions: 'Exceptions',
  requirements: 'By core task and requirement',
  priorities: 'By priority',
  coverage: 'Coverage and breaks in the line',
  oddities: 'Oddities found in the source',
  marks: 'How the marks are worked out',
  source: 'Source and version',
} as const;

export type Section = keyof typeof SECTION_TITLES;

const ORDER = Object.keys(SECTION_TITLES) as readonly Section[];

/** The number of a section, from 1. */
export function numberOf(section: Section): number {
  return ORDER.indexOf(section) + 1;
}

/** The heading that opens a section. */
export function sectionHeading(section: Section): Heading {
  return { kind: 'heading', level: 1, text: `${numberOf(section)}. ${SECTION_TITLES[section]}`, id: section };
}

/** A heading within a section. */
export function subheading(level: 2 | 3, text: string, id: string): Heading {
  return { kind: 'heading', level, text, id };
}

/** The name of the heading of a requirement set, for links within the paper. */
export function setAnchor(code: string): string {
  return `set-${code}`;
}

/** The name of the heading of a requirement that is reported in full. */
export function requirementAnchor(ref: string): string {
  return `requirement-${ref}`;
}

/** The name of the heading of a priority. */
export function priorityAnchor(number: number): string {
  return `priority-${number}`;
}

/** The name of the heading of an outcome, under which its actions stand. */
export function outcomeAnchor(ref: string): string {
  return `outcome-${ref}`;
}

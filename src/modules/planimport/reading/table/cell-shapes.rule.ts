import type { Cell } from '../../../../platform/intake/source-document.ts';
import { isFormula } from '../marks/formula.rule.ts';
import { readJointMark } from '../leads/joint.rule.ts';
import { type LeadDirectory, natureOfLead } from '../leads/lead-directory.rule.ts';
import type { ColumnRole } from '../../../improvement/index.ts';
import { findPrintedDates } from '../times/printed-dates.rule.ts';
import { readRecurrence } from '../times/recurrence.rule.ts';
import { leadingRef, wholeRef } from '../marks/references.rule.ts';
import { looksLikeStatus } from '../times/status.rule.ts';
import { isCompleted } from '../times/timescale.rule.ts';

const LONG = 45;
const STARTER =
  /^(?:from|by|until|till|to|on|in|before|after|during|between|mid|early|late|end|start\w*|review\w*|commenc\w*|complet\w*|due|q[1-4]|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/** Whether a cell is a timescale and little else: dates, "Completed", "Review monthly". */
export function looksLikeTimescale(text: string): boolean {
  if (text === '' || text.length > 120) return false;
  const dates = findPrintedDates(text);
  if (dates.length > 0) {
    // Words that go on in small letters are the rest of a sentence which happens to end in a date.
    if (/^\p{Ll}/u.test(text) && !STARTER.test(text)) return false;
    const covered = dates.reduce((sum, date) => sum + date.until - date.at, 0);
    const others = text.length - covered;
    return others <= 40 && (covered >= others || text.length <= 60);
  }
  return (
    text.length <= 40 && (isCompleted(text) || readRecurrence(text) !== null || /^\(?review\)?$/i.test(text))
  );
}

/** What a cell looks like, whatever column it stands in. */
interface Shape {
  readonly length: number;
  readonly bullets: boolean;
  readonly dated: boolean;
  /** Holds a name that the plan uses. */
  readonly named: boolean;
  /** Reads like a name or a post, known or not. */
  readonly nameLike: boolean;
  /** Begins with a reference and goes on with words. */
  readonly referenced: boolean;
}

function shapeOf(cell: Cell, directory: LeadDirectory): Shape {
  const { text } = cell;
  const dated = looksLikeTimescale(text);
  const named = !dated && text.length <= 90 && (directory.isKnown(text) || directory.cut(text) !== null);
  const ref = leadingRef(text);
  return {
    length: text.length,
    bullets: cell.parts.some((part) => part.kind === 'bullet'),
    dated,
    named,
    nameLike: named || (!dated && text.length <= 60 && natureOfLead(text) !== 'other'),
    referenced: ref !== null && ref.rest !== '',
  };
}

/**
 * How well a cell suits a column, by its shape: above 0 speaks for it, below 0 against. It decides only where a row
 * has lost cells or slid sideways.
 */
export function suits(cell: Cell, role: ColumnRole, directory: LeadDirectory): number {
  // A formula looks like nothing but itself, and stays where it stands.
  if (cell.text === '' || isFormula(cell.text)) return 0;
  const shape = shapeOf(cell, directory);
  if (role === 'ref') return suitsMargin(cell.text, shape);
  if (role === 'action') return suitsAction(shape);
  if (role === 'timescale' || role === 'start' || role === 'end') return shape.dated ? 4 : -3;
  if (role === 'lead') return suitsLead(shape);
  if (role === 'measure') return suitsMeasure(shape);
  if (role === 'status') return looksLikeStatus(cell.text) ? 4 : shape.length > LONG ? -2 : 0;
  return shape.dated || shape.named ? -1 : 0.25;
}

function suitsMargin(text: string, shape: Shape): number {
  if (wholeRef(text) !== null) return 4;
  if (readJointMark(text, 'margin') !== null) return 2;
  // A reference and a sentence are an action that has slid into the margin.
  if (shape.referenced && /^\S+\s+\p{Lu}\p{Ll}+\s/u.test(text)) return -3;
  return shape.length <= LONG && !shape.dated && !shape.nameLike && !shape.bullets ? 0.5 : -3;
}

function suitsAction(shape: Shape): number {
  if (shape.referenced) return 5;
  if (shape.named) return -3;
  if (shape.dated || shape.bullets) return -2;
  return shape.length >= LONG ? 2 : 0.5;
}

function suitsLead(shape: Shape): number {
  if (shape.named) return 4;
  if (shape.nameLike) return 2;
  return shape.dated || shape.bullets || shape.length > 90 ? -3 : -0.5;
}

function suitsMeasure(shape: Shape): number {
  if (shape.bullets) return 4;
  if (shape.dated || shape.named || shape.referenced) return -3;
  return shape.length >= LONG ? 2 : 0.5;
}

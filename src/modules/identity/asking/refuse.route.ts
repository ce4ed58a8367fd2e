import { type Answer, problem } from '../../../platform/web/answer.ts';
import { notAllowed } from '../../../platform/web/problem.ts';
import { type Permission, whoMay } from './permission.rule.ts';

/** What somebody is told of whom a sentence is not true: which role may, and nothing of what stands behind the page. */
export function refuse(rule: Permission): Answer {
  return problem(notAllowed({ needs: rule.sentence, whoMay: whoMay(rule) }));
}

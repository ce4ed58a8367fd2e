import type { Db, Tx } from '../../../platform/db/index.ts';
import { type Answer, notFound, type PageStatus } from '../../../platform/web/answer.ts';
import type { FormProblems } from '../../../platform/web/forms.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { isPerson, namesOn } from '../../identity/index.ts';

/** What an administrator is told who would leave nobody to administer. */
export const LAST_ADMINISTRATOR =
  'This is the last administrator who can sign in: without them nobody could ever give a role again. Make somebody else an administrator first, with no last day, and see that they can sign in';

export interface PersonNamed {
  readonly id: number;
  readonly name: string;
}

/** Finds the person an address is about. */
export async function withPerson(
  visit: Visit<{ readonly person: string }>,
  db: Db | Tx,
  act: (person: PersonNamed) => Answer | Promise<Answer>,
): Promise<Answer> {
  const id = numberIn(visit.params.person);
  if (id === undefined || !(await isPerson(db, id))) return notFound();
  return act({ id, name: (await namesOn(db, [id], visit.today))(id) });
}

/** The parts of a visit that a page with a form is made of. */
export type FormVisit = Pick<Visit, 'frame' | 'formToken' | 'form'>;

/** What a page that is a form is given. */
export function formOf(visit: FormVisit, problems: FormProblems | undefined) {
  return { frame: visit.frame, token: visit.formToken(), state: { form: visit.form, problems } };
}

export function statusOf(problems: FormProblems | undefined): PageStatus {
  return problems === undefined ? 200 : 422;
}

/** The number an address means; undefined for what is none. */
export function numberIn(text: string): number | undefined {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : undefined;
}

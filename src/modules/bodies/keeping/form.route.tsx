import type { JSX } from 'preact';
import type { z } from 'zod';
import type { Db, Tx } from '../../../platform/db/index.ts';
import { type Answer, notFound, page } from '../../../platform/web/answer.ts';
import type { Form } from '../../../platform/web/form-body.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import { dayProblem, type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import type { ParamsOf } from '../../../platform/web/route.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { actFor, type Asker, askerOf, change, needs } from '../../identity/index.ts';
import { mayKeepBodies } from '../permissions.ts';

/** What a page that is a form is drawn from, beside what its form needs to know of the record. */
export interface FormView<Known> {
  readonly frame: Visit['frame'];
  readonly token: string;
  readonly state: FormState;
  readonly known: Known;
}

/** What a command came to: done, and where to go; or why not, as a sentence beside a field. */
export type Outcome =
  | { readonly kind: 'done'; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly sentence: string; readonly field?: string; readonly isDay?: boolean }
  | { readonly kind: 'gone' };

export interface FormRoute<Path extends string, Schema extends z.ZodType, Known> {
  readonly path: Path;
  readonly schema: Schema;
  /** Fields sent as three boxes. */
  readonly days: readonly string[];
  /** What the form shows of the record; null where there is nothing to make a form of. */
  readonly known: (tx: Tx, visit: Visit<ParamsOf<Path>>) => Promise<Known | null>;
  /** Where to look where there is nothing any more, because it was done already; null where there never was. */
  readonly doneAlready?: (tx: Tx, visit: Visit<ParamsOf<Path>>) => Promise<Answer | null>;
  /** What stands in the form when it is opened. */
  readonly opensWith?: (known: Known, visit: Visit<ParamsOf<Path>>) => Form;
  readonly view: (props: FormView<Known>) => JSX.Element;
  readonly act: (
    tx: Tx,
    asker: Asker,
    given: {
      readonly value: z.output<Schema>;
      readonly known: Known;
      readonly visit: Visit<ParamsOf<Path>>;
    },
  ) => Promise<Outcome>;
}

/** A form of those who keep bodies: shown, sent, shown again with what was typed where something is wrong. */
export function addFormRoute<Path extends string, Schema extends z.ZodType, Known>(
  server: WebServer,
  db: Db,
  route: FormRoute<Path, Schema, Known>,
): void {
  const View = route.view;
  const shown = (visit: Visit<ParamsOf<Path>>, known: Known, form: Form, problems?: FormProblems): Answer =>
    page(
      <View frame={visit.frame} token={visit.formToken()} state={{ form, problems }} known={known} />,
      problems === undefined ? 200 : 422,
    );

  const nothing = async (tx: Tx, visit: Visit<ParamsOf<Path>>): Promise<Answer> =>
    (await route.doneAlready?.(tx, visit)) ?? notFound();

  server.route({
    method: 'GET',
    path: route.path,
    access: needs(mayKeepBodies),
    handler: (visit) =>
      actFor(db, askerOf(visit), async (tx) => {
        const known = await route.known(tx, visit);
        return known === null
          ? nothing(tx, visit)
          : shown(visit, known, route.opensWith?.(known, visit) ?? {});
      }),
  });

  server.route({
    method: 'POST',
    path: route.path,
    access: needs(mayKeepBodies),
    handler: (visit) =>
      change(db, visit, mayKeepBodies, async (tx, asker) => {
        const known = await route.known(tx, visit);
        if (known === null) return nothing(tx, visit);
        const { form } = visit;
        const read = readForm(route.schema, form, { days: route.days });
        if (!read.ok) return shown(visit, known, form, read.problems);
        const outcome = await route.act(tx, asker, { value: read.value, known, visit });
        switch (outcome.kind) {
          case 'done':
            return outcome.answer;
          case 'gone':
            return nothing(tx, visit);
          case 'refused':
            return shown(visit, known, form, problemOf(outcome));
        }
      }),
  });
}

function problemOf({ sentence, field, isDay }: Extract<Outcome, { kind: 'refused' }>): FormProblems {
  return isDay === true && field !== undefined ? dayProblem(sentence, field) : formProblem(sentence, field);
}

export function refused(sentence: string, field?: string): Outcome {
  return field === undefined ? { kind: 'refused', sentence } : { kind: 'refused', sentence, field };
}

export function refusedDay(sentence: string, field: string): Outcome {
  return { kind: 'refused', sentence, field, isDay: true };
}

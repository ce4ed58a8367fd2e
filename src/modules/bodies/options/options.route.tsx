import { z } from 'zod';
import type { Db } from '../../../platform/db/index.ts';
import { go, notFound, page } from '../../../platform/web/answer.ts';
import { dayField, textField } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import { sourceField, statedOnField } from '../../identity/index.ts';
import { addOption, addOptionsPaper } from './state-options.ts';
import { readOptionChanges } from './read-option-changes.rule.ts';
import { addFormRoute, refused } from '../keeping/form.route.tsx';
import { bodyPaths } from '../paths.ts';
import { otherBodies } from '../life/known-bodies.read.ts';
import { optionsPaper, optionsPapers } from './options-papers.query.ts';
import { AddOptionsPaperView, AddOptionView } from './options-forms.view.tsx';
import { OptionsPaperPage, OptionsPapersPage } from './options-page.view.tsx';
import { visitBodies } from '../visiting/visit-bodies.route.ts';

/** Papers that put future structures beside today's. */
export function addOptionsRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/bodies/options',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, mayKeep }) =>
        page(<OptionsPapersPage frame={frame} mayKeep={mayKeep} papers={await optionsPapers(tx)} />),
      ),
  });
  server.route({
    method: 'GET',
    path: '/bodies/options/:paper',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, mayKeep }) => {
        const paper = await optionsPaper(tx, visit.params.paper);
        return paper === null
          ? notFound()
          : page(<OptionsPaperPage frame={frame} mayKeep={mayKeep} paper={paper} />);
      }),
  });

  addFormRoute(server, db, {
    path: '/bodies/options/new',
    schema: PaperForm,
    days: ['asAt', 'statedOn'],
    known: async () => ({}),
    view: AddOptionsPaperView,
    act: async (tx, asker, { value }) => ({
      kind: 'done',
      answer: go(
        bodyPaths.optionsPaper(await addOptionsPaper(tx, asker, value)),
        'Begun. Add the options to choose between; continuing as today is one.',
      ),
    }),
  });

  addFormRoute(server, db, {
    path: '/bodies/options/:paper/new',
    schema: OptionForm,
    days: [],
    known: async (tx, { params }) => {
      const paper = (await optionsPapers(tx)).find(({ slug }) => slug === params.paper);
      return paper === undefined ? null : { paper, bodies: await otherBodies(tx, '', paper.asAt) };
    },
    view: AddOptionView,
    act: async (tx, asker, { value, known }) => {
      const { changes, problems } = readOptionChanges(value.changes, known.bodies);
      const [problem] = problems;
      if (problem !== undefined) return refused(problem, 'changes');
      const isAdded = await addOption(tx, asker, known.paper.slug, { ...value, numbers: [], changes });
      return isAdded
        ? { kind: 'done', answer: go(bodyPaths.optionsPaper(known.paper.slug), `Added ${value.title}.`) }
        : { kind: 'gone' };
    },
  });
}

const PaperForm = z.object({
  title: textField('Enter what the paper is called, like Options for the panels', {
    length: 200,
    message: 'What the paper is called must be 200 characters or fewer',
  }),
  question: textField('Enter the question members are to decide', {
    length: 400,
    message: 'The question must be 400 characters or fewer',
  }),
  asAt: dayField(
    'Enter the day today’s structure is read as at, like 31 March 2014',
    'The day today’s structure is read as at must be a real day, like 31 March 2014',
  ),
  source: sourceField,
  statedOn: statedOnField,
});

const OptionForm = z.object({
  title: textField('Enter what the option is called, like Keep things as they are', {
    length: 200,
    message: 'What the option is called must be 200 characters or fewer',
  }),
  words: textField('Enter what it means, in a sentence', {
    length: 600,
    message: 'What it means must be 600 characters or fewer',
  }),
  changes: z.string().default(''),
});

import type { JSX } from 'preact';
import { z } from 'zod';
import { Button, ErrorSummary, Input } from '../../govuk/index.ts';
import { go, json, page } from '../answer.ts';
import { CsrfField } from '../csrf-field.tsx';
import type { Form } from '../form-body.ts';
import { valueOf } from '../form-body.ts';
import { type FormProblems, readForm, textField } from '../forms.ts';
import type { Frame } from '../frame.ts';
import { Page } from '../page.tsx';
import type { WebServer } from '../server.ts';

const NameForm = z.strictObject({
  name: textField('Enter the name of the action', {
    length: 20,
    message: 'The name must be 20 characters or fewer',
  }),
});

interface FormPageProps {
  frame: Frame;
  token: string;
  form: Form;
  problems?: FormProblems | undefined;
}

function FormPage({ frame, token, form, problems }: FormPageProps): JSX.Element {
  return (
    <Page frame={frame} title="Name an action" hasErrors={problems !== undefined}>
      {problems && <ErrorSummary items={problems.summary} />}
      <h1 class="govuk-heading-l">Name an action</h1>
      <form method="post" novalidate>
        <CsrfField token={token} />
        <Input name="name" label="Name" value={valueOf(form, 'name')} error={problems?.of('name')} />
        <Button>Save the name</Button>
      </form>
    </Page>
  );
}

/** Routes with a form, a form with files, and handlers that fail, for the tests of the server. */
export function addFormRoutes(server: WebServer): void {
  server.route({
    method: 'GET',
    path: '/form',
    access: 'public',
    handler: (visit) => page(<FormPage frame={visit.frame} token={visit.formToken()} form={{}} />),
  });
  server.route({
    method: 'POST',
    path: '/form',
    access: 'public',
    handler: (visit) => {
      const read = readForm(NameForm, visit.form);
      return read.ok
        ? go('/plain', `Saved ${read.value.name}`)
        : page(
            <FormPage
              frame={visit.frame}
              token={visit.formToken()}
              form={visit.form}
              problems={read.problems}
            />,
            422,
          );
    },
  });
  server.route({
    method: 'POST',
    path: '/echo',
    access: 'public',
    handler: (visit) =>
      json({
        form: visit.form,
        files: visit.files.map(({ field, fileName, bytes }) => ({ field, fileName, size: bytes.length })),
      }),
  });
  server.route({
    method: 'GET',
    path: '/plain',
    access: 'public',
    handler: (visit) =>
      page(
        <Page frame={visit.frame} title="Plain">
          {'A page about nothing. '.repeat(80)}
        </Page>,
      ),
  });
  server.route({
    method: 'GET',
    path: '/things/:thing',
    access: 'public',
    handler: (visit) => json({ thing: visit.params.thing, day: visit.day }),
  });
  server.route({
    method: 'GET',
    path: '/broken',
    access: 'public',
    handler: () => {
      throw new Error('Key (name)=(Jane Citizen) already exists');
    },
  });
  server.route({
    method: 'GET',
    path: '/guarded',
    access: { needs: 'may accept an import', allows: (asker) => asker === 'who may' },
    handler: () => json({ secret: true }),
  });
}

import type { JSX } from 'preact';
import { Button, Input, Textarea } from '../../../platform/govuk/index.ts';
import { valueOf } from '../../../platform/web/form-body.ts';
import { type FormState, Problems } from '../../../platform/web/form-fields.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { Page } from '../../../platform/web/page.tsx';
import type { Balance } from './political-balance.rule.ts';
import { balancePaths } from '../paths.ts';
import { bodyPaths } from '../../bodies/index.ts';
import { BalanceResult } from './balance-result.view.tsx';

/** Political balance with numbers of the reader's own: nothing is stored, and the address holds it all. */
export function WorkOutPage(props: {
  frame: Frame;
  state: FormState;
  balance: Balance | undefined;
  notes: readonly string[];
  cannot: boolean;
  /** Where to record what Council determined of these numbers, for those who may. */
  determine: string | undefined;
}): JSX.Element {
  const { frame, state, balance, notes } = props;
  return (
    <Page
      frame={frame}
      title="Work political balance out"
      crumbs={[
        { text: 'Bodies', href: bodyPaths.bodies() },
        { text: 'Political balance', href: bodyPaths.balance() },
      ]}
      hasErrors={state.problems !== undefined}
      withoutDay
    >
      <Problems state={state} />
      <h1 class="govuk-heading-l">Work political balance out</h1>
      <p class="govuk-body tl-reading">
        Type the numbers of any council. Nothing is stored; the address holds what you typed, so it can be
        shared.
      </p>
      <form class="tl-work-out" method="get" action={balancePaths.workOut()} novalidate>
        <NumbersFields state={state} />
        <Button>Work it out</Button>
      </form>
      {props.cannot && (
        <p class="govuk-body tl-lacking">
          No whole seats keep all of these sums: some body asks for more seats of a kind than there are
          members to fill them. Make a body smaller, or check the groups.
        </p>
      )}
      {notes.map((note) => (
        <p class="govuk-body tl-reading">{note}</p>
      ))}
      {balance !== undefined && (
        <>
          <BalanceResult balance={balance} />
          {props.determine !== undefined && (
            <Button href={props.determine}>Record what the council determined</Button>
          )}
        </>
      )}
    </Page>
  );
}

export function NumbersFields(props: { state: FormState }): JSX.Element {
  const { state } = props;
  return (
    <>
      <Input
        name="council"
        label="Members of the council"
        hint="Without vacancies."
        width={5}
        inputmode="numeric"
        value={valueOf(state.form, 'council')}
        error={state.problems?.of('council')}
      />
      <div class="tl-two-columns">
        <Textarea
          name="groups"
          label="Groups and their members"
          hint="One on each line, like Conservative 40. Members of no group: No group 1."
          rows={6}
          value={valueOf(state.form, 'groups')}
          error={state.problems?.of('groups')}
        />
        <Textarea
          name="bodies"
          label="Bodies and their seats"
          hint="One on each line, like Planning 18. Only those to which balance applies."
          rows={6}
          value={valueOf(state.form, 'bodies')}
          error={state.problems?.of('bodies')}
        />
      </div>
    </>
  );
}

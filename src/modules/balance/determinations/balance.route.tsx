import type { Db } from '../../../platform/db/index.ts';
import { type Answer, go, page } from '../../../platform/web/answer.ts';
import { address } from '../../../platform/web/as-at.ts';
import { type Form, formOf } from '../../../platform/web/form-body.ts';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import { type FormProblems, formProblem, readForm } from '../../../platform/web/forms.ts';
import type { WebServer } from '../../../platform/web/server.ts';
import type { Visit } from '../../../platform/web/visit.ts';
import { askerOf, change, needs } from '../../identity/index.ts';
import { recordDetermination } from './record-determination.ts';
import { changesSince, type SharedOut } from './determination.rule.ts';
import { type Balance, calculateBalance } from '../working-out/political-balance.rule.ts';
import { type Giving, readGiving } from './read-giving.rule.ts';
import {
  type CouncilInNumbers,
  NO_GROUP_NAME,
  readCouncilInNumbers,
  type ReadNumbers,
} from '../working-out/read-numbers.rule.ts';
import { shareInFull } from '../working-out/shares.rule.ts';
import { type TableToChoose, tablesToChoose } from '../working-out/tables-to-choose.rule.ts';
import { DetermineForm } from './determine.form.ts';
import { balancePaths } from '../paths.ts';
import { bodyPaths, mayKeepBodies, type ChamberOnDay, chamberOn, visitBodies } from '../../bodies/index.ts';
import { determinationsUpTo } from './determinations.read.ts';
import { DetermineFormPage } from './determine-form.view.tsx';
import { BalancePage } from './balance-page.view.tsx';
import { WorkOutPage } from '../working-out/work-out-page.view.tsx';

/** Political balance: of a day, with numbers of one's own, and what the council determined. */
export function addBalanceRoutes(server: WebServer, { db }: { readonly db: Db }): void {
  server.route({
    method: 'GET',
    path: '/bodies/balance',
    access: 'public',
    handler: (visit) =>
      visitBodies(db, visit, async ({ tx, frame, day, mayKeep }) => {
        const chamber = await chamberOn(tx, day);
        const typed = numbersOf(chamber);
        const read = readCouncilInNumbers(typed);
        const calculated =
          read.kind === 'read' ? calculateBalance(read.numbers.parties, read.numbers.benches) : undefined;
        const determinations = await determinationsUpTo(tx, day);
        return page(
          <BalancePage
            frame={frame}
            mayKeep={mayKeep}
            chamber={chamber}
            balance={calculated?.kind === 'calculated' ? calculated.balance : undefined}
            cannot={calculated?.kind === 'cannot'}
            workOut={address(balancePaths.workOut(), new URLSearchParams(isEmpty(typed) ? {} : typed))}
            determine={address(balancePaths.determine(), new URLSearchParams(typed))}
            determinations={determinations.map((one) => ({
              ...one,
              changes: changesSince(one.determinedOn, chamber.belongings, day),
            }))}
          />,
        );
      }),
  });

  server.route({
    method: 'GET',
    path: '/bodies/balance/work-out',
    access: 'public',
    handler: async (visit) => {
      const form = formOf(visit.query);
      const asked = ['council', 'groups', 'bodies'].some((name) => form[name] !== undefined);
      const read = asked ? readCouncilInNumbers(typedIn(form)) : undefined;
      const calculated =
        read?.kind === 'read' ? calculateBalance(read.numbers.parties, read.numbers.benches) : undefined;
      const balance = calculated?.kind === 'calculated' ? calculated.balance : undefined;
      const problems = read?.kind === 'problems' ? problemsOf(read.problems) : undefined;
      return page(
        <WorkOutPage
          frame={visit.frame}
          state={{ form, problems }}
          balance={balance}
          notes={read?.kind === 'read' ? read.numbers.notes : []}
          cannot={calculated?.kind === 'cannot'}
          determine={
            mayKeepBodies(askerOf(visit)) && balance !== undefined
              ? address(balancePaths.determine(), new URLSearchParams({ ...typedIn(form) }))
              : undefined
          }
        />,
        problems === undefined ? 200 : 422,
      );
    },
  });

  addDetermineRoutes(server, db);
}

function addDetermineRoutes(server: WebServer, db: Db): void {
  const determinePage = (visit: Visit, state: FormState): Answer => {
    const found = calculatedFrom(state.form);
    if (found === undefined) return go(balancePaths.workOut());
    return page(
      <DetermineFormPage
        frame={visit.frame}
        token={visit.formToken()}
        state={state}
        balance={found.balance}
        tables={tablesInWords(found.balance, tablesToChoose(found.balance))}
      />,
      state.problems === undefined ? 200 : 422,
    );
  };

  server.route({
    method: 'GET',
    path: '/bodies/balance/determine',
    access: needs(mayKeepBodies),
    handler: async (visit) => determinePage(visit, { form: formOf(visit.query) }),
  });

  server.route({
    method: 'POST',
    path: '/bodies/balance/determine',
    access: needs(mayKeepBodies),
    handler: (visit) =>
      change(db, visit, mayKeepBodies, async (tx, actor) => {
        const { form } = visit;
        const again = (problems: FormProblems) => determinePage(visit, { form, problems });
        const read = readForm(DetermineForm, form, { days: ['determinedOn', 'statedOn'] });
        if (!read.ok) return again(read.problems);
        const found = calculatedFrom(form);
        if (found === undefined) return determinePage(visit, { form });
        const { value } = read;
        const table = tablesToChoose(found.balance)[value.choice];
        if (table === undefined)
          return again(formProblem('Choose the table that the council determined', 'choice'));
        const giving = readGiving(value.given, {
          bodies: found.balance.benches.map(({ name }) => name),
          parties: [...found.balance.parties.map(({ name }) => name), NO_GROUP_NAME],
        });
        const [wrong] = giving.problems;
        if (wrong !== undefined) return again(formProblem(wrong, 'given'));
        const aside = readSetAside(value.setAside);
        if (aside.problem !== undefined) return again(formProblem(aside.problem, 'setAside'));
        const result = await recordDetermination(tx, actor, {
          ...value,
          sharedOut: sharedOutOf(found.balance, table, giving.given, aside.setAside),
        });
        switch (result.kind) {
          case 'recorded':
            return go(bodyPaths.balance(), 'Recorded what the council determined.');
          case 'votes-not-known':
            return again(
              formProblem(
                'Enter how many voted against, 0 if nobody did: balance is set aside only where no member votes against (Local Government and Housing Act 1989, section 17)',
                'votesAgainst',
              ),
            );
          case 'somebody-against':
            return again(
              formProblem(
                'Balance cannot be set aside where a member votes against (Local Government and Housing Act 1989, section 17). Take these bodies out, or check the count',
                'votesAgainst',
              ),
            );
          case 'gives-too-much':
            return again(
              formProblem(`${result.from} gives up more seats of ${result.body} than it has`, 'given'),
            );
        }
      }),
  });
}

interface Typed {
  readonly [name: string]: string;
  readonly council: string;
  readonly groups: string;
  readonly bodies: string;
}

function typedIn(form: Form): Typed {
  const text = (name: string) => [form[name] ?? ''].flat()[0]?.replaceAll('\r', '') ?? '';
  return { council: text('council'), groups: text('groups'), bodies: text('bodies') };
}

function isEmpty({ groups, bodies }: Typed): boolean {
  return groups === '' && bodies === '';
}

/** The numbers of a day as somebody would type them, to begin from. */
function numbersOf({ groups: all, ungrouped, council, notOnCouncil, balanced }: ChamberOnDay): Typed {
  // Who is in no seat of the council does not count, where its seats are recorded at all.
  const gone = new Set((council ?? []).length === 0 ? [] : notOnCouncil.map(({ personId }) => personId));
  const groups = all.map(({ name, members }) => ({
    name,
    members: members.filter(({ personId }) => !gone.has(personId)),
  }));
  const lines = groups
    .filter(({ members }) => members.length > 0)
    .map(({ name, members }) => `${name} ${members.length}`);
  const inGroups = groups.reduce((sum, { members }) => sum + members.length, 0);
  return {
    council: String(lines.length === 0 ? (council?.length ?? '') : inGroups + ungrouped.length),
    groups: [
      ...lines,
      ...(ungrouped.length > 0 && lines.length > 0 ? [`${NO_GROUP_NAME} ${ungrouped.length}`] : []),
    ].join('\n'),
    bodies: balanced
      .filter(({ seats }) => seats !== null)
      .map(({ name, seats }) => `${name} ${seats}`)
      .join('\n'),
  };
}

function calculatedFrom(
  form: Form,
): { readonly numbers: CouncilInNumbers; readonly balance: Balance } | undefined {
  const read: ReadNumbers = readCouncilInNumbers(typedIn(form));
  if (read.kind === 'problems') return undefined;
  const result = calculateBalance(read.numbers.parties, read.numbers.benches);
  return result.kind === 'calculated' ? { numbers: read.numbers, balance: result.balance } : undefined;
}

/** The calculated table and those exactly as close, each in a line. */
function tablesInWords(balance: Balance, tables: readonly TableToChoose[]): readonly string[] {
  const seatsInWords = (held: readonly number[] = []) =>
    held.map((seats, party) => `${balance.parties[party]?.name ?? ''} ${seats}`).join(', ');
  return tables.map(({ seatsHeld, totals }, index) => {
    const rows = balance.benches.map(({ name }, bench) => `${name} (${seatsInWords(seatsHeld[bench])})`);
    const which = index === 0 ? 'As calculated' : `As close, number ${index}`;
    return `${which}${totals === null ? '' : `, with ${seatsInWords(totals)} in all`}: ${rows.join('; ')}`;
  });
}

function sharedOutOf(
  balance: Balance,
  { seatsHeld }: TableToChoose,
  given: readonly Giving[],
  setAside: SharedOut['setAside'],
): SharedOut {
  return {
    council: balance.council,
    parties: balance.parties.map((party) => ({ ...party })),
    bodies: balance.benches.map(({ name, seats }, bench) => ({
      name,
      seats,
      exact: (balance.shares[bench] ?? []).map(shareInFull),
      seatsHeld: [...(seatsHeld[bench] ?? [])],
    })),
    given: [...given],
    setAside: [...setAside],
    alternatives: balance.otherTables.length + balance.otherTotals.length,
  };
}

function readSetAside(text: string): { setAside: SharedOut['setAside']; problem?: string } {
  const setAside: SharedOut['setAside'] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim();
    if (line === '') continue;
    const [, name = '', seats = ''] = /^(.*?)[\s,:;]*(\d{1,3})$/.exec(line) ?? [];
    if (name === '' || seats === '')
      return {
        setAside,
        problem: `Line ${index + 1}, “${line.slice(0, 60)}”, must be a body and its number of seats, like Corporate Parenting Panel 8`,
      };
    setAside.push({ name, seats: Number(seats) });
  }
  return { setAside };
}

function problemsOf(
  problems: readonly { readonly field: string; readonly sentence: string }[],
): FormProblems {
  return {
    summary: problems.map(({ field, sentence }) => ({ text: sentence, href: `#${field}` })),
    of: (name) => problems.find(({ field }) => field === name)?.sentence,
  };
}

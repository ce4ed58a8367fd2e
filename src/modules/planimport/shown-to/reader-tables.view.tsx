import type { JSX } from 'preact';
import { Button } from '../../../platform/govuk/button.tsx';
import { momentInWords } from '../../../platform/time/moment-words.ts';
import { formatDay, type PlainDay } from '../../../platform/time/plain-day.ts';
import { Empty } from '../../../platform/web/empty.tsx';
import type { FormState } from '../../../platform/web/form-fields.tsx';
import type { Frame } from '../../../platform/web/frame.ts';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { END_ONE } from './readers.form.ts';
import { importPaths } from '../paths.ts';
import type { DraftReaders } from './draft-readers.read.ts';
import { capitalised } from '../../improvement/index.ts';
import { DraftFields } from '../draft/draft-fields.view.tsx';

/** Who may see a draft, with the forms that change it. */
export interface ImportReadersProps {
  readonly frame: Frame;
  readonly token: string;
  readonly draft: { readonly id: string; readonly fileName: string; readonly readingKey: string };
  readonly today: PlainDay;
  readonly readers: DraftReaders;
  readonly state: FormState;
}

type Judgement = DraftReaders['interests'][number];

/** Who may see a draft at this moment. */
export function ReaderTable(props: { readers: DraftReaders['now'] }): JSX.Element {
  return (
    <WideTable
      name="Who may see it now"
      caption="Who may see it now"
      captionClass="govuk-visually-hidden"
      head={['Person', 'On which ground', 'What they may do']}
      firstCellIsHeader
      rows={props.readers.map(({ name, grounds, mayChange, signsIn }) => [
        name,
        `${capitalised(grounds.join('; '))}${signsIn ? '' : ' (cannot sign in at present)'}`,
        mayChange ? 'Read it and decide about it' : 'Read it',
      ])}
    />
  );
}

/** To whom it is or will be open one by one, each with the button that ends it. */
export function NeedToKnowTable(props: ImportReadersProps): JSX.Element {
  const { readers, today } = props;
  if (readers.needToKnow.length === 0)
    return (
      <Empty headingLevel={3} title="Open to nobody else">
        Whoever this draft is opened to one by one stands here, with the reason.
      </Empty>
    );
  return (
    <JudgementTable
      {...props}
      name="Opened to people who need to know"
      judgements={readers.needToKnow}
      days={({ from, until }) =>
        [
          from > today ? `From ${formatDay(from)}, still to come` : `Since ${formatDay(from)}`,
          until === null ? '' : `to ${formatDay(until)}`,
        ]
          .filter(Boolean)
          .join(' ')
      }
    />
  );
}

/** Who is shut out, each with the button that ends it. */
export function InterestTable(props: ImportReadersProps): JSX.Element {
  const { readers } = props;
  if (readers.interests.length === 0)
    return (
      <Empty headingLevel={3} title="Nobody is shut out">
        Whoever has an interest in this draft stands here, once it is recorded.
      </Empty>
    );
  return (
    <JudgementTable
      {...props}
      name="Shut out because of an interest"
      judgements={readers.interests}
      days={({ recordedAt }) => `Since ${momentInWords(recordedAt)}`}
    />
  );
}

function JudgementTable(
  props: ImportReadersProps & {
    name: string;
    judgements: readonly Judgement[];
    days: (judgement: Judgement) => string;
  },
): JSX.Element {
  const { draft, token, name, judgements } = props;
  return (
    <form method="post" action={importPaths.readers(draft.id)} novalidate>
      <DraftFields token={token} readingKey={draft.readingKey} />
      <WideTable
        name={name}
        caption={name}
        captionClass="govuk-visually-hidden"
        head={['Person', 'When', 'Why', 'Recorded by', 'Change']}
        firstCellIsHeader
        rows={judgements.map((one) => [
          one.personName,
          props.days(one),
          one.reason,
          one.recordedBy,
          <Button kind="secondary" name={END_ONE} value={`${one.ground}:${one.id}`} class="tl-small-button">
            End
            <span class="govuk-visually-hidden">
              {one.ground === 'interest'
                ? ` what shuts ${one.personName} out`
                : ` what opens it to ${one.personName}`}
            </span>
          </Button>,
        ])}
      />
    </form>
  );
}

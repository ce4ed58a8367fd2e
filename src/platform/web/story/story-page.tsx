import type { JSX } from 'preact';
import {
  Button,
  Checkboxes,
  DateInput,
  Details,
  ErrorSummary,
  FileUpload,
  Input,
  InsetText,
  Pagination,
  Panel,
  Radios,
  Select,
  SummaryList,
  Table,
  Tabs,
  Tag,
  Textarea,
  WarningText,
} from '../../govuk/index.ts';
import { states } from '../../charts/state-shapes.ts';
import { CsrfField } from '../csrf-field.tsx';
import { Empty } from '../empty.tsx';
import { Figures } from '../figure.tsx';
import type { Frame } from '../frame.ts';
import { Page } from '../page.tsx';
import { Reference } from '../reference.tsx';
import { StateKey, StateMark } from '../state-mark.tsx';
import type { Stop } from '../thread.tsx';
import { WideTable } from '../wide-table.tsx';

/** A made-up place on the line, with a break of each sort. */
export const storyThread: readonly Stop[] = [
  { kind: 'requirement', label: 'requirements', count: 49, href: '#requirements' },
  { kind: 'action', label: 'actions', count: 129, current: true, break: '13 late', breakHref: '#late' },
  {
    kind: 'measure',
    label: 'measures',
    count: 283,
    href: '#measures',
    break: '28 without a measure',
    breakHref: '#without',
  },
  { kind: 'figure', label: 'indicators', count: 6, href: '#indicators', break: '43 unproved' },
  { kind: 'body', label: 'Improvement board', href: '#body' },
  { kind: 'decision', label: 'decisions', count: 0 },
  { kind: 'report', label: 'reports', count: 2, href: '#reports', break: 'May’s was due' },
];

const someActions = [
  ['1.1.1', 'Recruit to every vacant team manager post', 'Head of Children in Need', '31 May 2011', 'late'],
  [
    '1.1.2',
    'Agree one threshold for referral with every partner',
    'Director of Specialist Services & partners',
    '30 June 2011',
    'at-risk',
  ],
  [
    '1.2.1',
    'Publish the revised supervision policy',
    'Head of Safeguarding',
    '30 April 2011',
    'complete-unproven',
  ],
  [
    '1.2.4',
    'Audit 20 files in each district each month',
    'Quality Assurance Manager',
    '31 March 2012',
    'on-course',
  ],
  [
    '2.3.6',
    'Halve the number of unallocated cases',
    'Head of Children in Need',
    '30 September 2011',
    'verified',
  ],
] as const;

/** One page with everything a page can be made of, to look at and to hold against the accessibility rules. */
export function StoryPage(props: { frame: Frame; token: string }): JSX.Element {
  return (
    <Page
      frame={props.frame}
      title="Actions"
      crumbs={[
        { text: 'Improvement plan', href: '/plan' },
        { text: 'Priority 2', href: '/plan/priorities/2' },
      ]}
      thread={storyThread}
    >
      <span class="govuk-caption-l">Putting Children First</span>
      <h1 class="govuk-heading-l">Priority 2: referrals are answered in time</h1>
      <p class="tl-lede">
        129 actions carry the 49 requirements of the notice. Every requirement has one; thirteen actions are
        late, and for 28 nobody has said how it will be known that they worked.
      </p>
      <Figures
        items={[
          { n: 31, label: 'milestones end in May', href: '#may' },
          { n: 13, label: 'actions are late', href: '#late', state: 'late' },
          { n: 28, label: 'actions without a measure', href: '#without' },
          { n: '1,204', label: 'cases unallocated, as at 12 May' },
        ]}
      />
      <WideTable
        name="Actions of priority 2"
        caption="Actions due by the end of June"
        captionClass="govuk-table__caption--m"
        firstCellIsHeader
        head={[
          'Ref',
          'Action',
          'Lead',
          { text: 'Due', class: 'tl-nowrap' },
          { text: 'Milestones', format: 'numeric' },
          'State',
        ]}
        rows={someActions.map(([ref, action, lead, due, state], index) => [
          <Reference href={`#${ref}`}>{ref}</Reference>,
          action,
          lead,
          { text: due, class: 'tl-nowrap' },
          { text: 11 * index + 1, format: 'numeric' },
          <StateMark state={state} words={state === 'late' ? 'Late by 12 days' : undefined} />,
        ])}
      />
      <p class="tl-source">
        Source: Kent Improvement Plan, agreed March 2011. See <Reference href="#in3">IN 3</Reference> and{' '}
        <Reference>CT 8</Reference>.
      </p>
      <StateKey states={states} />
      <Empty
        title="No decision is tied to this priority yet"
        action={{ text: 'Tie a decision', href: '#tie' }}
      >
        A decision of the board that bears on an action stands here, with the meeting that took it.
      </Empty>
      <h2 class="govuk-heading-m">Facts</h2>
      <SummaryList
        rows={[
          {
            key: 'Accountable lead',
            value: 'Managing Director, Children, Families and Education',
            actions: { items: [{ href: '#lead', text: 'Change', hiddenText: 'accountable lead' }] },
          },
          {
            key: 'Carries',
            value: (
              <>
                <Reference href="#in1">IN 1</Reference>, <Reference href="#o14">O 14</Reference>
              </>
            ),
            actions: { items: [{ href: '#carries', text: 'Change', hiddenText: 'what it carries' }] },
          },
        ]}
      />
      <InsetText>
        “The Council should ensure that all children’s cases are allocated to a qualified social worker.”
      </InsetText>
      <WarningText>
        Accepting an import adds to the record. It can be corrected, but not taken back.
      </WarningText>
      <Details summary="How lateness is worked out">
        A milestone is late from the day after its last day, until somebody says it is complete.
      </Details>
      <p class="govuk-body">
        <Tag colour="grey">Draft</Tag> <Tag>Agreed</Tag> <Tag colour="red">Exempt</Tag>
      </p>
      <ErrorSummary
        disableAutoFocus
        items={[
          { text: 'Enter the date the action is due, like 31 March 2027', href: '#due-day' },
          { text: 'Choose a file', href: '#plan' },
        ]}
      />
      <form method="post" action="/story" enctype="multipart/form-data" novalidate>
        <CsrfField token={props.token} />
        <Input
          name="title"
          label="What will be done"
          hint="Start with a verb"
          value="Recruit to every vacant post"
        />
        <Input name="target" label="Target" width={4} suffix="%" inputmode="numeric" value="80" />
        <DateInput
          id="due"
          namePrefix="due"
          fieldset={{ legend: 'When it is due' }}
          hint="For example, 31 3 2027"
          error="Enter the date the action is due, like 31 March 2027"
          values={{ day: '31', month: '6', year: '2027' }}
        />
        <Select
          name="priority"
          label="Priority"
          items={[
            { value: '1', text: '1. Leadership' },
            { value: '2', text: '2. Referral' },
          ]}
          value="2"
        />
        <Radios
          name="state"
          fieldset={{ legend: 'How it stands' }}
          items={[
            { value: 'on', text: 'On course' },
            { value: 'risk', text: 'At risk', hint: 'It may be late, or may not do what it is for' },
            { divider: 'or' },
            { value: 'late', text: 'Late' },
          ]}
          value="risk"
        />
        <Checkboxes
          name="carries"
          fieldset={{ legend: 'What it carries' }}
          items={[
            { value: 'IN 1', text: 'IN 1' },
            { value: 'IN 2', text: 'IN 2' },
          ]}
          values={['IN 2']}
        />
        <Textarea name="why" label="Why" rows={3} />
        <FileUpload
          name="plan"
          label="Plan"
          hint="A .docx, .pdf, .xlsx, .csv, .html or .txt file of up to 25 MB"
          error="Choose a file"
        />
        <div class="govuk-button-group">
          <Button>Accept 129 actions</Button>
          <Button kind="secondary" name="step" value="back">
            Go back
          </Button>
          <Button kind="warning" name="step" value="drop">
            Drop this reading
          </Button>
        </div>
      </form>
      <Tabs
        idPrefix="panel"
        items={[
          { label: 'Chart', panel: 'Unallocated cases fell by 57% in two months.' },
          { label: 'Table', panel: 'The same figures, as a table.' },
        ]}
      />
      <Pagination
        previous={{ href: '#p1' }}
        next={{ href: '#p3' }}
        items={[
          { number: 1, href: '#p1' },
          { number: 2, href: '#p2', current: true },
          { number: 3, href: '#p3' },
        ]}
      />
      <Table
        caption="Two figures"
        head={['Month', { text: 'Cases', format: 'numeric' }]}
        rows={[
          ['April', { text: '2,812', format: 'numeric' }],
          ['May', { text: '1,204', format: 'numeric' }],
        ]}
      />
      <Panel title="The report is made" headingLevel={2}>
        It stands in the list of reports
      </Panel>
    </Page>
  );
}

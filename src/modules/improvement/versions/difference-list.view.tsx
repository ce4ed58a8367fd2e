import type { JSX } from 'preact';
import { formatDayOrMonth } from '../../../platform/time/plain-day.ts';
import type { Difference, PlanDifference } from './compare-readings.rule.ts';
import { counted } from '../../../platform/counted.ts';

const KINDS = [
  ['added', 'Added'],
  ['changed', 'Changed'],
  ['moved', 'Moved to another reference'],
  ['gone', 'Gone'],
] as const;

/** What one version of a plan changes of another, by kind: added, changed from what to what, moved, gone. */
export function DifferenceList(props: {
  difference: PlanDifference;
  /** How many of each kind to print; all of them unless set. */
  atMost?: number;
  /** Which of all the differences, in the order in which they stand here; all of them unless set. */
  part?: { readonly offset: number; readonly limit: number };
}): JSX.Element {
  const { atMost = Number.POSITIVE_INFINITY, part } = props;
  const listed = part === undefined ? props.difference : partOf(props.difference, part.offset, part.limit);
  const shown = KINDS.filter(([kind]) => listed[kind].length > 0);
  if (shown.length === 0) return <p class="govuk-body">They say the same.</p>;
  return (
    <>
      {shown.map(([kind, title]) => (
        <section aria-labelledby={`difference-${kind}`}>
          <h2 class="govuk-heading-m" id={`difference-${kind}`}>
            {title} <span class="tl-quiet">({props.difference[kind].length})</span>
          </h2>
          <ul class="govuk-list tl-difference">
            {listed[kind].slice(0, atMost).map((item) => (
              <li class={`tl-difference__item tl-difference__item--${kind}`}>
                <DifferenceItem item={item} />
              </li>
            ))}
          </ul>
          {listed[kind].length > atMost && (
            <p class="govuk-body tl-quiet">
              And {(listed[kind].length - atMost).toLocaleString('en-GB')} more.
            </p>
          )}
        </section>
      ))}
    </>
  );
}

/** The differences from one place to another of them all, still by kind. */
function partOf(difference: PlanDifference, offset: number, limit: number): PlanDifference {
  let before = 0;
  const cut = (kind: keyof PlanDifference): readonly Difference[] => {
    const from = Math.max(0, offset - before);
    const to = Math.max(0, offset + limit - before);
    before += difference[kind].length;
    return difference[kind].slice(from, to);
  };
  const [added, changed, moved, gone] = KINDS.map(([kind]) => cut(kind));
  return { added: added ?? [], changed: changed ?? [], moved: moved ?? [], gone: gone ?? [] };
}

function DifferenceItem(props: { item: Difference }): JSX.Element {
  const { item } = props;
  return (
    <>
      <span class="tl-difference__thing">
        {thingInWords(item.thing)} <span class="tl-ref">{item.ref}</span>
        {item.kind === 'moved' && item.formerRef !== null && (
          <>
            , was <span class="tl-ref">{item.formerRef}</span>
          </>
        )}
      </span>{' '}
      {item.words}
      {item.fields.length > 0 && (
        <dl class="tl-difference__fields">
          {item.fields.map(({ field, from, to }) => (
            <div>
              <dt>{FIELD_WORDS[field] ?? field}</dt>
              <dd>
                <del>{valueInWords(field, from)}</del> <span class="govuk-visually-hidden">became</span>{' '}
                <ins>{valueInWords(field, to)}</ins>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** What each field that can change is called. */
const FIELD_WORDS: Readonly<Record<string, string>> = {
  text: 'Words',
  title: 'Title',
  objectives: 'Key objectives',
  accountableLeads: 'Accountable leads',
  tags: 'Carries',
  jointWith: 'Joint with',
  crossReferences: 'Refers to',
  timescaleAsPrinted: 'Timescale as printed',
  start: 'First day',
  end: 'Last day',
  status: 'Status',
  recurrence: 'Comes back',
  leads: 'Leads',
  measures: 'Measures',
  section: 'Section',
  deadline: 'Deadline',
  targets: 'Targets',
};

function valueInWords(field: string, value: string): string {
  if (value === '') return 'nothing';
  return field === 'start' || field === 'end' ? formatDayOrMonth(value) : value;
}

function thingInWords(thing: string): string {
  return thing.charAt(0).toUpperCase() + thing.slice(1);
}

/** The whole difference in a sentence: "3 added, 1 changed, nothing gone". */
export function differenceInWords(difference: PlanDifference): string {
  const { added, changed, moved, gone } = difference;
  const all = added.length + changed.length + moved.length + gone.length;
  if (all === 0) return 'Nothing is different';
  return `${counted(all, 'difference')}: ${added.length} added, ${changed.length} changed, ${moved.length} moved, ${gone.length} gone`;
}

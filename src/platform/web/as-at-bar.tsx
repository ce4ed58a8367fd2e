import type { JSX } from 'preact';
import { formatDay, partsOf } from '../time/plain-day.ts';
import { Button, DateInput } from '../govuk/index.ts';
import { address, asAtInWords, DAY_PARAMETER, withoutDay } from './as-at.ts';
import type { Frame } from './frame.ts';

/**
 * The day the page is read as at, and a form to choose another: three boxes and a button, so that it works everywhere.
 * The rest of the query is carried along.
 */
export function AsAtBar(props: { frame: Frame }): JSX.Element {
  const { path, query, asAt } = props.frame;
  const rest = withoutDay(query);
  const shown = { ...(asAt.problem?.typed ?? partsOf(asAt.day)) };
  return (
    <section
      class={asAt.isToday ? 'tl-as-at' : 'tl-as-at tl-as-at--past'}
      aria-label="The day this page is read as at"
    >
      <div class="govuk-width-container tl-as-at__row">
        <details class="tl-as-at__change" open={asAt.problem !== undefined}>
          <summary class="tl-as-at__summary">
            <span class="tl-as-at__day">
              As at{' '}
              {asAt.isToday ? (
                asAtInWords(asAt)
              ) : (
                <time class="tl-as-at__chosen" dateTime={asAt.day}>
                  {formatDay(asAt.day)}
                </time>
              )}
            </span>{' '}
            <span class="tl-as-at__verb">
              Change<span class="govuk-visually-hidden"> the day</span>
            </span>
          </summary>
          <form class="tl-as-at__form" method="get" action={path} novalidate>
            {[...rest].map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <DateInput
              id={DAY_PARAMETER}
              namePrefix={DAY_PARAMETER}
              fieldset={{ legend: { text: 'Read the record as at', class: 'govuk-fieldset__legend--s' } }}
              error={asAt.problem?.message}
              values={shown}
            />
            <Button kind="secondary">Show this day</Button>
          </form>
        </details>
        {!asAt.isToday && (
          <a class="tl-as-at__today" href={address(path, rest)}>
            Back to {asAt.opensOn === undefined ? 'today' : formatDay(asAt.opensOn)}
          </a>
        )}
      </div>
    </section>
  );
}

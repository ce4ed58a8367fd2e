import type { JSX } from 'preact';
import { Button, Details, Input, Textarea } from '../../../platform/govuk/index.ts';
import type { Cover } from '../../../platform/print/document.ts';
import { DAY_PARAMETER } from '../../../platform/web/as-at.ts';
import type { PlanView } from '../../improvement/index.ts';
import type { CoverField } from './cover.form.ts';

/**
 * What a person may say on the cover of a report. A plain GET form: what they say stands in the address, which can be
 * kept for next month, and nothing is stored.
 */
export function CoverForm(props: {
  view: PlanView;
  cover: Cover;
  problems: Readonly<Partial<Record<CoverField, string>>>;
}): JSX.Element {
  const { cover, problems } = props;
  const { path, query, asAt } = props.view.frame;
  const typed = (field: CoverField, otherwise: string) => query.get(field) ?? otherwise;
  return (
    <Details summary="Change the cover" open={Object.keys(problems).length > 0}>
      <form method="get" action={path} novalidate>
        {!asAt.isToday && <input type="hidden" name={DAY_PARAMETER} value={asAt.day} />}
        <Textarea
          name="by"
          label="By"
          hint="Whose paper it is, one a line"
          rows={2}
          value={typed('by', cover.by.join('\n'))}
          error={problems.by}
        />
        <Textarea
          name="to"
          label="To"
          hint="The body or person it goes to, one a line"
          rows={2}
          value={typed('to', cover.to.join('\n'))}
          error={problems.to}
        />
        <Input
          name="classification"
          label="Classification"
          hint="Unrestricted, or what the law says of an exempt paper"
          width={20}
          value={typed('classification', cover.classification)}
          error={problems.classification}
        />
        <Textarea
          name="summary"
          label="Your own words, before the summary"
          hint="Printed first. The facts follow as they are."
          rows={4}
          value={typed('summary', '')}
          error={problems.summary}
        />
        <Button kind="secondary">Show it with this cover</Button>
      </form>
    </Details>
  );
}

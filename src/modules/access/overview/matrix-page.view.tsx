import type { JSX } from 'preact';
import { Details } from '../../../platform/govuk/index.ts';
import type { Frame } from '../../../platform/web/frame.ts';
import { WideTable } from '../../../platform/web/wide-table.tsx';
import { ROLE_WORDS } from '../../identity/index.ts';
import { matrixColumns, type RuleRow } from './access-matrix.print.ts';
import { AccessPage } from './access-page.view.tsx';

/** Every rule and of whom it is true, made from the very rules the addresses ask. */
export function MatrixView(props: {
  frame: Frame;
  rules: readonly RuleRow[];
  mayChange: boolean;
}): JSX.Element {
  return (
    <AccessPage
      frame={props.frame}
      title="Who may use what"
      tab="Who may use what"
      mayChange={props.mayChange}
    >
      <p class="govuk-body">
        This table is made from the rules themselves, each time it is opened. What a page then shows of single
        things, such as a plan that is not accepted yet, is decided for each of them.
      </p>
      <WideTable
        name="Who may use what"
        caption="Who may use what"
        captionClass="govuk-visually-hidden"
        class="tl-matrix"
        head={['What', ...matrixColumns.map(({ name }) => name)]}
        rows={props.rules.map((rule) => [
          rule.who === 'anybody' ? 'Read what is published' : sentenceCase(rule.who),
          ...rule.open.map((open) =>
            open ? (
              'Yes'
            ) : (
              <>
                <span aria-hidden="true">–</span>
                <span class="govuk-visually-hidden">No</span>
              </>
            ),
          ),
        ])}
      />
      <h2 class="govuk-heading-m">The addresses behind each</h2>
      {props.rules.map((rule) => (
        <Details
          summary={`${sentenceCase(rule.who)}: ${rule.addresses.length === 1 ? '1 address' : `${rule.addresses.length} addresses`}`}
        >
          <ul class="govuk-list tl-ref">
            {rule.addresses.map((address) => (
              <li>{address}</li>
            ))}
          </ul>
        </Details>
      ))}
      <h2 class="govuk-heading-m">The roles</h2>
      <dl class="tl-explained">
        {Object.values(ROLE_WORDS).map(({ name, purpose }) => (
          <>
            <dt>{name}</dt>
            <dd>{purpose}</dd>
          </>
        ))}
      </dl>
    </AccessPage>
  );
}

function sentenceCase(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

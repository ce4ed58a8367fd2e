import type { JSX } from 'preact';
import { type Frame, Page } from '../platform/web/index.ts';
import type { Term } from './read-glossary.ts';

/** The field's own words, a sentence each. */
export function GlossaryView(props: { frame: Frame; terms: readonly Term[] }): JSX.Element {
  return (
    <Page frame={props.frame} title="Glossary" width="reading" crumbs={[]} withoutDay>
      <h1 class="govuk-heading-l">Glossary</h1>
      <p class="govuk-body">The words these pages use, as the field uses them.</p>
      <dl class="tl-glossary">
        {props.terms.map(({ term, meaning, anchor }) => (
          <div class="tl-glossary__entry" id={anchor}>
            <dt class="tl-glossary__term">{term}</dt>
            <dd class="tl-glossary__meaning">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Page>
  );
}

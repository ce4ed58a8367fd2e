import type { JSX } from 'preact';
import { type Frame, Page } from '../platform/web/index.ts';

/** What is done so that everybody can use these pages, what was tested, and what is known to fall short. */
export function AccessibilityView(props: { frame: Frame }): JSX.Element {
  const { councilName } = props.frame.site;
  return (
    <Page frame={props.frame} title="Accessibility statement" width="reading" crumbs={[]} withoutDay>
      <h1 class="govuk-heading-l">Accessibility statement</h1>
      <p class="govuk-body">
        These pages are run by {councilName} with the open-source software Throughline. They are meant for
        everybody: you should be able to
      </p>
      <ul class="govuk-list govuk-list--bullet">
        <li>read and use every page without JavaScript, with a keyboard alone, or with a screen reader</li>
        <li>
          enlarge a page to 400% without losing anything; wide tables and charts then scroll by themselves
        </li>
        <li>read every chart as a table, and every state as a word, not only as a colour</li>
        <li>print every page, in black and white too</li>
      </ul>
      <h2 class="govuk-heading-m">What is tested</h2>
      <p class="govuk-body">
        Every page is checked against the Web Content Accessibility Guidelines 2.2, level AA, by machine, at
        desktop and phone widths. A machine finds perhaps half of what can be wrong. No person who uses a
        screen reader has tested these pages yet.
      </p>
      <h2 class="govuk-heading-m">What is known to fall short</h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>On a narrow screen the roadmap and the coverage matrix are small; their tables say the same.</li>
        <li>
          PDF reports are tagged and declare PDF/UA-1. They were checked by the program that makes them and by
          reading their tags, not by an independent PDF/UA checker.
        </li>
      </ul>
      <h2 class="govuk-heading-m">If something does not work for you</h2>
      <p class="govuk-body">
        Tell {councilName} which page and what happened. Whoever runs this installation should put their own
        contact here before others use it.
      </p>
    </Page>
  );
}

import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { formExamples } from './fixtures/form-examples.tsx';
import { RawHtml, Reading } from './fixtures/options.ts';
import { pageExamples } from './fixtures/page-examples.tsx';
import { type Fixture, readFixtures } from './fixtures/read-fixtures.ts';
import { canonicalMarkup } from './fixtures/same-markup.ts';

interface LeftOut {
  component: string;
  why: string;
  /** Which of the component's examples; one that matches none fails, so the list cannot rot. */
  when: (fixture: Fixture) => boolean;
}

/** Examples of things our components leave out on purpose. */
const leftOut: readonly LeftOut[] = [
  {
    component: 'footer',
    why: 'a council has no use for columns of navigation in its footer',
    when: ({ options }) => options['navigation'] !== undefined,
  },
  {
    component: 'footer',
    why: 'the licence and copyright of the content are the Crown’s to state',
    when: ({ name }) => /content licence/.test(name),
  },
  {
    component: 'footer',
    why: 'a heading with nothing under it is not printed',
    when: ({ name }) => name === 'with empty meta' || name === 'with empty meta items',
  },
  {
    component: 'panel',
    why: 'an interruption is a page of its own in our journeys, not a panel',
    when: ({ name }) => name.startsWith('interruption'),
  },
  {
    component: 'service-navigation',
    why: 'what stands beside the navigation is part of our own page shell',
    when: ({ options }) => options['slots'] !== undefined,
  },
  {
    component: 'file-upload',
    why: 'the drop zone keeps its standard words and classes',
    when: ({ name }) => name === 'translated' || name === 'enhanced, custom wrapper classes and attributes',
  },
  {
    component: 'select',
    why: 'a value is text or a number, never true or false',
    when: ({ name }) => name === 'with falsy values',
  },
  {
    component: 'radios',
    why: 'choices are typed: there is none that is null, so none to leave a gap in the numbers',
    when: ({ name }) => name === 'with falsy items',
  },
  {
    component: 'checkboxes',
    why: 'choices are typed: there is none that is null, so none to leave a gap in the numbers',
    when: ({ name }) => name === 'with falsy values',
  },
];

const examples = { ...formExamples, ...pageExamples };

function print(component: string, fixture: Fixture): string {
  const raw = new RawHtml();
  const example = examples[component];
  if (example === undefined) throw new Error(`No example is written for ${component}`);
  return raw.putBack(renderToString(example(new Reading(fixture.options, raw))));
}

/** Upstream's footer without the crown, the licence's mark and words, and Crown copyright, as ours is. */
function withoutCrown(html: string): string {
  return html
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<span class="govuk-footer__licence-description">.*?<\/span>/gs, '')
    .replaceAll(/<div class="govuk-footer__meta-item">.*?<\/div>/gs, '');
}

function expected(component: string, fixture: Fixture): string {
  return canonicalMarkup(component === 'footer' ? withoutCrown(fixture.html) : fixture.html);
}

function comparable(component: string): readonly Fixture[] {
  return readFixtures(component).filter(
    (fixture) => !leftOut.some((rule) => rule.component === component && rule.when(fixture)),
  );
}

describe.each(Object.keys(examples))('%s prints what govuk-frontend prints', (component) => {
  it.each(comparable(component).map((fixture) => [fixture.name, fixture] as const))(
    '%s',
    (_name, fixture) => {
      expect(canonicalMarkup(print(component, fixture))).toBe(expected(component, fixture));
    },
  );
});

it('covers the components a page is made of', () => {
  const all = Object.keys(examples).flatMap(readFixtures);
  const made = Object.keys(examples).flatMap(comparable);
  expect(Object.keys(examples)).toHaveLength(29);
  expect({ examples: all.length, compared: made.length }).toEqual({ examples: 595, compared: 564 });
});

it.each(leftOut)('leaves out some of $component: $why', ({ component, when }) => {
  expect(readFixtures(component).filter(when)).not.toHaveLength(0);
});

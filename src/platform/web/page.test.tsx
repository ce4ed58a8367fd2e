import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { plainDay } from '../time/plain-day.ts';
import { readAsAt } from './as-at.ts';
import { Empty } from './empty.tsx';
import { Figure } from './figure.tsx';
import type { Frame } from './frame.ts';
import { Page } from './page.tsx';
import { placeOf } from './page-header.tsx';
import { Reference } from './reference.tsx';
import { renderPage } from './render-page.ts';
import { StateMark } from './state-mark.tsx';
import { storySite } from './story/story-server.tsx';
import { Thread } from './thread.tsx';

function frameAt(address: string): Frame {
  const [path = '', search = ''] = address.split('?');
  const query = new URLSearchParams(search);
  return {
    site: storySite,
    path,
    query,
    asAt: readAsAt(query, plainDay(2011, 5, 12)),
    places: storySite.navigation,
    account: [],
  };
}

describe('a page', () => {
  it('has its title, the product and the council in the browser’s tab', () => {
    const html = renderPage(<Page frame={frameAt('/plan')} title="Actions" />).toString();
    expect(html).toMatch(/^<!DOCTYPE html>\n<html lang="en-GB" class="govuk-template">/);
    expect(html).toContain('<title>Actions – Throughline – Loamshire County Council</title>');
  });

  it('says first that a form has errors', () => {
    expect(renderToString(<Page frame={frameAt('/plan')} title="Actions" hasErrors />)).toContain(
      '<title>Error: Actions – ',
    );
  });

  it('keeps the reader’s day in its links, and the rest of the query in the form for another day', () => {
    const html = renderToString(
      <Page
        frame={frameAt('/plan?lead=A%26B&on=2011-04-26&page=2')}
        title="Actions"
        crumbs={[{ text: 'Plan', href: '/plan' }]}
      />,
    );
    expect(html).toContain('href="/reports?on=2011-04-26"');
    expect(html).toContain('<a class="govuk-breadcrumbs__link" href="/plan?on=2011-04-26">');
    expect(html).toContain('<input type="hidden" name="lead" value="A&amp;B"/>');
    expect(html).not.toContain('name="page"');
    expect(html).toContain('<a class="tl-as-at__today" href="/plan?lead=A%26B">Back to today</a>');
  });

  it('prints what was typed as text, whatever it is', () => {
    const html = renderToString(
      <Page frame={frameAt('/plan?on=<script>alert(1)</script>')} title="<b>x</b>">
        {'<i>y</i>'}
      </Page>,
    );
    expect(html).not.toMatch(/<script>|<b>x|<i>y/);
  });
});

describe('the place a page belongs to', () => {
  it.each([
    ['/', 'Overview'],
    ['/plan', 'Improvement plan'],
    ['/plan/priorities/2', 'Improvement plan'],
    ['/planning', undefined],
    ['/nothing', undefined],
  ])('%s: %s', (path, text) => {
    expect(placeOf(path, storySite.navigation)?.text).toBe(text);
  });
});

describe('the thread', () => {
  const html = renderToString(
    <Thread
      stops={[
        { kind: 'requirement', label: 'requirements', count: 1049, href: '/requirements' },
        {
          kind: 'action',
          label: '2.1.3',
          href: '/here',
          current: true,
          break: 'No measure',
          breakHref: '/breaks',
        },
        { kind: 'body', label: 'Board' },
      ]}
    />,
  );

  it('is a list of links to those who hear it, with its breaks said as breaks', () => {
    expect(html).toMatch(/^<nav class="tl-thread" aria-label="Line of sight"><ol/);
    expect(html.match(/<li /g)).toHaveLength(3);
    expect(html).toContain(
      '<a href="/requirements"><span class="tl-thread__count">1,049</span> <span class="tl-thread__label">requirements</span></a>',
    );
    expect(html).toContain(
      '<span class="govuk-visually-hidden">The line breaks here: </span><a href="/breaks">No measure</a>',
    );
  });

  it('marks this page’s place, which is no link to itself', () => {
    expect(html).toContain(
      '<li class="tl-thread__stop tl-thread__stop--current tl-thread__stop--broken" aria-current="true">',
    );
    expect(html).not.toContain('/here');
  });

  it('draws each shape without a style of its own, hidden from those who hear the words', () => {
    expect(html.match(/<svg [^>]*aria-hidden="true"/g)).toHaveLength(3);
    expect(html).not.toContain('style=');
  });
});

describe('marks', () => {
  it.each([
    [
      'a state says its word',
      <StateMark state="late" />,
      /<svg .*<\/svg><span class="tl-state__word">Late<\/span>/,
    ],
    ['a state may say more', <StateMark state="late" words="Late by 12 days" />, />Late by 12 days</],
    [
      'a reference may lead somewhere',
      <Reference href="/in-3">IN 3</Reference>,
      /^<a class="govuk-link tl-ref" href="\/in-3">IN 3<\/a>$/,
    ],
    ['a reference may only name', <Reference>IN 3</Reference>, /^<span class="tl-ref">IN 3<\/span>$/],
    [
      'a figure leads to what it counts',
      <Figure n={13} label="late" href="/late" />,
      /^<a class="tl-figure tl-figure--link" href="\/late">.*13.* .*late/,
    ],
    [
      'an empty place offers the first step',
      <Empty title="No actions yet" action={{ text: 'Import a plan', href: '/import' }} />,
      /<h2.*No actions yet.*<a href="\/import".*Import a plan/,
    ],
  ])('%s', (_name, mark, expected) => {
    expect(renderToString(mark)).toMatch(expected);
  });
});

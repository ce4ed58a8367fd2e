import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { FilterForm } from './filter-form.view.tsx';
import type { PlanView } from '../plan/plan-view.shape.ts';

const view = {
  frame: { path: '/plan/p/actions', query: new URLSearchParams() },
} as unknown as PlanView;

function formWith(leads: number): string {
  const options = {
    priorities: [],
    leads: Array.from({ length: leads }, (_, index) => ({ slug: `lead-${index}`, name: `Lead ${index}` })),
    partners: [],
    requirements: [],
    sets: [],
    months: [],
  };
  return renderToString(h(FilterForm, { view, list: 'actions', filter: { lead: 'lead-7' }, options }));
}

describe('the form that narrows a list', () => {
  it('offers up to three hundred leads to choose from', () => {
    const html = formWith(300);
    expect(html).toMatch(/<select[^>]*name="lead"/);
    expect(html).toContain('Lead 299');
  });

  it('offers words alone beyond that, and keeps the lead that was chosen', () => {
    const html = formWith(301);
    expect(html).not.toMatch(/<select[^>]*name="lead"/);
    expect(html).not.toContain('Lead 299');
    expect(html).toContain('name="text"');
    expect(html).toContain('<input type="hidden" name="lead" value="lead-7"');
    expect(html).toContain('Lead 7');
  });
});

import type { JSX } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { PlanView } from '../../improvement/index.ts';
import type { Glance } from './glance.rule.ts';
import { PriorityStrip } from './priority-strip.view.tsx';

/**
 * What was printed of each glance, by whether its links carry a day. A glance is worked out once for a version and a day,
 * and its hundred and more linked shapes are most of what the home page costs; nothing in them depends on who asks.
 */
const printed = new WeakMap<Glance, Map<string, { readonly __html: string }>>();

/** Every priority with a shape an action: the plan on a page. */
export function PlanOnAPage(props: { view: PlanView; glance: Glance }): JSX.Element {
  const { view, glance } = props;
  const kept = printed.get(glance) ?? new Map<string, { readonly __html: string }>();
  printed.set(glance, kept);
  // The home address says both which plan the links lead into and whether they carry the day.
  const key = view.paths.home();
  const html = kept.get(key) ?? {
    __html: glance.priorities
      .map((priority) => renderToString(<PriorityStrip view={view} priority={priority} />))
      .join(''),
  };
  kept.set(key, html);
  return <ul class="tl-plan-on-a-page" dangerouslySetInnerHTML={html} />;
}

import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface Tab {
  label: string;
  id?: string | undefined;
  panel: Content;
  attributes?: Attributes | undefined;
  panelAttributes?: Attributes | undefined;
}

/** A few views of one thing. Without JavaScript, and in print, they stand one under another. */
export function Tabs(props: {
  items?: readonly Tab[] | undefined;
  idPrefix?: string | undefined;
  id?: string | undefined;
  title?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}): JSX.Element {
  const idOf = (tab: Tab, index: number) => tab.id ?? `${props.idPrefix ?? ''}-${index + 1}`;
  return (
    <div
      id={props.id}
      class={classNames('govuk-tabs', props.class)}
      {...props.attributes}
      data-module="govuk-tabs"
    >
      <h2 class="govuk-tabs__title">{props.title ?? 'Contents'}</h2>
      {props.items && props.items.length > 0 && (
        <ul class="govuk-tabs__list">
          {props.items.map((tab, index) => (
            <li class={classNames('govuk-tabs__list-item', index === 0 && 'govuk-tabs__list-item--selected')}>
              <a class="govuk-tabs__tab" href={`#${idOf(tab, index)}`} {...tab.attributes}>
                {tab.label}
              </a>
            </li>
          ))}
        </ul>
      )}
      {props.items?.map((tab, index) => (
        <div
          class={classNames('govuk-tabs__panel', index > 0 && 'govuk-tabs__panel--hidden')}
          id={idOf(tab, index)}
          {...tab.panelAttributes}
        >
          {typeof tab.panel === 'string' ? <p class="govuk-body">{tab.panel}</p> : tab.panel}
        </div>
      ))}
    </div>
  );
}

import type { JSX } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content } from './content.ts';

export interface PaginationLink {
  href: string;
  text?: Content;
  /** What the next or previous page is about, where pages are not numbered. */
  labelText?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PaginationItem {
  number?: string | number | undefined;
  href?: string | undefined;
  current?: boolean | undefined;
  /** Pages left out; the other properties are then not used. */
  ellipsis?: boolean | undefined;
  hiddenText?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface PaginationProps {
  previous?: PaginationLink | undefined;
  next?: PaginationLink | undefined;
  items?: readonly PaginationItem[] | undefined;
  label?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

const PREVIOUS_ARROW =
  'm6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z';
const NEXT_ARROW =
  'm8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z';

/** Links to the other pages of a long list, or to what comes before and after. */
export function Pagination(props: PaginationProps): JSX.Element {
  const block = !props.items && (props.next !== undefined || props.previous !== undefined);
  return (
    <nav
      class={classNames('govuk-pagination', block && 'govuk-pagination--block', props.class)}
      aria-label={props.label || 'Pagination'}
      {...props.attributes}
    >
      {props.previous?.href && <ArrowLink link={props.previous} type="prev" block={block} />}
      {props.items && <ul class="govuk-pagination__list">{props.items.map(pageItem)}</ul>}
      {props.next?.href && <ArrowLink link={props.next} type="next" block={block} />}
    </nav>
  );
}

function ArrowLink(props: { link: PaginationLink; type: 'prev' | 'next'; block: boolean }): JSX.Element {
  const { link, type, block } = props;
  const words = (
    <>
      {type === 'prev' ? 'Previous' : 'Next'}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
  return (
    <div class={`govuk-pagination__${type}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={type} {...link.attributes}>
        {(block || type === 'prev') && <Arrow type={type} />}
        <span
          class={classNames(
            'govuk-pagination__link-title',
            block && !link.labelText && 'govuk-pagination__link-title--decorated',
          )}
        >
          {link.text ?? words}
          {link.labelText && block && ' '}
        </span>
        {link.labelText && block && (
          <>
            <span class="govuk-visually-hidden">:</span>{' '}
            <span class="govuk-pagination__link-label">{link.labelText}</span>
          </>
        )}
        {!block && type === 'next' && <Arrow type={type} />}
      </a>
    </div>
  );
}

function Arrow(props: { type: 'prev' | 'next' }): JSX.Element {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${props.type}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={props.type === 'prev' ? PREVIOUS_ARROW : NEXT_ARROW} />
    </svg>
  );
}

function pageItem(item: PaginationItem): JSX.Element {
  if (item.ellipsis) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={classNames('govuk-pagination__item', item.current && 'govuk-pagination__item--current')}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href ?? '#'}
        aria-label={item.hiddenText ?? `Page ${item.number}`}
        aria-current={item.current ? 'page' : undefined}
        {...item.attributes}
      >
        {item.number}
      </a>
    </li>
  );
}

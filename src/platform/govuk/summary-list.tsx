import type { JSX } from 'preact';
import { h } from 'preact';
import { classNames } from './class-names.ts';
import type { Attributes, Content, Part } from './content.ts';
import { partOf } from './content.ts';

export interface SummaryAction {
  href: string;
  /** The verb: "Change". */
  text: Content;
  /** What it changes, for people who hear the links alone: "due date". */
  hiddenText?: string | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface SummaryActions {
  items?: readonly SummaryAction[] | undefined;
  class?: string | undefined;
}

export interface SummaryRow {
  key: Content | Part;
  value: Content | Part;
  actions?: SummaryActions | undefined;
  class?: string | undefined;
}

export interface SummaryCard {
  title?: Content | (Part & { headingLevel?: 1 | 2 | 3 | 4 | 5 | 6 | undefined });
  actions?: SummaryActions | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

export interface SummaryListProps {
  rows: readonly SummaryRow[];
  card?: SummaryCard | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}

/** Facts about one thing: each a name and its value, with what can be done about it. */
export function SummaryList(props: SummaryListProps): JSX.Element {
  const anyActions = props.rows.some((row) => row.actions?.items?.length);
  const cardTitle = partOf(props.card?.title)?.text;
  const list = (
    <dl class={classNames('govuk-summary-list', props.class)} {...props.attributes}>
      {props.rows.map((row) => (
        <Row row={row} anyActions={anyActions} cardTitle={cardTitle} />
      ))}
    </dl>
  );
  return props.card ? <Card card={props.card}>{list}</Card> : list;
}

function Row(props: { row: SummaryRow; anyActions: boolean; cardTitle: Content }): JSX.Element {
  const { row } = props;
  const key = partOf(row.key);
  const value = partOf(row.value);
  const withoutActions = props.anyActions && !row.actions?.items;
  return (
    <div
      class={classNames(
        'govuk-summary-list__row',
        withoutActions && 'govuk-summary-list__row--no-actions',
        row.class,
      )}
    >
      <dt class={classNames('govuk-summary-list__key', key?.class)}>{key?.text}</dt>
      <dd class={classNames('govuk-summary-list__value', value?.class)}>{value?.text}</dd>
      {row.actions?.items && row.actions.items.length > 0 && (
        <dd class={classNames('govuk-summary-list__actions', row.actions.class)}>
          {row.actions.items.length === 1 ? (
            row.actions.items.map((action) => actionLink(action, props.cardTitle))
          ) : (
            <ul class="govuk-summary-list__actions-list">
              {row.actions.items.map((action) => (
                <li class="govuk-summary-list__actions-list-item">{actionLink(action, props.cardTitle)}</li>
              ))}
            </ul>
          )}
        </dd>
      )}
    </div>
  );
}

function Card(props: { card: SummaryCard; children: Content }): JSX.Element {
  const { card } = props;
  const title: (Part & { headingLevel?: number | undefined }) | undefined = partOf(card.title);
  const actions = card.actions?.items ?? [];
  return (
    <div class={classNames('govuk-summary-card', card.class)} {...card.attributes}>
      <div class="govuk-summary-card__title-wrapper">
        {title &&
          h(
            `h${title.headingLevel ?? 2}`,
            { class: classNames('govuk-summary-card__title', title.class) },
            title.text,
          )}
        {actions.length === 1 && (
          <div class={classNames('govuk-summary-card__actions', card.actions?.class)}>
            {actions.map((action) => actionLink(action, title?.text))}
          </div>
        )}
        {actions.length > 1 && (
          <ul class={classNames('govuk-summary-card__actions', card.actions?.class)}>
            {actions.map((action) => (
              <li class="govuk-summary-card__action">{actionLink(action, title?.text)}</li>
            ))}
          </ul>
        )}
      </div>
      <div class="govuk-summary-card__content">{props.children}</div>
    </div>
  );
}

function actionLink(action: SummaryAction, cardTitle: Content): JSX.Element {
  return (
    <a class={classNames('govuk-link', action.class)} href={action.href} {...action.attributes}>
      {action.text}
      {(action.hiddenText || cardTitle) && (
        <span class="govuk-visually-hidden">
          {action.hiddenText && ` ${action.hiddenText}`}
          {cardTitle && <> ({cardTitle})</>}
        </span>
      )}
    </a>
  );
}

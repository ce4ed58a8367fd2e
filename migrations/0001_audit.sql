-- Module: audit
-- The append-only trail of what was done, by whom and when. Every module writes to it, in the transaction of its own
-- change, through recordEvent; nothing ever changes or removes a row, because a record that can be edited proves
-- nothing. The triggers below hold that line against this application; they do not bind the database's own
-- administrator, who can drop a trigger.

create schema audit;

create table audit.event (
  id bigint generated always as identity primary key,
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null check (actor_kind in ('system', 'operator', 'visitor')),
  actor_name text not null check (actor_name <> ''),
  request_id text,
  type text not null check (type ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  subject_kind text not null check (subject_kind <> ''),
  subject_ref text not null check (subject_ref <> ''),
  detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object'),
  detail_version integer not null check (detail_version >= 1)
);

comment on table audit.event is 'Append only: rows are never changed or removed.';
comment on column audit.event.at is 'By the database''s clock, at the moment of writing rather than the start of the transaction.';
comment on column audit.event.actor_kind is 'system: Throughline itself; operator: whoever has the command line; visitor: whoever has the web pages, until there is a sign-in.';
comment on column audit.event.request_id is 'The web request it was done in, as in the log.';
comment on column audit.event.type is 'What happened, in the past tense: plan-accepted.';
comment on column audit.event.subject_kind is 'The kind of thing it happened to: plan, action, person.';
comment on column audit.event.subject_ref is 'Which one: the reference or number by which its module knows it.';
comment on column audit.event.detail_version is 'Which version of the shape of detail for this type.';

create index event_by_time on audit.event (at, id);
create index event_by_subject on audit.event (subject_kind, subject_ref, at, id);
create index event_by_type on audit.event (type, at, id);

create function audit.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'The audit trail is append only: % on audit.event is refused.', tg_op
    using errcode = 'insufficient_privilege', hint = 'Record a further event that says what was wrong.';
end
$$;

create trigger refuse_change before update or delete or truncate on audit.event
  for each statement execute function audit.refuse_change();

-- Module: platform/mail
-- Messages to people, written in the transaction of the change they tell of. They wait here whether or not there is a
-- server to send them: without one, a person reads them on a page and hands them on. Who may is said where people are known.

create schema mail;

create table mail.message (
  id uuid primary key default gen_random_uuid(),
  to_address text not null check (to_address <> '' and to_address !~ '[\r\n]'),
  to_name text not null check (to_name !~ '[\r\n]'),
  subject text not null check (subject <> '' and subject !~ '[\r\n]'),
  -- Sealed with the key of the data folder, since it may hold a way in; empty once it is sent, handed over or not wanted.
  body bytea not null,
  -- What it is about, so that it can be let go when that is over: `link` and its number.
  about_kind text not null,
  about_ref text not null,
  written_at timestamptz not null default clock_timestamp(),
  -- One of these ends it: it was sent, handed over by a person, or is no longer wanted.
  sent_at timestamptz,
  handed_over_at timestamptz,
  withdrawn_at timestamptz,
  attempts integer not null default 0,
  next_attempt_at timestamptz not null default clock_timestamp(),
  -- What the server said when it was last tried, without the message.
  last_problem text
);
create index message_waiting on mail.message (next_attempt_at)
  where sent_at is null and handed_over_at is null and withdrawn_at is null;
create index message_by_thing on mail.message (about_kind, about_ref);

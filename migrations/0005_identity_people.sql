-- Module: identity. People by the parts of their names, what papers print of them, posts and who held them on any day.
-- Nothing that was recorded is changed: a later row replaces an earlier one and says why, and both are kept.

-- How many may hold a post at once: 'one' (two only as a job share) or 'several' (a pool, such as Heads of Service).
alter table identity.post add column holders text not null default 'one' check (holders in ('one', 'several'));
-- Two organisations may each have a Chief Executive.
alter table identity.post drop constraint post_title_key;
alter table identity.post add constraint post_title_in_organisation unique nulls not distinct (title, organisation_id);

-- What a paper says, as it prints it: this person, in this post, on the day of the paper. Never changed.
create table identity.statement (
  id bigint generated always as identity primary key,
  person_id bigint not null references identity.person,
  post_id bigint not null references identity.post,
  stated_on date not null,
  source text not null check (source <> ''),
  name_as_printed text not null check (name_as_printed <> ''),
  post_as_printed text not null check (post_as_printed <> ''),
  interim boolean not null,
  job_share boolean not null,
  recorded_at timestamptz not null default clock_timestamp(),
  unique (post_id, person_id, stated_on, source, interim, job_share)
);
create index statement_by_person on identity.statement (person_id);
create index statement_by_printed_name on identity.statement (post_id, name_as_printed);

insert into identity.statement (person_id, post_id, stated_on, source, name_as_printed, post_as_printed, interim, job_share)
select holding.person_id, holding.post_id, holding.stated_on, holding.source, person.name, post.title,
  holding.interim, holding.job_share
from identity.holding
join identity.person on person.id = holding.person_id
join identity.post on post.id = holding.post_id
order by holding.id;

-- A name of a person, in parts. It is theirs from a day (null: from the beginning, or it is not known since when)
-- until the next one's day, so a former name is an earlier row. A correction replaces a row and says why.
create table identity.person_name (
  id bigint generated always as identity primary key,
  person_id bigint not null references identity.person,
  title text check (title <> ''),
  forenames text not null,
  known_as text check (known_as <> ''),
  surname text not null check (surname <> ''),
  suffix text check (suffix <> ''),
  honours text[] not null default '{}',
  -- The name in small letters without accents, to find it by.
  search text not null,
  from_day date,
  source text not null check (source <> ''),
  reason text check (reason <> ''),
  replaces bigint unique references identity.person_name,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  check (replaces is null or reason is not null)
);
create unique index person_name_from_day on identity.person_name (person_id, coalesce(from_day, '-infinity'::date))
  where replaced_at is null;

insert into identity.person_name (person_id, forenames, surname, search, source, recorded_by)
select id, trim(regexp_replace(name, '\S+\s*$', '')), coalesce(substring(name from '(\S+)\s*$'), name),
  lower(translate(name, '-’''', ' ')), 'The first paper that names them', 'Throughline'
from identity.person;
drop index identity.person_by_name;
alter table identity.person drop column name;
alter table identity.person add column created_at timestamptz not null default clock_timestamp();

-- One row a holding, and one more each time what is known of it changes. The newest (replaced_at is null) counts.
-- Papers of several days that name the same holder are several statements of one holding.
delete from identity.holding using identity.holding as earlier
where earlier.post_id = holding.post_id and earlier.person_id = holding.person_id
  and (earlier.stated_on, earlier.id) < (holding.stated_on, holding.id);
alter table identity.holding
  drop constraint holding_post_id_person_id_stated_on_key,
  add column manner text not null default 'substantive' check (manner in ('substantive', 'interim', 'acting')),
  -- Where the last day is not known: the day of the paper that says it is over.
  add column end_stated_on date,
  add column end_source text check (end_source <> ''),
  add column change text not null default 'stated'
    check (change in ('stated', 'appointed', 'ended', 'corrected', 'withdrawn')),
  add column reason text check (reason <> ''),
  add column replaces bigint unique references identity.holding,
  add column recorded_at timestamptz not null default clock_timestamp(),
  add column recorded_by text not null default 'Throughline' check (recorded_by <> ''),
  add column replaced_at timestamptz,
  -- Whether the post admits one holder at a time and a person, not only a paper, says that this is one.
  add column one_at_a_time boolean not null default false;
update identity.holding set manner = 'interim' where interim;
update identity.holding set manner = 'acting'
from identity.post where post.id = holding.post_id and post.title ~* '^acting ';
-- An interim head holds the post of head, as the next one for good will. A statement keeps the title as printed.
update identity.post set title = regexp_replace(title, '^(interim|acting) +', '', 'i')
where title ~* '^(interim|acting) +\S'
  and not exists (select from identity.post as other
    where other.title = regexp_replace(post.title, '^(interim|acting) +', '', 'i'))
  and not exists (select from identity.post as other where other.id < post.id and other.title ~* '^(interim|acting) '
    and regexp_replace(other.title, '^(interim|acting) +', '', 'i') = regexp_replace(post.title, '^(interim|acting) +', '', 'i'));
alter table identity.holding
  drop column interim,
  alter column manner drop default,
  alter column change drop default,
  alter column recorded_by drop default,
  alter column one_at_a_time drop default,
  -- The days it is known to be held. No first day: from the day of the paper. No last day: on and on, unless a paper
  -- says it is over; then to the last day it is known of.
  add column held daterange not null generated always as (daterange(
    coalesce(since, stated_on),
    case when until is not null then until when end_stated_on is not null then coalesce(since, stated_on) end,
    '[]')) stored,
  add check (since is not null or until is null or stated_on <= until),
  add check (end_stated_on is null or end_stated_on >= coalesce(since, stated_on)),
  add check ((until is null and end_stated_on is null) = (end_source is null)),
  add check (change not in ('corrected', 'withdrawn') or reason is not null),
  add check ((change in ('stated', 'appointed')) or replaces is not null),
  -- A number as a range of one, so that the index needs no extension.
  add constraint not_twice_at_once exclude using gist (
    int8range(post_id, post_id, '[]') with &&, int8range(person_id, person_id, '[]') with &&, held with &&
  ) where (replaced_at is null and change <> 'withdrawn'),
  -- A sole holder takes every place of the post, each of a job share a place of their own.
  add constraint one_holder_or_job_share exclude using gist (
    int8range(post_id, post_id, '[]') with &&, held with &&,
    int8range(case when job_share then id end, case when job_share then id end, '[]') with &&
  ) where (replaced_at is null and change <> 'withdrawn' and one_at_a_time);
create index holding_by_post on identity.holding (post_id);

-- What a person decided about two records: the same person, two people, or open again. The newest of a pair counts.
create table identity.judgement (
  id bigint generated always as identity primary key,
  person_id bigint not null references identity.person,
  other_id bigint not null references identity.person,
  verdict text not null check (verdict in ('same', 'different', 'open')),
  reason text not null check (reason <> ''),
  decided_at timestamptz not null default clock_timestamp(),
  decided_by text not null check (decided_by <> ''),
  check (person_id < other_id)
);
create index judgement_by_pair on identity.judgement (person_id, other_id, id desc);

create function identity.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_level = 'ROW' then
    if to_jsonb(old) - array['replaced_at', 'one_at_a_time', 'held'] = to_jsonb(new) - array['replaced_at', 'one_at_a_time', 'held']
      and (to_jsonb(old) -> 'replaced_at' = 'null' or to_jsonb(old) -> 'replaced_at' = to_jsonb(new) -> 'replaced_at')
    then return new; end if;
  end if;
  raise exception 'What was recorded is never changed: add a row that replaces it (%.%)', tg_table_schema, tg_table_name;
end $$;

do $$
declare name text;
begin
  foreach name in array array['statement', 'person_name', 'holding', 'judgement']
  loop
    execute format('create trigger only_replaced before update on identity.%I
      for each row execute function identity.refuse_change()', name);
    execute format('create trigger never_removed before delete or truncate on identity.%I
      for each statement execute function identity.refuse_change()', name);
  end loop;
end $$;

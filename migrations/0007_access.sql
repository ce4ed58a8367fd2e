-- Module: access
-- How people sign in, which roles they are given from and to which day, and which restricted thing is open or shut to whom.
-- What is a fact (a role, a need to know, an interest, the council's name) is a row that is never changed: a later one
-- replaces it and both are kept. What is a secret or the state of a sign-in (credentials, sessions, links) is changed and
-- removed in place, and its changes stand in the audit trail.

create schema access;

-- Facts -------------------------------------------------------------------------------------------------------------

-- What the council calls itself. The newest row counts.
create table access.council (
  id bigint generated always as identity primary key,
  name text not null check (name <> '' and length(name) <= 100),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> '')
);

-- A role, given to a person or to whoever holds a post, from and to a day.
create table access.role_grant (
  id bigint generated always as identity primary key,
  role text not null check (role in ('programme-manager', 'delivery-lead', 'chair', 'board-member', 'clerk', 'councillor',
    'analyst', 'auditor', 'partner', 'administrator')),
  person_id bigint references identity.person,
  post_id bigint references identity.post,
  from_day date not null,
  to_day date,
  -- Set where it was taken away at once rather than at the end of a day.
  stopped_at timestamptz,
  -- Who decided it: minutes, a letter, the council's own sign-in.
  source text not null check (source <> ''),
  -- Whether a person gave it, or signing in through the council's own provider did (and takes it away again).
  given_by text not null check (given_by in ('person', 'provider', 'set-up', 'sample')),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  reason text check (reason <> ''),
  replaces bigint unique references access.role_grant,
  -- Who ended it, in a row that ends one.
  ended_by text check (ended_by in ('person', 'provider')),
  replaced_at timestamptz,
  check ((replaces is null) = (ended_by is null)),
  check (num_nonnulls(person_id, post_id) = 1),
  check (to_day is null or from_day <= to_day),
  -- An administrator is named: who appoints to a post must not thereby make one.
  check (role <> 'administrator' or person_id is not null)
);
create index role_grant_by_person on access.role_grant (person_id) where replaced_at is null;
create index role_grant_by_post on access.role_grant (post_id) where replaced_at is null;

-- One restricted thing opened to one person who has no role that opens it, and why (need to know).
create table access.need_to_know (
  id bigint generated always as identity primary key,
  person_id bigint not null references identity.person,
  thing_kind text not null check (thing_kind <> ''),
  thing_ref text not null check (thing_ref <> ''),
  from_day date not null,
  to_day date,
  stopped_at timestamptz,
  reason text not null check (reason <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaces bigint unique references access.need_to_know,
  replaced_at timestamptz,
  check (to_day is null or from_day <= to_day)
);
create index need_to_know_by_person on access.need_to_know (person_id) where replaced_at is null;
create index need_to_know_by_thing on access.need_to_know (thing_kind, thing_ref) where replaced_at is null;

-- One restricted thing shut to one person because of an interest, whatever else would open it.
create table access.interest (
  id bigint generated always as identity primary key,
  person_id bigint not null references identity.person,
  thing_kind text not null check (thing_kind <> ''),
  thing_ref text not null check (thing_ref <> ''),
  from_day date not null,
  to_day date,
  stopped_at timestamptz,
  reason text not null check (reason <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaces bigint unique references access.interest,
  replaced_at timestamptz,
  check (to_day is null or from_day <= to_day)
);
create index interest_by_person on access.interest (person_id) where replaced_at is null;
create index interest_by_thing on access.interest (thing_kind, thing_ref) where replaced_at is null;

-- The council's own sign-in (OpenID Connect). The newest row counts; one without an issuer says that there is none.
create table access.provider (
  id bigint generated always as identity primary key,
  name text not null check (name <> ''),
  issuer text check (issuer <> ''),
  client_id text check (client_id <> ''),
  -- Sealed with the key of the data folder.
  client_secret bytea,
  -- The claim that carries app roles or groups.
  role_claim text not null default 'roles' check (role_claim <> ''),
  -- Where groups are asked for when there are too many to stand in a token.
  groups_url text check (groups_url <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  check ((issuer is null) = (client_id is null))
);
create table access.provider_role (
  provider_id bigint not null references access.provider,
  value text not null check (value <> ''),
  role text not null,
  primary key (provider_id, value, role)
);

create function access.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_level = 'ROW' then
    if to_jsonb(old) - 'replaced_at' = to_jsonb(new) - 'replaced_at' and to_jsonb(old) -> 'replaced_at' = 'null' then
      return new;
    end if;
  end if;
  raise exception 'What was recorded is never changed: add a row that replaces it (%.%)', tg_table_schema, tg_table_name;
end $$;
do $$
declare name text;
begin
  foreach name in array array['role_grant', 'need_to_know', 'interest']
  loop
    execute format('create trigger only_replaced before update on access.%I
      for each row execute function access.refuse_change()', name);
    execute format('create trigger never_removed before delete or truncate on access.%I
      for each statement execute function access.refuse_change()', name);
  end loop;
  foreach name in array array['council', 'provider', 'provider_role']
  loop
    execute format('create trigger never_changed before update or delete or truncate on access.%I
      for each statement execute function access.refuse_change()', name);
  end loop;
end $$;

-- Secrets and the state of signing in -------------------------------------------------------------------------------

-- A person who may sign in.
create table access.account (
  person_id bigint primary key references identity.person,
  -- What they type to sign in, as a rule their e-mail address at work.
  sign_in_name text not null check (sign_in_name <> '' and length(sign_in_name) <= 254),
  password_hash text,
  -- Sealed with the key of the data folder.
  code_secret bytea,
  -- The last half minute whose code was used, so that none is used twice.
  code_step bigint,
  -- Whether the council's own sign-in may be tied to this account by its address.
  through_provider boolean not null default true,
  opened_at timestamptz not null default clock_timestamp(),
  -- Set while nobody may sign in to it.
  closed_at timestamptz,
  -- The last day on which anybody may, where its person leaves.
  last_day date,
  check ((password_hash is null) = (code_secret is null))
);
create unique index account_by_name on access.account (lower(sign_in_name));

create table access.recovery_code (
  person_id bigint not null references access.account,
  code_hash bytea not null check (length(code_hash) = 32),
  used_at timestamptz,
  primary key (person_id, code_hash)
);

create table access.passkey (
  credential_id text primary key,
  person_id bigint not null references access.account,
  name text not null check (name <> ''),
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  added_at timestamptz not null default clock_timestamp(),
  last_used_at timestamptz
);
create index passkey_by_person on access.passkey (person_id);

-- Who a person is for the council's own sign-in: its own number for them, never an address, which may pass to another.
create table access.outside_account (
  issuer text not null,
  subject text not null,
  person_id bigint not null references access.account,
  tied_at timestamptz not null default clock_timestamp(),
  primary key (issuer, subject)
);

create table access.session (
  id uuid primary key default gen_random_uuid(),
  -- Of what the browser holds: whoever reads this table can use no session.
  token_hash bytea not null unique check (length(token_hash) = 32),
  -- Of the token before it was changed for another, until the browser has shown that it holds the new one.
  before_hash bytea unique check (length(before_hash) = 32),
  changed_at timestamptz not null default clock_timestamp(),
  person_id bigint not null references identity.person,
  method text not null check (method in ('passkey', 'password', 'recovery-code', 'provider', 'enrolment', 'look-around')),
  browser text not null,
  started_at timestamptz not null default clock_timestamp(),
  last_seen_at timestamptz not null default clock_timestamp(),
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_why text check (ended_why in ('signed-out', 'by-administrator', 'elsewhere', 'left', 'closed', 'credentials-changed',
    'no-role')),
  check ((ended_at is null) = (ended_why is null))
);
create index session_by_person on access.session (person_id, ended_at);

-- A link that opens the way in once: for the first administrator, for somebody invited, or to begin again.
create table access.link (
  id uuid primary key default gen_random_uuid(),
  token_hash bytea not null unique check (length(token_hash) = 32),
  purpose text not null check (purpose in ('set-up', 'enrol')),
  person_id bigint references access.account,
  made_at timestamptz not null default clock_timestamp(),
  made_by text not null check (made_by <> ''),
  ends_at timestamptz not null,
  used_at timestamptz,
  withdrawn_at timestamptz,
  check ((purpose = 'set-up') = (person_id is null))
);
create index link_by_person on access.link (person_id);

-- What was presented once and must not be again, until it would be too old anyway.
create table access.used_once (
  hash bytea primary key check (length(hash) = 32),
  ends_at timestamptz not null
);
create index used_once_by_end on access.used_once (ends_at);

-- Attempts to sign in that failed, by who was tried from where, as hashes: nothing here says whether there is such an account.
create table access.failed_attempt (
  id bigint generated always as identity primary key,
  bucket bytea not null check (length(bucket) = 32),
  at timestamptz not null default clock_timestamp()
);
create index failed_attempt_by_bucket on access.failed_attempt (bucket, at);
create index failed_attempt_by_time on access.failed_attempt (at);

-- Made-up people of the sample, to look around as. No session of theirs counts where the sample is not being shown.
create table access.persona (
  role text primary key,
  person_id bigint not null unique references identity.person,
  -- A post whose work they are shown, without being recorded as its holder.
  stands_in_for bigint references identity.post
);

-- Who asks, and what is open to them ---------------------------------------------------------------------------------

-- The day it is for the record: London's, when the statement began. What a function of this kind asks must not change
-- within a statement, or it is planned and asked anew for every row.
create function access.today() returns date language sql stable
return (statement_timestamp() at time zone 'Europe/London')::date;

-- Every record of the person that a record is of, by the newest decision about each pair.
create function identity.records_of(record bigint) returns setof bigint language sql stable as $$
  with recursive newest as (
    select distinct on (person_id, other_id) person_id, other_id, verdict
    from identity.judgement order by person_id, other_id, id desc
  ), same as (
    select person_id as one, other_id as other from newest where verdict = 'same'
    union all
    select other_id, person_id from newest where verdict = 'same'
  ), reached(id) as (
    select record
    union
    select same.other from reached join same on same.one = reached.id
  )
  select id from reached
$$;

-- Whether somebody vouched for a holding: appointed them, or corrected what a paper says. Recording that one ends which
-- only papers name vouches for nothing.
create function access.is_vouched_for(of_holding bigint) returns boolean language sql stable as $$
  with recursive chain as (
    select id, change, replaces from identity.holding where id = of_holding
    union all
    select before.id, before.change, before.replaces from identity.holding as before join chain on before.id = chain.replaces
  )
  select bool_or(change in ('appointed', 'corrected')) from chain
$$;

-- Posts a person is recorded in, with their days. What only a paper says gives nobody a right: somebody must have
-- vouched for it. A holding whose first day is not known counts from the day of the letter that says so.
create function access.posts_of(person bigint)
returns table (post_id bigint, from_day date, to_day date) language sql stable as $$
  select holding.post_id, lower(holding.held), upper(holding.held) - 1
  from identity.holding
  where holding.person_id in (select id from identity.records_of(person) as id)
    and holding.replaced_at is null and holding.change not in ('stated', 'withdrawn')
    and access.is_vouched_for(holding.id)
$$;

-- Roles a person has, with the days on which they hold: their own, and those of the posts they hold.
create function access.roles_of(person bigint)
returns table (role text, from_day date, to_day date, stopped_at timestamptz, through_post bigint) language sql stable as $$
  select grants.role, grants.from_day, grants.to_day, grants.stopped_at, null::bigint
  from access.role_grant as grants
  where grants.person_id = person and grants.replaced_at is null
  union all
  select grants.role, greatest(grants.from_day, held.from_day), least(grants.to_day, held.to_day), grants.stopped_at,
    grants.post_id
  from access.posts_of(person) as held
  join access.role_grant as grants on grants.post_id = held.post_id and grants.replaced_at is null
  where greatest(grants.from_day, held.from_day) <= coalesce(least(grants.to_day, held.to_day), 'infinity')
$$;

-- The person for whom rows are judged in this transaction; null for nobody, and for Throughline's own work.
create function access.asker() returns bigint language sql stable
return substring(current_setting('throughline.asker', true) from '^person ([0-9]{1,15})$')::bigint;

create function access.asker_is_the_machine() returns boolean language sql stable
return coalesce(current_setting('throughline.asker', true) = 'system', false);

create function access.asker_has_role(variadic wanted text[]) returns boolean language sql stable as $$
  select access.asker_is_the_machine() or exists (
    select from access.roles_of(access.asker()) as held
    where held.role = any (wanted) and held.stopped_at is null
      and held.from_day <= access.today() and (held.to_day is null or access.today() <= held.to_day))
$$;

-- References of the things of one kind that are opened to whoever asks by a need to know, and shut by an interest.
create function access.asker_needs_to_know(kind text) returns setof text language sql stable as $$
  select thing_ref from access.need_to_know
  where person_id = access.asker() and thing_kind = kind and replaced_at is null and stopped_at is null
    and from_day <= access.today() and (to_day is null or access.today() <= to_day)
$$;
create function access.asker_is_shut_out_of(kind text) returns setof text language sql stable as $$
  select thing_ref from access.interest
  where person_id in (select identity.records_of(access.asker())) and thing_kind = kind and replaced_at is null and stopped_at is null
    and from_day <= access.today() and (to_day is null or access.today() <= to_day)
$$;

-- Whether anybody may sign in to an account today.
create function access.is_open(account access.account) returns boolean language sql stable
return account.person_id is not null and account.closed_at is null
  and (account.last_day is null or access.today() <= account.last_day);

-- Whether somebody has a way in that works with no last day in sight: a password, a passkey, or (where that counts) an
-- account at the provider that is in use.
create function access.can_get_in(person bigint, by_provider_too boolean) returns boolean language sql stable as $$
  select exists (
    select from access.account
    where account.person_id = person and access.is_open(account) and account.last_day is null and (
      account.password_hash is not null
      or exists (select from access.passkey where passkey.person_id = person)
      or (by_provider_too and exists (
        select from access.outside_account
        where outside_account.person_id = person
          and outside_account.issuer = (select issuer from access.provider order by id desc limit 1)))))
$$;

-- Every ground that opens or shuts anything to a person today, as one list of JSON: what a page needs to know of whoever
-- asks, in one answer. A made-up person of the sample is shown the work of a post without being recorded as its holder.
-- Every page asks, so it is in the language whose plans a connection keeps.
create function access.grounds_of(person bigint) returns json language plpgsql stable as $$
begin
  return (select coalesce(json_agg(ground), '[]') from (
    select json_build_object('kind', 'role', 'role', held.role, 'from', from_day, 'to', to_day, 'throughPost', post.title) as ground
    from access.roles_of(person) as held left join identity.post on post.id = held.through_post
    where stopped_at is null and from_day <= access.today() and (to_day is null or access.today() <= to_day)
    union all
    select json_build_object('kind', 'post', 'postId', held.post_id, 'title', post.title, 'from', from_day, 'to', to_day)
    from access.posts_of(person) as held join identity.post on post.id = held.post_id
    where from_day <= access.today() and (to_day is null or access.today() <= to_day)
    union all
    select json_build_object('kind', 'post', 'postId', post.id, 'title', post.title, 'from', access.today(), 'to', access.today())
    from access.persona join identity.post on post.id = persona.stands_in_for where persona.person_id = person
    union all
    select json_build_object('kind', 'need-to-know', 'thing', json_build_object('kind', thing_kind, 'ref', thing_ref),
      'from', from_day, 'to', to_day)
    from access.need_to_know
    where person_id = person and replaced_at is null and stopped_at is null
      and from_day <= access.today() and (to_day is null or access.today() <= to_day)
    union all
    select json_build_object('kind', 'interest', 'thing', json_build_object('kind', thing_kind, 'ref', thing_ref),
      'from', from_day, 'to', to_day)
    from access.interest
    where person_id in (select identity.records_of(person)) and replaced_at is null and stopped_at is null
      and from_day <= access.today() and (to_day is null or access.today() <= to_day)
  ) as grounds);
end
$$;

-- What a person has been called and from when, without what was put right; for the name of whoever asks.
create function identity.names_of(person bigint) returns json language plpgsql stable as $$
begin
  return (select coalesce(json_agg(json_build_object('title', title, 'forenames', forenames, 'knownAs', known_as,
      'surname', surname, 'suffix', suffix, 'honours', honours, 'fromDay', from_day) order by id), '[]')
    from identity.person_name where person_id = person and replaced_at is null);
end
$$;

-- Who holds a session, by the hash of its token, with all that a page needs to know of them: nobody where it is over or
-- their way in is shut. One question, planned once by each connection, because every page begins with it.
-- Seconds: `idle` without a page after which it is over, `noted` after which a visit is noted again, `changed` after which
-- the token is changed for another, `overlap` after which the one before goes once the new one was shown.
create function access.who_holds(
  hash bytea, look_around boolean, idle integer, noted integer, changed integer, overlap integer
)
returns table (id uuid, person bigint, day date, to_be_noted boolean, to_be_changed boolean, grounds json, names json)
language plpgsql stable as $$
#variable_conflict use_column
begin
  return query
    select session.id, session.person_id, access.today(),
      session.last_seen_at < clock_timestamp() - make_interval(secs => noted)
        or (session.token_hash = hash and session.before_hash is not null
          and session.changed_at < clock_timestamp() - make_interval(secs => overlap)),
      session.changed_at < clock_timestamp() - make_interval(secs => changed),
      access.grounds_of(session.person_id), identity.names_of(session.person_id)
    from access.session left join access.account on account.person_id = session.person_id
    where (session.token_hash = hash or session.before_hash = hash) and session.ended_at is null
      and clock_timestamp() < session.ends_at
      and clock_timestamp() < session.last_seen_at + make_interval(secs => idle)
      and case when session.method = 'look-around' then look_around
        else access.is_open(account) end;
end
$$;

-- The audit trail is read by those of whom identity's mayReadTrail is true. Forced, so that the application's own role,
-- which owns the table, is judged as well. Anybody may add: a change writes its event whoever makes it.
alter table audit.event enable row level security, force row level security;
create policy added_by_all on audit.event for insert with check (true);
create policy read_by_those_who_may on audit.event for select
  using ((select access.asker_has_role('auditor', 'administrator')));

-- A message holds a link that opens the way in. Who may read the outbox: administrators, and Throughline that sends it.
alter table mail.message enable row level security, force row level security;
create policy added_by_all on mail.message for insert with check (true);
create policy read_by_administrators on mail.message for select
  using ((select access.asker_has_role('administrator')));
create policy changed_by_administrators on mail.message for update
  using ((select access.asker_has_role('administrator')));

-- As before, but without reading the event back, which whoever records it may not be allowed to.
create or replace function audit.record(
  actor_kind text, actor_name text, person_id bigint, request_id text,
  type text, subject_kind text, subject_ref text, detail json, detail_version integer
) returns bigint
language plpgsql as $$
declare
  given bigint;
begin
  perform 1 from audit.chain for update;
  insert into audit.event (actor_kind, actor, request_id, type, subject_kind, subject_ref, detail, detail_version)
    values (actor_kind, audit.find_actor(actor_name, person_id), request_id, type, subject_kind, subject_ref, detail,
      detail_version);
  select sequence into strict given from audit.chain;
  return given;
end
$$;

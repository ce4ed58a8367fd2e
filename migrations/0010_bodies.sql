-- Module: bodies
-- Councils, committees, panels and boards: what is said of each, by whom and for which days; terms of reference, seats and
-- who sits in them, lines between bodies, what happened to each, groups of the council and how seats were shared out among
-- them. Nothing that was recorded is changed: a later row replaces an earlier one and says why, and both are kept.

create schema bodies;

-- A body as such. What it is called, what it is for and how it meets are facts with days of their own.
create table bodies.body (
  id bigint generated always as identity primary key,
  -- Its name in addresses, for good.
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(slug) <= 100),
  -- Whether everybody may know of it, or its members and those who keep the record alone.
  shown_to text not null default 'everybody' check (shown_to in ('everybody', 'members')),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> '')
);

-- What every dated fact below has: who says so, on which day and where in the paper; whether it was decided, is said, or
-- is proposed; and how the row came about. The first day may be unknown: then it counts from the day of the paper.

-- One thing said of a body. Papers may contradict each other: both stand here, and a published rule says which counts.
create table bodies.fact (
  id bigint generated always as identity primary key,
  body_id bigint not null references bodies.body,
  attribute text not null check (attribute in ('name', 'also-called', 'kind', 'purpose', 'standing', 'basis', 'meets',
    'frequency', 'quorum', 'minimum', 'maximum', 'size', 'composition', 'chair', 'named')),
  value text not null check (value <> ''),
  note text check (note <> ''),
  from_day date,
  until date,
  weight text not null check (weight in ('resolved', 'stated', 'proposed')),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('stated', 'recorded', 'ended', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.fact,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  held daterange not null generated always as (daterange(coalesce(from_day, stated_on), until, '[]')) stored,
  check (until is null or coalesce(from_day, stated_on) <= until),
  check (attribute not in ('quorum', 'minimum', 'maximum', 'size') or value ~ '^[0-9]{1,4}$'),
  check ((change in ('stated', 'recorded')) or replaces is not null)
);
create index fact_by_body on bodies.fact (body_id, attribute) where replaced_at is null;
create index fact_by_paper_day on bodies.fact (stated_on);

-- What happened to a body, and by whose authority.
create table bodies.event (
  id bigint generated always as identity primary key,
  body_id bigint not null references bodies.body,
  kind text not null check (kind in ('set-up', 'renamed', 'merged', 'dissolved', 'revived', 'replaced', 'first-met', 'last-met',
    'met', 'terms-approved', 'will-meet', 'chair-appointed')),
  -- Null where no paper gives one; the first of a month or a year where only that is given.
  day date,
  exactness text not null default 'day' check (exactness in ('day', 'month', 'year', 'unknown')),
  other_id bigint references bodies.body,
  words text not null check (words <> ''),
  -- The resolution or decision behind it; null where there is none yet, which every page says.
  authority text check (authority <> ''),
  weight text not null check (weight in ('resolved', 'stated', 'proposed')),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('stated', 'recorded', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.event,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  check ((day is null) = (exactness = 'unknown')),
  check (other_id is null or other_id <> body_id)
);
create index event_by_body on bodies.event (body_id) where replaced_at is null;
create index event_by_paper_day on bodies.event (stated_on);

-- From one body to another: who reports to whom, and so on. "Part of" makes no circles (the command refuses them).
create table bodies.line (
  id bigint generated always as identity primary key,
  from_id bigint not null references bodies.body,
  to_id bigint not null references bodies.body,
  relation text not null check (relation in ('reports-to', 'supports', 'scrutinises', 'informs', 'shares-minutes-with',
    'governs', 'part-of', 'appoints', 'works-with')),
  detail text check (detail <> ''),
  from_day date,
  until date,
  weight text not null check (weight in ('resolved', 'stated', 'proposed')),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('stated', 'recorded', 'ended', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.line,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  held daterange not null generated always as (daterange(coalesce(from_day, stated_on), until, '[]')) stored,
  check (from_id <> to_id),
  check (until is null or coalesce(from_day, stated_on) <= until),
  check ((change in ('stated', 'recorded')) or replaces is not null),
  -- The same line is not drawn twice by those who keep the record; papers may each say it.
  constraint line_once exclude using gist (
    int8range(from_id, from_id, '[]') with &&, int8range(to_id, to_id, '[]') with &&,
    int4range(hashtext(relation), hashtext(relation), '[]') with &&, held with &&
  ) where (replaced_at is null and change not in ('stated', 'withdrawn'))
);
create index line_by_from on bodies.line (from_id) where replaced_at is null;
create index line_by_to on bodies.line (to_id) where replaced_at is null;

-- Terms of reference, a version a row, and their numbered clauses. Approved ones are in force one after the other.
create table bodies.terms (
  id bigint generated always as identity primary key,
  body_id bigint not null references bodies.body,
  version integer not null check (version > 0),
  title text not null check (title <> ''),
  -- Null while it is a draft.
  in_force_from date,
  until date,
  authority text check (authority <> ''),
  weight text not null check (weight in ('resolved', 'stated', 'proposed')),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('stated', 'recorded', 'ended', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.terms,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  held daterange generated always as (
    case when in_force_from is null then 'empty'::daterange else daterange(in_force_from, until, '[]') end) stored,
  check (until is null or in_force_from is not null),
  check (until is null or in_force_from <= until),
  constraint one_version_in_force exclude using gist (int8range(body_id, body_id, '[]') with &&, held with &&)
    where (replaced_at is null and change <> 'withdrawn')
);
create unique index terms_version on bodies.terms (body_id, version) where replaced_at is null and change <> 'withdrawn';
create table bodies.clause (
  id bigint generated always as identity primary key,
  terms_id bigint not null references bodies.terms,
  position integer not null,
  number text not null check (number <> ''),
  text text not null check (text <> ''),
  place text check (place <> ''),
  unique (terms_id, position)
);

-- A place on a body, or several alike: who may fill it and what it may do.
create table bodies.seat (
  id bigint generated always as identity primary key,
  body_id bigint not null references bodies.body,
  label text not null check (label <> ''),
  capacity text not null check (capacity in ('ex-officio', 'group', 'organisation', 'independent-chair', 'co-opted', 'observer',
    'foster-carer', 'young-person', 'member', 'officer')),
  role text not null check (role in ('chair', 'vice-chair', 'member', 'observer')),
  -- How many such places; null where nobody says.
  places integer check (places between 1 and 999),
  -- Null where nobody says whether its holder votes.
  votes boolean,
  substitutes boolean not null default false,
  -- The post whose holder sits here, for a seat that goes with one.
  post_id bigint references identity.post,
  organisation text check (organisation <> ''),
  from_day date,
  until date,
  weight text not null check (weight in ('resolved', 'stated', 'proposed')),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('stated', 'recorded', 'ended', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.seat,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  -- The seat as such, through every change of what is known of it.
  seat_no bigint not null,
  -- Whether a person recorded it, and not a paper alone: ending what only a paper says vouches for nothing.
  vouched boolean not null default true,
  held daterange not null generated always as (daterange(coalesce(from_day, stated_on), until, '[]')) stored,
  check (until is null or coalesce(from_day, stated_on) <= until),
  check ((change in ('stated', 'recorded')) or replaces is not null)
);
create sequence bodies.seat_number;
create index seat_by_body on bodies.seat (body_id) where replaced_at is null;
create index seat_by_post on bodies.seat (post_id) where replaced_at is null and post_id is not null;

-- Somebody in a seat. `place_no` tells apart those who sit in seats alike.
create table bodies.sitting (
  id bigint generated always as identity primary key,
  body_id bigint not null references bodies.body,
  seat_no bigint not null,
  place_no integer not null check (place_no > 0),
  person_id bigint not null references identity.person,
  is_substitute boolean not null default false,
  -- An office that a member of the body holds beside their seat, such as its chair elected from among them.
  from_among boolean not null default false,
  -- As for a seat.
  vouched boolean not null default true,
  from_day date,
  until date,
  -- Where the last day is not known: the day of the paper that says it is over.
  over_by date,
  -- The name as the paper prints it.
  name_as_printed text check (name_as_printed <> ''),
  weight text not null check (weight in ('resolved', 'stated', 'proposed')),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('stated', 'recorded', 'ended', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.sitting,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  held daterange not null generated always as (daterange(coalesce(from_day, stated_on),
    case when until is not null then until when over_by is not null then greatest(coalesce(from_day, stated_on), over_by) end,
    '[]')) stored,
  check (until is null or coalesce(from_day, stated_on) <= until),
  check (until is null or over_by is null),
  check ((change in ('stated', 'recorded')) or replaces is not null),
  -- Two people are not recorded in one place at once, nor one person twice on a body. Papers may claim it: pages show it.
  constraint one_in_a_place exclude using gist (
    int8range(seat_no, seat_no, '[]') with &&, int4range(place_no, place_no, '[]') with &&, held with &&
  ) where (replaced_at is null and vouched and change <> 'withdrawn' and not is_substitute),
  constraint not_twice_on_a_body exclude using gist (
    int8range(body_id, body_id, '[]') with &&, int8range(person_id, person_id, '[]') with &&, held with &&
  ) where (replaced_at is null and vouched and change <> 'withdrawn' and not is_substitute and not from_among)
);
create index sitting_by_body on bodies.sitting (body_id) where replaced_at is null;
create index sitting_by_paper_day on bodies.sitting (stated_on);
create index sitting_by_person on bodies.sitting (person_id) where replaced_at is null;

-- Groups of the council (Local Government (Committees and Political Groups) Regulations 1990 reg 8) and who belongs to one.
create table bodies.political_group (
  id bigint generated always as identity primary key,
  name text not null unique check (name <> ''),
  short_name text check (short_name <> ''),
  leader_id bigint references identity.person,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> '')
);
create table bodies.group_membership (
  id bigint generated always as identity primary key,
  group_id bigint not null references bodies.political_group,
  person_id bigint not null references identity.person,
  from_day date not null,
  until date,
  source text not null check (source <> ''),
  stated_on date not null,
  change text not null check (change in ('recorded', 'ended', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.group_membership,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  held daterange not null generated always as (daterange(from_day, until, '[]')) stored,
  check (until is null or from_day <= until),
  -- One group at a time (regs 9 to 11).
  constraint one_group_at_a_time exclude using gist (int8range(person_id, person_id, '[]') with &&, held with &&)
    where (replaced_at is null and change <> 'withdrawn')
);

-- How the council shared out seats: the whole table as it was determined, never worked out again.
create table bodies.determination (
  id bigint generated always as identity primary key,
  determined_on date not null,
  occasion text not null check (occasion in ('annual-meeting', 'groups-changed', 'by-election', 'bodies-changed', 'other')),
  shared_out jsonb not null,
  votes_for integer check (votes_for >= 0),
  votes_against integer check (votes_against >= 0),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('recorded', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.determination,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz
);

-- The statutory posts: which post carries each duty, and with which bodies the accountability is shared.
create table bodies.statutory_post (
  id bigint generated always as identity primary key,
  duty text not null check (duty in ('head-of-paid-service', 'monitoring-officer', 'section-151', 'dcs', 'lead-member')),
  post_id bigint not null references identity.post,
  from_day date,
  until date,
  weight text not null check (weight in ('resolved', 'stated', 'proposed')),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  change text not null check (change in ('stated', 'recorded', 'ended', 'corrected', 'withdrawn')),
  reason text check (reason <> ''),
  replaces bigint unique references bodies.statutory_post,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> ''),
  replaced_at timestamptz,
  held daterange not null generated always as (daterange(coalesce(from_day, stated_on), until, '[]')) stored,
  check (until is null or coalesce(from_day, stated_on) <= until),
  -- One post a duty, as far as those who keep the record say; papers may each name another.
  constraint one_post_a_duty exclude using gist (
    int4range(hashtext(duty), hashtext(duty), '[]') with &&, held with &&
  ) where (replaced_at is null and change not in ('stated', 'withdrawn'))
);

-- Protocols and principles that bodies and posts work under, with their points, and to what each is tied.
create table bodies.protocol (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  words text not null check (words <> ''),
  -- Where it comes from beyond the papers, such as a committee's report; null where the papers alone say.
  origin text check (origin <> ''),
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> '')
);
create table bodies.protocol_point (
  protocol_id bigint not null references bodies.protocol,
  position integer not null,
  title text not null check (title <> ''),
  words text not null check (words <> ''),
  primary key (protocol_id, position)
);
create table bodies.protocol_tie (
  id bigint generated always as identity primary key,
  protocol_id bigint not null references bodies.protocol,
  body_id bigint references bodies.body,
  duty text check (duty in ('head-of-paid-service', 'monitoring-officer', 'section-151', 'dcs', 'lead-member')),
  -- How accountability stands, where the protocol says: held, or shared but not delegated.
  accountability text check (accountability in ('holds', 'shares')),
  words text not null check (words <> ''),
  day date,
  source text not null check (source <> ''),
  stated_on date not null,
  place text check (place <> ''),
  check (num_nonnulls(body_id, duty) >= 1)
);

-- Future structures beside today's, for members to decide.
create table bodies.options_paper (
  id bigint generated always as identity primary key,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  question text not null check (question <> ''),
  -- The day today's structure is read as at.
  as_at date not null,
  source text not null check (source <> ''),
  stated_on date not null,
  recorded_at timestamptz not null default clock_timestamp(),
  recorded_by text not null check (recorded_by <> '')
);
create table bodies.option (
  id bigint generated always as identity primary key,
  paper_id bigint not null references bodies.options_paper,
  position integer not null,
  title text not null check (title <> ''),
  words text not null check (words <> ''),
  -- Which number each place of the paper gives it: an option is never known by its number alone.
  numbers jsonb not null default '[]',
  unique (paper_id, position)
);
create table bodies.option_change (
  id bigint generated always as identity primary key,
  option_id bigint not null references bodies.option,
  kind text not null check (kind in ('dissolve', 'rename', 'merge', 'line')),
  body_id bigint not null references bodies.body,
  to_body_id bigint references bodies.body,
  new_name text check (new_name <> ''),
  words text not null check (words <> ''),
  check ((kind = 'rename') = (new_name is not null)),
  -- How a line that would be drawn reads.
  relation text check (relation <> ''),
  check ((kind in ('merge', 'line')) = (to_body_id is not null)),
  check ((kind = 'line') = (relation is not null))
);

-- A list of members that somebody brought and has not accepted yet.
create table bodies.member_draft (
  id uuid primary key default gen_random_uuid(),
  person_id bigint references identity.person,
  file_name text not null check (file_name <> ''),
  rows jsonb not null,
  choices jsonb not null default '{}',
  made_at timestamptz not null default clock_timestamp(),
  made_by text not null check (made_by <> ''),
  ended text check (ended in ('accepted', 'dropped'))
);

create function bodies.refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and tg_level = 'ROW' then
    if to_jsonb(old) - array['replaced_at', 'held'] = to_jsonb(new) - array['replaced_at', 'held']
      and to_jsonb(old) -> 'replaced_at' = 'null'
    then return new; end if;
  end if;
  raise exception 'What was recorded is never changed: add a row that replaces it (%.%)', tg_table_schema, tg_table_name;
end $$;
do $$
declare name text;
begin
  foreach name in array array['fact', 'event', 'line', 'terms', 'seat', 'sitting', 'group_membership', 'determination',
    'statutory_post']
  loop
    execute format('create trigger only_replaced before update on bodies.%I
      for each row execute function bodies.refuse_change()', name);
    execute format('create trigger never_removed before delete or truncate on bodies.%I
      for each statement execute function bodies.refuse_change()', name);
  end loop;
  foreach name in array array['clause', 'protocol', 'protocol_point', 'protocol_tie', 'options_paper', 'option', 'option_change']
  loop
    execute format('create trigger never_changed before update or delete or truncate on bodies.%I
      for each statement execute function bodies.refuse_change()', name);
  end loop;
end $$;

-- Who may know of a body ---------------------------------------------------------------------------------------------

-- Seats somebody has, as far as a person vouched for them: what only a paper says gives nobody a right. What may be known
-- of a body is decided by it, so it reads as Throughline itself and then is again whoever asked: else it would ask itself.
create function bodies.seats_of(person bigint)
returns table (body_id bigint, seat_no bigint, votes boolean, from_day date, to_day date) language plpgsql stable as $$
#variable_conflict use_column
declare
  asker text := coalesce(current_setting('throughline.asker', true), '');
begin
  perform set_config('throughline.asker', 'system', true);
  return query
    with records as (select identity.records_of(person) as id)
    select sitting.body_id, sitting.seat_no, coalesce(seat.votes, false), lower(sitting.held), upper(sitting.held) - 1
    from bodies.sitting
    left join bodies.seat on seat.seat_no = sitting.seat_no and seat.replaced_at is null and seat.change <> 'withdrawn'
    where sitting.person_id in (select id from records) and sitting.replaced_at is null
      and sitting.vouched and sitting.change <> 'withdrawn' and sitting.weight <> 'proposed'
    union all
    select seat.body_id, seat.seat_no, coalesce(seat.votes, false),
      greatest(lower(seat.held), held.from_day), least(upper(seat.held) - 1, held.to_day)
    from access.posts_of(person) as held
    join bodies.seat on seat.post_id = held.post_id and seat.replaced_at is null
    where seat.vouched and seat.change <> 'withdrawn' and seat.weight <> 'proposed'
      and greatest(lower(seat.held), held.from_day) <= coalesce(least(upper(seat.held) - 1, held.to_day), 'infinity');
  perform set_config('throughline.asker', asker, true);
end
$$;

-- Bodies on which whoever asks sits today: a seat gives what it gives from its first to its last day.
create function bodies.asker_sits_on() returns setof bigint language sql stable as $$
  select body_id from bodies.seats_of(access.asker())
  where from_day <= access.today() and (to_day is null or access.today() <= to_day)
$$;

-- As before (0007), with the seats somebody has today among the grounds.
alter function access.grounds_of(bigint) rename to grounds_without_seats;
create function access.grounds_of(person bigint) returns json language plpgsql stable as $$
begin
  return (select coalesce(json_agg(ground), '[]') from (
    select json_array_elements(access.grounds_without_seats(person)) as ground
    union all
    select json_build_object('kind', 'seat', 'bodyId', body_id, 'votes', bool_or(votes), 'from', min(from_day),
      'to', case when bool_or(to_day is null) then null else max(to_day) end)
    from bodies.seats_of(person)
    where from_day <= access.today() and (to_day is null or access.today() <= to_day)
    group by body_id
  ) as grounds);
end
$$;

-- What permissions.ts says of a body is said here again, from the tables: everybody knows of a body that is shown to
-- everybody; of another, its members while they sit on it, and those who keep or check the record.
alter table bodies.body enable row level security, force row level security;
create policy known_to_those_who_may on bodies.body for select using (
  shown_to = 'everybody'
  or (select access.asker_has_role('clerk', 'administrator', 'auditor'))
  or id = any (array(select bodies.asker_sits_on())));
create policy added_by_those_who_keep_them on bodies.body for insert
  with check ((select access.asker_has_role('clerk', 'administrator')));
create policy changed_by_those_who_keep_them on bodies.body for update
  using ((select access.asker_has_role('clerk', 'administrator')));

do $$
declare
  name text;
  known text;
begin
  foreach name in array array['fact', 'event', 'line', 'terms', 'clause', 'seat', 'sitting', 'protocol_tie', 'option_change']
  loop
    known := case name
      -- That a body was merged into one nobody may know of is known; into which is not (the page finds no name).
      when 'event' then 'body_id in (select id from bodies.body)'
      when 'line' then 'from_id in (select id from bodies.body) and to_id in (select id from bodies.body)'
      when 'clause' then 'terms_id in (select id from bodies.terms)'
      when 'protocol_tie' then 'body_id is null or body_id in (select id from bodies.body)'
      when 'option_change' then
        'body_id in (select id from bodies.body) and (to_body_id is null or to_body_id in (select id from bodies.body))'
      else 'body_id in (select id from bodies.body)'
    end;
    execute format('alter table bodies.%I enable row level security, force row level security', name);
    execute format('create policy known_with_the_body on bodies.%I for select using (%s)', name, known);
    execute format('create policy added_by_those_who_keep_them on bodies.%I for insert
      with check ((select access.asker_has_role(''clerk'', ''administrator'')))', name);
    execute format('create policy replaced_by_those_who_keep_them on bodies.%I for update
      using ((select access.asker_has_role(''clerk'', ''administrator'')))', name);
  end loop;
end $$;

alter table bodies.member_draft enable row level security, force row level security;
create policy for_those_who_keep_bodies on bodies.member_draft
  using ((select access.asker_has_role('clerk', 'administrator')))
  with check ((select access.asker_has_role('clerk', 'administrator')));

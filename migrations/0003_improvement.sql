-- Module: improvement. Programmes, their plans, and every accepted version of each plan as an immutable snapshot.
-- A page "as at" a day reads the version in force on that day; nothing in a version is ever changed (a trigger says so).

create schema improvement;

create table improvement.programme (
  id bigint generated always as identity primary key,
  title text not null unique check (title <> '')
);

create table improvement.plan (
  id bigint generated always as identity primary key,
  programme_id bigint not null references improvement.programme,
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  title text not null check (title <> ''),
  -- The day the plan's pages open at when a reader names none; null is today. A plan of 2011 opens in 2011.
  opens_on date,
  created_at timestamptz not null default clock_timestamp()
);

create table improvement.plan_version (
  id bigint generated always as identity primary key,
  plan_id bigint not null references improvement.plan,
  number integer not null check (number > 0),
  in_force_from date not null,
  accepted_at timestamptz not null default clock_timestamp(),
  accepted_by text not null,
  source_name text not null,
  source_sha256 text not null,
  -- Digest of the reading as accepted: the same plan accepted twice changes nothing.
  reading_sha256 text not null,
  reading jsonb not null,
  unique (plan_id, number)
);
create index plan_version_in_force on improvement.plan_version (plan_id, in_force_from desc, number desc);

create table improvement.requirement_set (
  version_id bigint not null references improvement.plan_version,
  code text not null,
  title text not null,
  position integer not null,
  primary key (version_id, code)
);

create table improvement.requirement (
  version_id bigint not null,
  ref text not null,
  set_code text not null,
  number integer not null,
  position integer not null,
  text text not null,
  section text,
  deadline text,
  source jsonb not null,
  primary key (version_id, ref),
  foreign key (version_id, set_code) references improvement.requirement_set
);

create table improvement.requirement_target (
  version_id bigint not null,
  requirement_ref text not null,
  ordinal integer not null,
  measure text not null,
  comparator text not null,
  value numeric,
  unit text,
  against text,
  due_by text,
  period_start text,
  period_end text,
  period_as_printed text,
  thereafter text,
  baseline_value numeric,
  baseline_unit text,
  baseline_when text,
  primary key (version_id, requirement_ref, ordinal),
  foreign key (version_id, requirement_ref) references improvement.requirement
);

create table improvement.priority (
  version_id bigint not null references improvement.plan_version,
  number integer not null,
  title text not null,
  objectives text[] not null,
  source jsonb not null,
  primary key (version_id, number)
);

create table improvement.outcome (
  version_id bigint not null,
  ref text not null,
  priority_number integer not null,
  position integer not null,
  text text not null,
  joint_with text[] not null,
  source jsonb not null,
  primary key (version_id, ref),
  foreign key (version_id, priority_number) references improvement.priority
);

create table improvement.action (
  version_id bigint not null,
  ref text not null,
  outcome_ref text not null,
  position integer not null,
  text text not null,
  -- The words it was read from, its tags included.
  text_as_printed text not null,
  joint_with text[] not null,
  -- Tags, its outcome's among them, to requirements the plan does not list, and so cannot be tied to by a key.
  unlisted_tags text[] not null,
  -- Whether whoever brought the plan in put right its words, tags, joint marks or cross references.
  put_right boolean not null,
  source jsonb not null,
  -- Each tag, joint mark and cross reference with the words and place it was read from.
  provenance jsonb not null,
  primary key (version_id, ref),
  foreign key (version_id, outcome_ref) references improvement.outcome
);
create index action_by_position on improvement.action (version_id, position);
create index action_by_outcome on improvement.action (version_id, outcome_ref);

-- A row of an action with its own timescale and leads.
create table improvement.milestone (
  version_id bigint not null,
  action_ref text not null,
  ordinal integer not null,
  position integer not null,
  timescale_as_printed text not null,
  -- As read: an ISO day, or a month alone. The two dates beside them are the first and last day they can mean.
  start_as_read text,
  end_as_read text,
  starts_on date,
  ends_on date,
  periods jsonb not null,
  status text check (status in ('completed')),
  status_as_printed text,
  review boolean not null,
  recurrence text,
  leads_as_printed text not null,
  leads_inherited boolean not null,
  how_read text not null check (how_read in ('stated', 'inferred', 'corrected', 'by-hand')),
  source jsonb not null,
  -- Each lead and measure with the words and place it was read from.
  provenance jsonb not null,
  primary key (version_id, action_ref, ordinal),
  foreign key (version_id, action_ref) references improvement.action
);
create index milestone_by_end on improvement.milestone (version_id, ends_on);
create index milestone_by_position on improvement.milestone (version_id, position);

create table improvement.measure (
  version_id bigint not null,
  action_ref text not null,
  milestone_ordinal integer not null,
  ordinal integer not null,
  text text not null,
  primary key (version_id, action_ref, milestone_ordinal, ordinal),
  foreign key (version_id, action_ref, milestone_ordinal) references improvement.milestone
);

-- Who a plan names as answering for something: a name or a post as printed, tied to a person or post where known.
create table improvement.lead (
  version_id bigint not null references improvement.plan_version,
  slug text not null,
  name text not null,
  kind text not null check (kind in ('person', 'post', 'unknown')),
  job_title text,
  -- Posts of several holders that the plan says this person holds: 'Heads of Service'.
  holds text[] not null,
  -- Whether the plan's list of leads says who this is: the name, or the post of somebody it lists.
  introduced boolean not null,
  person_id bigint references identity.person,
  post_id bigint references identity.post,
  primary key (version_id, slug)
);

create table improvement.milestone_lead (
  version_id bigint not null,
  action_ref text not null,
  milestone_ordinal integer not null,
  lead_slug text not null,
  position integer not null,
  primary key (version_id, action_ref, milestone_ordinal, lead_slug),
  foreign key (version_id, action_ref, milestone_ordinal) references improvement.milestone,
  foreign key (version_id, lead_slug) references improvement.lead
);
create index milestone_lead_by_lead on improvement.milestone_lead (version_id, lead_slug);

create table improvement.priority_lead (
  version_id bigint not null,
  priority_number integer not null,
  lead_slug text not null,
  position integer not null,
  primary key (version_id, priority_number, lead_slug),
  foreign key (version_id, priority_number) references improvement.priority,
  foreign key (version_id, lead_slug) references improvement.lead
);

-- Which action carries which requirement. `through` says where the tag is printed: on the action, or only on its outcome.
create table improvement.carries (
  version_id bigint not null,
  action_ref text not null,
  requirement_ref text not null,
  through text not null check (through in ('action', 'outcome')),
  primary key (version_id, action_ref, requirement_ref),
  foreign key (version_id, action_ref) references improvement.action,
  foreign key (version_id, requirement_ref) references improvement.requirement
);
create index carries_by_requirement on improvement.carries (version_id, requirement_ref);

create table improvement.cross_reference (
  version_id bigint not null,
  from_ref text not null,
  -- May name an action the plan does not have: that is a break in the line, not an error of storage.
  to_ref text not null,
  primary key (version_id, from_ref, to_ref),
  foreign key (version_id, from_ref) references improvement.action
);
create index cross_reference_by_target on improvement.cross_reference (version_id, to_ref);

-- What the reading found odd in the source, as it stood when the version was accepted.
create table improvement.oddity (
  version_id bigint not null references improvement.plan_version,
  ordinal integer not null,
  kind text not null,
  ref text,
  place text not null,
  message text not null,
  proposal text,
  source jsonb not null,
  primary key (version_id, ordinal)
);
create index oddity_by_ref on improvement.oddity (version_id, ref);

create function improvement.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'An accepted version of a plan is never changed: accept a later version instead (%.%)',
    tg_table_schema, tg_table_name;
end $$;

do $$
declare name text;
begin
  foreach name in array array['plan_version', 'requirement_set', 'requirement', 'requirement_target', 'priority', 'outcome',
    'action', 'milestone', 'measure', 'lead', 'milestone_lead', 'priority_lead', 'carries', 'cross_reference', 'oddity']
  loop
    execute format('create trigger never_changed before update or delete or truncate on improvement.%I
      for each statement execute function improvement.refuse_change()', name);
  end loop;
end $$;

-- An import that has been read and not yet accepted. A workspace: nothing of it is part of a plan.
create table improvement.import_draft (
  id uuid primary key default gen_random_uuid(),
  created_at timestamptz not null default clock_timestamp(),
  created_by text not null,
  file_name text not null,
  file_sha256 text not null,
  -- What was in the file, kept so that it can be read again with other columns and shown beside the reading.
  -- Null when a reading itself was brought in, which has no table to read again, and let go when the draft ends.
  document jsonb,
  columns jsonb not null default '{}',
  -- Emptied where the draft is dropped.
  reading jsonb not null,
  -- What the reading holds, so that a list of drafts need not walk whole readings.
  actions integer not null,
  problems integer not null,
  -- Set once, when it ends.
  ended text check (ended in ('accepted', 'dropped')),
  version_id bigint references improvement.plan_version
);

-- What the person decided about one row or problem of a draft. Added, never changed: the newest one counts.
create table improvement.import_choice (
  id bigint generated always as identity primary key,
  draft_id uuid not null references improvement.import_draft on delete cascade,
  at timestamptz not null default clock_timestamp(),
  -- 'problem:3' or 'action:2.1.3' or 'milestone:2.1.3:2'
  subject text not null,
  choice text not null check (choice in ('accept', 'correct', 'drop')),
  correction jsonb,
  check ((choice = 'correct') = (correction is not null))
);
create index import_choice_by_draft on improvement.import_choice (draft_id, id);

-- Module: identity. Who people are, which posts there are and who held them from and to which day.
-- As small as the improvement plan needs; sign-in and permissions come with the next issue.

create schema identity;

create table identity.organisation (
  id bigint generated always as identity primary key,
  name text not null unique check (name <> '')
);

create table identity.person (
  id bigint generated always as identity primary key,
  -- Two people may share a name: never unique. A paper's names are matched to people by the person who accepts it.
  name text not null check (name <> '')
);
create index person_by_name on identity.person (name);

create table identity.post (
  id bigint generated always as identity primary key,
  title text not null unique check (title <> ''),
  organisation_id bigint references identity.organisation
);

-- One row a period in which a person held a post. Both ends may be unknown: papers say who holds a post on the day
-- of the paper and seldom since when.
create table identity.holding (
  id bigint generated always as identity primary key,
  post_id bigint not null references identity.post,
  person_id bigint not null references identity.person,
  since date,
  until date,
  interim boolean not null default false,
  job_share boolean not null default false,
  -- The day and paper that say so: a holding whose ends are unknown is known to be true on this day.
  stated_on date not null,
  source text not null check (source <> ''),
  check (since is null or until is null or since <= until),
  unique (post_id, person_id, stated_on)
);
create index holding_by_person on identity.holding (person_id);

-- Module: audit
-- Makes the trail provable: every event carries a number without gaps and the hash of the event before it, so that one
-- that is changed, taken out, put in or moved no longer fits. What is hashed, byte by byte, is in docs/audit.md; the
-- functions here write it, and src/modules/audit/verify reads it without any code of theirs.
--
-- Names stand in a table of their own and in the chain only as a salted commitment, so that a name can be erased and the
-- chain still verifies. Events that are there already are chained here, in the order in which they were written.

-- One row: this installation, and where its chain ends. Whoever records an event holds the row until their transaction
-- ends, which is what makes the numbers follow one another when two record at once, and leave no gap when one is undone.
create table audit.chain (
  only_row boolean primary key default true check (only_row),
  installation uuid not null default gen_random_uuid(),
  sequence bigint not null check (sequence >= 0),
  hash bytea not null check (length(hash) = 32)
);
comment on table audit.chain is 'One row: which installation this is, and the number and hash of its last event.';

create table audit.actor (
  commitment bytea primary key check (length(commitment) = 32),
  salt bytea check (length(salt) = 32),
  name text check (name <> ''),
  person_id bigint,
  check ((name is null) = (salt is null)),
  check (name is not null or person_id is null)
);
comment on table audit.actor is 'Who events say did something. A name is erased by recording an actor-name-erased event, and in no other way.';
comment on column audit.actor.commitment is 'Hash of salt, name and person: what stands in the chain.';
comment on column audit.actor.person_id is 'The person as identity knows them; null for the system, an operator or a visitor.';

-- A field of a hash: four bytes of length, then so many bytes. Four times ff where there is no value.
create function audit.field(value bytea) returns bytea
language sql immutable parallel safe
return case when value is null then '\xffffffff'::bytea else int4send(length(value)) || value end;

create function audit.field(value text) returns bytea
language sql stable parallel safe
return audit.field(convert_to(value, 'UTF8'));

create function audit.first_hash(installation uuid) returns bytea
language sql stable parallel safe
return sha256(audit.field('throughline audit chain 1'::text) || audit.field(uuid_send(installation)));

create function audit.actor_commitment(salt bytea, name text, person_id bigint) returns bytea
language sql stable parallel safe
return sha256(audit.field('throughline audit actor 1'::text) || audit.field(salt) || audit.field(name)
  || audit.field(int8send(person_id)));

alter table audit.actor add constraint commitment_fits
  check (name is null or commitment = audit.actor_commitment(salt, name, person_id));
create index actor_by_name on audit.actor (name);
create index actor_by_person on audit.actor (person_id) where person_id is not null;

alter table audit.event rename to event_before;

create table audit.event (
  sequence bigint not null check (sequence >= 1),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('system', 'operator', 'visitor', 'person')),
  actor bytea not null,
  request_id text,
  type text not null check (type ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  subject_kind text not null check (subject_kind <> ''),
  subject_ref text not null check (subject_ref <> ''),
  detail json not null default '{}' check (json_typeof(detail) = 'object'),
  detail_version integer not null check (detail_version >= 1),
  previous bytea not null check (length(previous) = 32),
  hash bytea not null check (length(hash) = 32)
);

comment on table audit.event is 'Append only: rows are never changed or removed. Number, time and hashes are set by a trigger, whatever an insert says.';
comment on column audit.event.sequence is 'From 1, without gaps.';
comment on column audit.event.at is 'By the database''s clock, at the moment of writing rather than the start of the transaction.';
comment on column audit.event.actor_kind is 'system: Throughline itself; operator: whoever has the command line; visitor: whoever has the web pages without a sign-in; person: who signed in.';
comment on column audit.event.actor is 'Who: the commitment of a row of audit.actor.';
comment on column audit.event.request_id is 'The web request it was done in, as in the log.';
comment on column audit.event.type is 'What happened, in the past tense: plan-accepted.';
comment on column audit.event.subject_kind is 'The kind of thing it happened to: plan, action, person.';
comment on column audit.event.subject_ref is 'Which one: the reference or number by which its module knows it.';
comment on column audit.event.detail is 'json rather than jsonb: kept letter for letter, because its letters are in the hash.';
comment on column audit.event.detail_version is 'Which version of the shape of detail for this type.';
comment on column audit.event.previous is 'Hash of the event before; of the installation for the first.';
comment on column audit.event.hash is 'SHA-256 of the fields that docs/audit.md lists.';

create function audit.event_hash(event audit.event) returns bytea
language sql stable parallel safe
return sha256(audit.field('throughline audit event 1'::text)
  || audit.field(int8send(event.sequence))
  || audit.field(event.previous)
  || audit.field(int8send((extract(epoch from event.at) * 1000000)::bigint))
  || audit.field(event.actor_kind)
  || audit.field(event.actor)
  || audit.field(event.request_id)
  || audit.field(event.type)
  || audit.field(event.subject_kind)
  || audit.field(event.subject_ref)
  || audit.field(event.detail::text)
  || audit.field(int4send(event.detail_version)));

-- The row of audit.actor for a name, made where there is none. Two transactions that record hold the chain's row in turn,
-- so no name gets two rows.
create function audit.find_actor(wanted_name text, wanted_person bigint) returns bytea
language plpgsql as $$
declare
  found_one bytea;
  new_salt bytea;
begin
  select commitment into found_one from audit.actor
    where name = wanted_name and person_id is not distinct from wanted_person;
  if found then
    return found_one;
  end if;
  -- Two random UUIDs hold 244 random bits; hashing them makes 32 even bytes.
  new_salt := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
  insert into audit.actor (commitment, salt, name, person_id)
    values (audit.actor_commitment(new_salt, wanted_name, wanted_person), new_salt, wanted_name, wanted_person)
    returning commitment into found_one;
  return found_one;
end
$$;

insert into audit.chain (sequence, hash) values (0, sha256(''));
update audit.chain set hash = audit.first_hash(installation);

do $$
declare
  old_event record;
  event audit.event;
  head audit.chain;
begin
  select * into strict head from audit.chain;
  for old_event in select * from audit.event_before order by id loop
    event.sequence := head.sequence + 1;
    event.at := old_event.at;
    event.actor_kind := old_event.actor_kind;
    event.actor := audit.find_actor(old_event.actor_name, null);
    event.request_id := old_event.request_id;
    event.type := old_event.type;
    event.subject_kind := old_event.subject_kind;
    event.subject_ref := old_event.subject_ref;
    event.detail := old_event.detail::text::json;
    event.detail_version := old_event.detail_version;
    event.previous := head.hash;
    event.hash := audit.event_hash(event);
    insert into audit.event select event.*;
    head.sequence := event.sequence;
    head.hash := event.hash;
  end loop;
  update audit.chain set sequence = head.sequence, hash = head.hash;
end
$$;

drop table audit.event_before;

alter table audit.event add primary key (sequence);
alter table audit.event add foreign key (actor) references audit.actor;
create index event_by_time on audit.event (at, sequence);
create index event_by_subject on audit.event (subject_kind, subject_ref, at, sequence);
create index event_by_type on audit.event (type, at, sequence);
create index event_by_actor on audit.event (actor, at, sequence);

-- Sets what nobody who records an event may choose: its number, its time, its place in the chain.
create function audit.chain_event() returns trigger
language plpgsql as $$
declare
  head audit.chain;
begin
  select * into strict head from audit.chain for update;
  new.sequence := head.sequence + 1;
  new.at := clock_timestamp();
  new.previous := head.hash;
  new.hash := audit.event_hash(new);
  update audit.chain set sequence = new.sequence, hash = new.hash;
  return new;
end
$$;
create trigger chain_event before insert on audit.event
  for each row execute function audit.chain_event();

-- An erasure is its event: recording that a name is erased is what erases it.
create function audit.erase_actor_name() returns trigger
language plpgsql as $$
begin
  update audit.actor set name = null, salt = null, person_id = null
    where commitment = decode(new.subject_ref, 'hex') and name is not null;
  if not found then
    raise exception 'The audit trail has no name to erase for the actor %.', new.subject_ref
      using errcode = 'no_data_found';
  end if;
  return null;
end
$$;
create trigger erase_actor_name after insert on audit.event
  for each row when (new.type = 'actor-name-erased' and new.subject_kind = 'actor')
  execute function audit.erase_actor_name();

create or replace function audit.refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'The audit trail is append only: % on audit.% is refused.', tg_op, tg_table_name
    using errcode = 'insufficient_privilege', hint = 'Record a further event that says what was wrong.';
end
$$;
create trigger refuse_change before update or delete or truncate on audit.event
  for each statement execute function audit.refuse_change();
create trigger refuse_change before delete or truncate on audit.actor
  for each statement execute function audit.refuse_change();
create trigger refuse_change before insert or delete or truncate on audit.chain
  for each statement execute function audit.refuse_change();
-- These two tables do change, but only from inside a trigger of audit.event, and so together with an event.
create trigger refuse_change_by_hand before update on audit.actor
  for each statement when (pg_trigger_depth() = 0) execute function audit.refuse_change();
create trigger refuse_change_by_hand before update on audit.chain
  for each statement when (pg_trigger_depth() = 0) execute function audit.refuse_change();

-- What may change of an actor even there: the name goes, and nothing else.
create function audit.refuse_other_names() returns trigger
language plpgsql as $$
begin
  if new.name is not null or new.commitment <> old.commitment then
    raise exception 'The audit trail is append only: a name on audit.actor is erased, never changed.'
      using errcode = 'insufficient_privilege';
  end if;
  return new;
end
$$;
create trigger refuse_other_names before update on audit.actor
  for each row execute function audit.refuse_other_names();

-- Records an event in the caller's transaction, and gives its number.
create function audit.record(
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
      detail_version)
    returning sequence into given;
  return given;
end
$$;

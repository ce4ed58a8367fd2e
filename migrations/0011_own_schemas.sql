-- Modules: planimport, balance
-- Bringing a plan in and political balance are modules of their own now, each with a schema of its own. Tables keep their
-- rows, policies, triggers, keys and sequences; only their names change.

create schema planimport;
alter table improvement.import_draft set schema planimport;
alter table planimport.import_draft rename to draft;
alter table improvement.import_choice set schema planimport;
alter table planimport.import_choice rename to choice;
alter index planimport.import_choice_by_draft rename to choice_by_draft;

create schema balance;
alter table bodies.determination set schema balance;

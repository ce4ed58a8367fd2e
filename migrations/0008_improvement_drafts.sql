-- Module: improvement
-- A plan that was brought in and not accepted yet is restricted: it is read and changed by those of whom mayChangeDraft is
-- true, read by those whom mayReadDraft adds, and nobody's with an interest in it. What permissions.ts says is said here
-- again, on purpose in another language and from the tables themselves, and a test compares the two.

alter table improvement.import_draft enable row level security, force row level security;
create policy read_by_those_who_may on improvement.import_draft for select using (
  ((select access.asker_has_role('programme-manager'))
    or id::text = any (array(select access.asker_needs_to_know('import'))))
  and id::text <> all (array(select access.asker_is_shut_out_of('import'))));
create policy added_by_those_who_may on improvement.import_draft for insert
  with check ((select access.asker_has_role('programme-manager')));
create policy changed_by_those_who_may on improvement.import_draft for update using (
  (select access.asker_has_role('programme-manager'))
  and id::text <> all (array(select access.asker_is_shut_out_of('import'))));

alter table improvement.import_choice enable row level security, force row level security;
create policy read_with_the_draft on improvement.import_choice for select
  using (draft_id in (select id from improvement.import_draft));
create policy added_by_those_who_may on improvement.import_choice for insert
  with check ((select access.asker_has_role('programme-manager'))
    and draft_id::text <> all (array(select access.asker_is_shut_out_of('import'))));
create policy removed_by_those_who_may on improvement.import_choice for delete
  using ((select access.asker_has_role('programme-manager'))
    and draft_id::text <> all (array(select access.asker_is_shut_out_of('import'))));

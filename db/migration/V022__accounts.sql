-- A role for one item names the item itself: a slug changes with a publication, and can become another item's.
alter table staff_role_grant add column item_id bigint constraint staff_role_grant_item_fkey references content_item;
alter table staff_role_grant drop constraint staff_role_grant_key;
-- What a slug reached until now. One that reached nothing goes: without its item it would reach the whole section.
insert into staff_role_grant (account_id, role, section, item_id)
select g.account_id, g.role, g.section, i.id
from staff_role_grant g
join content_item i on coalesce(i.published_slug, i.slug) = g.item and i.type = any (case g.section
  when 'PROFILE' then array['profile', 'section']
  when 'HISTORY' then array['history', 'predecessor']
  when 'FACT' then array['figure']
  else array[lower(g.section)] end);
delete from staff_role_grant where item is not null;
alter table staff_role_grant drop column item;
alter table staff_role_grant
  add constraint staff_role_grant_item_check check (item_id is null or section is not null),
  add constraint staff_role_grant_key unique nulls not distinct (account_id, role, section, item_id);
create index staff_role_grant_item_idx on staff_role_grant (item_id);

-- The list of accounts is read a page at a time
create index staff_account_display_name_idx on staff_account (display_name, id);

-- Where the application's role is not the owner of the tables it was given them by default privileges, this one among them.
-- It reads and adds events; nobody but the owner could do more, and the trigger stops the owner too.
do $$
declare
  other name;
begin
  for other in
    select distinct grantee.rolname
    from pg_class t
    cross join lateral aclexplode(t.relacl) a
    join pg_roles grantee on grantee.oid = a.grantee
    where t.oid = 'audit_event'::regclass and a.grantee <> t.relowner
  loop
    execute format('revoke update, delete, truncate, references, trigger on audit_event from %I', other);
  end loop;
end
$$;

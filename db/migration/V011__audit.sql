-- Who did what, when and from where. Rows are added and never changed: the database itself refuses, whoever asks.
create table audit_event (
  id bigint generated always as identity constraint audit_event_pkey primary key,
  at timestamptz not null default clock_timestamp(),
  -- No foreign keys: an event tells what was true then, whatever becomes of the account or item
  actor_id bigint,
  actor_name text not null,
  address text not null,
  client text not null,
  action text not null constraint audit_event_action_check check (action ~ '^[a-z]+(-[a-z]+)*(\.[a-z]+(-[a-z]+)*)+$'),
  item_type text,
  item_id text,
  item_name text,
  outcome text not null constraint audit_event_outcome_check check (outcome in ('DONE', 'REFUSED')),
  details jsonb not null default '{}' constraint audit_event_details_check check (jsonb_typeof(details) = 'object')
);
create index audit_event_at_idx on audit_event (at desc, id desc);
create index audit_event_actor_idx on audit_event (actor_id, at desc);
create index audit_event_action_idx on audit_event (action, at desc);
create index audit_event_item_idx on audit_event (item_type, item_id);

create function audit_event_refuse() returns trigger language plpgsql as $$
begin
  raise exception 'audit_event is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
end
$$;

-- A trigger, since the embedded server has one role, which owns the tables and so needs no privilege
create trigger audit_event_append_only before update or delete or truncate on audit_event
  for each statement execute function audit_event_refuse();
-- Also in a session that says it is a replica
alter table audit_event enable always trigger audit_event_append_only;
-- Holds wherever the application's role does not own the table
revoke update, delete, truncate on audit_event from public;

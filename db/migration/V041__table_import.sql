-- A table that somebody uploaded, from the upload until a day later. What is confirmed of it becomes drafts.
create table table_import (
  id bigint generated always as identity constraint table_import_pkey primary key,
  type text not null constraint table_import_type_check check (type ~ '^[a-z]+(-[a-z]+)*$'),
  file_name text not null,
  -- Whoever uploaded it, and nobody else, sees it and confirms it
  account_id bigint not null,
  head text[] not null,
  -- The field that each column goes to; empty for one that is left out
  fields text[] not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  confirmed_at timestamptz,
  constraint table_import_fields_check check (cardinality(fields) = cardinality(head))
);
create index table_import_account_idx on table_import (account_id, created_at desc);
create index table_import_expires_at_idx on table_import (expires_at);

create table table_import_row (
  import_id bigint not null constraint table_import_row_import_fkey references table_import on delete cascade,
  number integer not null,
  -- A JSON array; no jsonb, since that takes no sign by which an error of a formula is told
  cells text not null,
  -- Since the confirmation, what is to be saved; null where nothing is
  payload text,
  -- The item that is changed, or was made
  item_id bigint,
  -- Its text when the page showed what would happen
  base_revision_id bigint,
  base_hash text,
  outcome text constraint table_import_row_outcome_check check (outcome in ('DONE', 'FAILED')),
  -- The message that says why it failed
  problem text,
  constraint table_import_row_pkey primary key (import_id, number),
  constraint table_import_row_problem_check check ((outcome = 'FAILED') = (problem is not null))
);
create index table_import_row_open_idx on table_import_row (import_id, number) where payload is not null and outcome is null;

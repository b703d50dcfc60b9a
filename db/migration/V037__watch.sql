-- What is public is looked at again: what is wrong with it by now, and when somebody last said that it is still right. Nothing here changes what the public sees.

-- Work of the night. One node takes it; whoever was killed over it loses it after a while.
create table content_work (
  name text not null constraint content_work_pkey primary key,
  -- The last night in which it was done
  night date not null,
  -- Somebody does not want to wait for the night
  wanted_at timestamptz,
  taken_at timestamptz,
  done_at timestamptz
);
-- Due at once, wherever the day of this session has got to
insert into content_work (name, night) values ('CHECK', current_date - 2), ('LINKS', current_date - 2);

-- Why what is public of an item could not be published now. It is about one revision: when another one is public, it is over.
create table content_finding (
  id bigint generated always as identity constraint content_finding_pkey primary key,
  item_id bigint not null constraint content_finding_item_fkey references content_item on delete cascade,
  revision_id bigint not null constraint content_finding_revision_fkey references content_revision on delete cascade,
  field text not null,
  -- Of the message, with what goes into it
  key text not null,
  args jsonb not null constraint content_finding_args_check check (jsonb_typeof(args) = 'array'),
  found_at timestamptz not null
);
-- An address of an argument may be longer than an index takes
create unique index content_finding_key on content_finding (item_id, field, key, md5(args::text));
create index content_finding_revision_idx on content_finding (revision_id);

-- When people look at an item again. A table of its own, since no revision of the item changes with it.
create table content_care (
  item_id bigint not null constraint content_care_pkey primary key constraint content_care_item_fkey references content_item on delete cascade,
  -- After how many months; 0 for never, null for what its type has
  months integer constraint content_care_months_check check (months between 0 and 120),
  confirmed_at timestamptz,
  confirmed_by text,
  constraint content_care_confirmed_check check ((confirmed_at is null) = (confirmed_by is null))
);

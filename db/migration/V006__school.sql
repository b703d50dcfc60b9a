-- The second-level schools. Always a page each, so only the name is required.
create table school (
  id bigint generated always as identity constraint school_pkey primary key,
  slug text not null constraint school_slug_key unique
    constraint school_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  name_zh text not null,
  name_en text,
  other_names_zh text,
  other_names_en text constraint school_other_names_check check (other_names_en is null or other_names_zh is not null),
  telephone text,
  lead_zh text,
  lead_en text constraint school_lead_check check (lead_en is null or lead_zh is not null),
  body_zh text,
  body_en text constraint school_body_check check (body_en is null or body_zh is not null),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
create index school_position_idx on school (position);

create table school_source (
  school_id bigint not null constraint school_source_school_fkey references school on delete cascade,
  source_quote_id bigint not null constraint school_source_quote_fkey references source_quote,
  position integer not null,
  constraint school_source_pkey primary key (school_id, position),
  constraint school_source_quote_key unique (school_id, source_quote_id)
);
create index school_source_quote_idx on school_source (source_quote_id);

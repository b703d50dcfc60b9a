-- Titles, awards and platforms granted to the college. A number that belongs to one is a fact's.
create table honour (
  id bigint generated always as identity constraint honour_pkey primary key,
  slug text not null constraint honour_slug_key unique
    constraint honour_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  title_zh text not null,
  title_en text,
  detail_zh text,
  detail_en text constraint honour_detail_check check (detail_en is null or detail_zh is not null),
  -- Null where the source does not say who ranks it
  level text constraint honour_level_check
    check (level in ('INTERNATIONAL', 'NATIONAL', 'PROVINCIAL', 'MUNICIPAL', 'INDUSTRY')),
  category text not null constraint honour_category_check
    check (category in ('INSTITUTION', 'TEACHING', 'STAFF', 'STUDENTS', 'RESEARCH', 'SERVICE', 'COOPERATION')),
  awarding_body_zh text,
  awarding_body_en text constraint honour_awarding_body_check check (awarding_body_en is null or awarding_body_zh is not null),
  year integer constraint honour_year_check check (year between 1800 and 2200),
  count_fact_id bigint constraint honour_count_fkey references fact,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
create index honour_position_idx on honour (position);
create index honour_count_idx on honour (count_fact_id);

create table honour_source (
  honour_id bigint not null constraint honour_source_honour_fkey references honour on delete cascade,
  source_quote_id bigint not null constraint honour_source_quote_fkey references source_quote,
  position integer not null,
  constraint honour_source_pkey primary key (honour_id, position),
  constraint honour_source_quote_key unique (honour_id, source_quote_id)
);
create index honour_source_quote_idx on honour_source (source_quote_id);

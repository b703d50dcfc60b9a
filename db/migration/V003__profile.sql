-- The college itself (one row) and the sections of the about pages.
create table college_profile (
  id bigint generated always as identity constraint college_profile_pkey primary key,
  slug text not null constraint college_profile_slug_key unique
    constraint college_profile_one_row_check check (slug = 'college'),
  name_zh text not null,
  name_en text,
  short_name_zh text,
  short_name_en text constraint college_profile_short_name_check check (short_name_en is null or short_name_zh is not null),
  founded_year_fact_id bigint not null constraint college_profile_founded_year_fkey references fact,
  roots_year_fact_id bigint not null constraint college_profile_roots_year_fkey references fact,
  approving_authority_zh text not null,
  approving_authority_en text,
  level_zh text not null,
  level_en text,
  kind_zh text not null,
  kind_en text,
  motto_zh text not null,
  motto_en text,
  model_name_zh text not null,
  model_name_en text,
  model_practice_zh text,
  model_practice_en text constraint college_profile_model_practice_check check (model_practice_en is null or model_practice_zh is not null),
  summary_zh text not null,
  summary_en text,
  -- Not in the source text: empty until the college's staff fill them in
  address_zh text,
  address_en text constraint college_profile_address_check check (address_en is null or address_zh is not null),
  telephone text,
  email text,
  icp_number text,
  police_number text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
create index college_profile_founded_year_idx on college_profile (founded_year_fact_id);
create index college_profile_roots_year_idx on college_profile (roots_year_fact_id);

create table college_profile_source (
  college_profile_id bigint not null constraint college_profile_source_profile_fkey references college_profile on delete cascade,
  source_quote_id bigint not null constraint college_profile_source_quote_fkey references source_quote,
  position integer not null,
  -- Which column of the profile rests on the passage; its language left out
  field text not null constraint college_profile_source_field_check
    check (field in ('name', 'short_name', 'approving_authority', 'level', 'kind', 'motto', 'model_name', 'model_practice', 'summary')),
  constraint college_profile_source_pkey primary key (college_profile_id, position),
  constraint college_profile_source_quote_key unique (college_profile_id, field, source_quote_id)
);
create index college_profile_source_quote_idx on college_profile_source (source_quote_id);

create table profile_section (
  id bigint generated always as identity constraint profile_section_pkey primary key,
  slug text not null constraint profile_section_slug_key unique
    constraint profile_section_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$')
    constraint profile_section_reserved_slug_check check (slug not in ('history', 'figures', 'prospectus')),
  position integer not null,
  title_zh text not null,
  title_en text,
  lead_zh text not null,
  lead_en text,
  body_zh text not null,
  body_en text,
  state text not null constraint profile_section_state_check check (state in ('CONFIRMED', 'TO_CONFIRM')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
create index profile_section_position_idx on profile_section (position);

create table profile_section_source (
  profile_section_id bigint not null constraint profile_section_source_section_fkey references profile_section on delete cascade,
  source_quote_id bigint not null constraint profile_section_source_quote_fkey references source_quote,
  position integer not null,
  constraint profile_section_source_pkey primary key (profile_section_id, position),
  constraint profile_section_source_quote_key unique (profile_section_id, source_quote_id)
);
create index profile_section_source_quote_idx on profile_section_source (source_quote_id);

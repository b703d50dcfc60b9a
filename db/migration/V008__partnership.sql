-- With whom the college works, and where. Regions are a vocabulary for the filter, not facts about the college.
create table region (
  id bigint generated always as identity constraint region_pkey primary key,
  slug text not null constraint region_slug_key unique
    constraint region_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  name_zh text not null,
  name_en text,
  -- Where the map shows it: a country by its capital (South Africa by the seat of its government), since the source names no cities;
  -- a group of countries by its secretariat
  latitude double precision constraint region_latitude_check check (latitude between -90 and 90),
  longitude double precision constraint region_longitude_check check (longitude between -180 and 180),
  -- A group of countries, drawn as an open ring instead of a point
  area boolean not null default false,
  constraint region_place_check check ((latitude is null) = (longitude is null))
);
insert into region (slug, position, name_zh, name_en, latitude, longitude, area) values
  ('china', 1, '国内', 'China', null, null, false),
  ('italy', 2, '意大利', 'Italy', 41.90, 12.50, false),
  ('south-africa', 3, '南非', 'South Africa', -25.75, 28.19, false),
  ('cambodia', 4, '柬埔寨', 'Cambodia', 11.56, 104.92, false),
  ('asean', 5, '东盟', 'ASEAN', -6.21, 106.85, true),
  ('united-states', 6, '美国', 'United States', 38.90, -77.04, false),
  ('abroad', 7, '涉外（未注明国家）', 'International (country not named)', null, null, false);

create table partnership (
  id bigint generated always as identity constraint partnership_pkey primary key,
  slug text not null constraint partnership_slug_key unique
    constraint partnership_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  name_zh text not null,
  name_en text,
  kind text not null constraint partnership_kind_check
    check (kind in ('INDUSTRY_COLLEGE', 'ALLIANCE', 'RESEARCH_INSTITUTE', 'OVERSEAS_CENTRE', 'PLATFORM', 'PROGRAMME')),
  partners_zh text,
  partners_en text constraint partnership_partners_check check (partners_en is null or partners_zh is not null),
  since integer constraint partnership_since_check check (since between 1800 and 2200),
  count_fact_id bigint constraint partnership_count_fkey references fact,
  lead_zh text,
  lead_en text constraint partnership_lead_check check (lead_en is null or lead_zh is not null),
  body_zh text,
  body_en text constraint partnership_body_check check (body_en is null or body_zh is not null),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
create index partnership_position_idx on partnership (position);
create index partnership_count_idx on partnership (count_fact_id);

create table partnership_region (
  partnership_id bigint not null constraint partnership_region_partnership_fkey references partnership on delete cascade,
  region_id bigint not null constraint partnership_region_region_fkey references region,
  position integer not null,
  constraint partnership_region_pkey primary key (partnership_id, position),
  constraint partnership_region_region_key unique (partnership_id, region_id)
);
create index partnership_region_region_idx on partnership_region (region_id);

create table partnership_source (
  partnership_id bigint not null constraint partnership_source_partnership_fkey references partnership on delete cascade,
  source_quote_id bigint not null constraint partnership_source_quote_fkey references source_quote,
  position integer not null,
  constraint partnership_source_pkey primary key (partnership_id, position),
  constraint partnership_source_quote_key unique (partnership_id, source_quote_id)
);
create index partnership_source_quote_idx on partnership_source (source_quote_id);

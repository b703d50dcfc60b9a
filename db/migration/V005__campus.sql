-- Where the college is. Always a page each, so only the name is required.
create table campus (
  id bigint generated always as identity constraint campus_pkey primary key,
  slug text not null constraint campus_slug_key unique
    constraint campus_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  name_zh text not null,
  name_en text,
  district_zh text,
  district_en text constraint campus_district_check check (district_en is null or district_zh is not null),
  address_zh text,
  address_en text constraint campus_address_check check (address_en is null or address_zh is not null),
  area_fact_id bigint constraint campus_area_fkey references fact,
  latitude double precision constraint campus_latitude_check check (latitude between -90 and 90),
  longitude double precision constraint campus_longitude_check check (longitude between -180 and 180),
  lead_zh text,
  lead_en text constraint campus_lead_check check (lead_en is null or lead_zh is not null),
  body_zh text,
  body_en text constraint campus_body_check check (body_en is null or body_zh is not null),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0,
  constraint campus_coordinates_check check (num_nonnulls(latitude, longitude) in (0, 2))
);
create index campus_position_idx on campus (position);
create index campus_area_idx on campus (area_fact_id);

create table campus_source (
  campus_id bigint not null constraint campus_source_campus_fkey references campus on delete cascade,
  source_quote_id bigint not null constraint campus_source_quote_fkey references source_quote,
  position integer not null,
  constraint campus_source_pkey primary key (campus_id, position),
  constraint campus_source_quote_key unique (campus_id, source_quote_id)
);
create index campus_source_quote_idx on campus_source (source_quote_id);

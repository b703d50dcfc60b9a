-- Notices, written by staff: nothing of them comes from the source text, so they quote no passage of it.
create table notice (
  id bigint generated always as identity constraint notice_pkey primary key,
  slug text not null constraint notice_slug_key unique
    constraint notice_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  -- As all content has one; notices stand in the order of their dates
  position integer not null default 0,
  category text not null constraint notice_category_check
    check (category in ('ADMISSIONS', 'ANNOUNCEMENT', 'DISCLOSURE', 'EVENT')),
  title_zh text not null,
  title_en text,
  lead_zh text,
  lead_en text constraint notice_lead_check check (lead_en is null or lead_zh is not null),
  body_zh text not null,
  body_en text,
  pinned boolean not null default false,
  -- Shown as the day that it is at the college
  published_on timestamptz not null,
  year integer not null
    generated always as (cast(extract(year from published_on at time zone 'Asia/Shanghai') as integer)) stored,
  -- From then on nothing public shows it
  expire_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
-- The list, its categories, the notices before and after one, the counts of years
create index notice_list_idx on notice (pinned desc, published_on desc, id desc);
create index notice_category_idx on notice (category, published_on desc, id desc);
create index notice_date_idx on notice (published_on desc, id desc);
create index notice_year_idx on notice (year, category) include (expire_at);

create table notice_attachment (
  notice_id bigint not null constraint notice_attachment_notice_fkey references notice on delete cascade,
  position integer not null,
  media_item_id bigint not null constraint notice_attachment_media_fkey references media_item,
  constraint notice_attachment_pkey primary key (notice_id, position)
);
create index notice_attachment_media_idx on notice_attachment (media_item_id);

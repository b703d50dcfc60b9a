-- The college's history: what has a year, the schools it was made from, and the firsts that have none.
create table history_event (
  id bigint generated always as identity constraint history_event_pkey primary key,
  slug text not null constraint history_event_slug_key unique
    constraint history_event_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  -- A year that is also a published figure is held by its fact, any other here: never by both
  year integer constraint history_event_year_range_check check (year between 1800 and 2200),
  year_fact_id bigint constraint history_event_year_fact_fkey references fact,
  -- Of a first whose year nobody wrote down: among whom it was the first
  reach_zh text,
  reach_en text constraint history_event_reach_check check (reach_en is null or reach_zh is not null),
  title_zh text not null,
  title_en text,
  text_zh text not null,
  text_en text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0,
  constraint history_event_year_or_reach_check check (num_nonnulls(year, year_fact_id, reach_zh) = 1)
);
create index history_event_year_fact_idx on history_event (year_fact_id);

create table history_event_source (
  history_event_id bigint not null constraint history_event_source_event_fkey references history_event on delete cascade,
  source_quote_id bigint not null constraint history_event_source_quote_fkey references source_quote,
  position integer not null,
  constraint history_event_source_pkey primary key (history_event_id, position),
  constraint history_event_source_quote_key unique (history_event_id, source_quote_id)
);
create index history_event_source_quote_idx on history_event_source (source_quote_id);

create table predecessor (
  id bigint generated always as identity constraint predecessor_pkey primary key,
  slug text not null constraint predecessor_slug_key unique
    constraint predecessor_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  name_zh text not null,
  name_en text,
  history_event_id bigint not null constraint predecessor_event_fkey references history_event,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
create index predecessor_event_idx on predecessor (history_event_id);

create table predecessor_source (
  predecessor_id bigint not null constraint predecessor_source_predecessor_fkey references predecessor on delete cascade,
  source_quote_id bigint not null constraint predecessor_source_quote_fkey references source_quote,
  position integer not null,
  constraint predecessor_source_pkey primary key (predecessor_id, position),
  constraint predecessor_source_quote_key unique (predecessor_id, source_quote_id)
);
create index predecessor_source_quote_idx on predecessor_source (source_quote_id);

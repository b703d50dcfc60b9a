-- The one home of every figure; pages and texts refer to it by its code.
create table fact (
  id bigint generated always as identity constraint fact_pkey primary key,
  code text not null constraint fact_code_key unique
    constraint fact_code_check check (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  label_zh text not null,
  label_en text,
  value_zh text not null,
  value_en text,
  constraint fact_value_check check (value_zh <> '' and value_en <> ''),
  qualifier text not null constraint fact_qualifier_check
    check (qualifier in ('EXACT', 'NEARLY', 'OVER', 'MORE', 'SOME', 'OVER_AND_MORE')),
  unit_zh text,
  unit_en text constraint fact_unit_check check (unit_en is null or unit_zh is not null),
  period_zh text,
  period_en text constraint fact_period_check check (period_en is null or period_zh is not null),
  fact_group text not null constraint fact_group_check
    check (fact_group in ('HISTORY', 'SCALE', 'TEACHING', 'STUDENTS', 'RESEARCH', 'COOPERATION')),
  as_of date,
  valid_until date,
  state text not null constraint fact_state_check check (state in ('CONFIRMED', 'TO_CONFIRM', 'CONFLICTING')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0,
  constraint fact_dates_check check (valid_until >= as_of)
);

create table fact_source (
  fact_id bigint not null constraint fact_source_fact_fkey references fact on delete cascade,
  source_quote_id bigint not null constraint fact_source_quote_fkey references source_quote,
  position integer not null,
  constraint fact_source_pkey primary key (fact_id, position),
  constraint fact_source_quote_key unique (fact_id, source_quote_id)
);
create index fact_source_quote_idx on fact_source (source_quote_id);

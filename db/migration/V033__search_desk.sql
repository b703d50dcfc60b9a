-- What people of the college keep so that visitors find more: words that mean the same, pages that come first, and what was looked for in vain.

-- Groups of words that a search takes for the same
create table search_synonym (
  id bigint generated always as identity constraint search_synonym_pkey primary key,
  version bigint not null default 0,
  changed_at timestamptz not null,
  -- Empty for what came with the site
  changed_by text not null
);

create table search_synonym_word (
  -- As searches compare it. In one group only: else 甲 = 乙 and 甲 = 丙 would say that 乙 = 丙, which nobody did
  word text not null constraint search_synonym_word_pkey primary key
    constraint search_synonym_word_check check (word !~ '^\s*$' and length(word) <= 60),
  synonym_id bigint not null constraint search_synonym_word_synonym_fkey references search_synonym on delete cascade,
  position integer not null,
  -- As people wrote it
  label text not null constraint search_synonym_word_label_check check (label !~ '^\s*$' and length(label) <= 60),
  constraint search_synonym_word_position_key unique (synonym_id, position)
);

-- The one short name that the source text itself uses for another name of it: 中企走出去温职院伴随成长计划. What a school is also called stands with
-- the school, which is found by both names.
with came as (insert into search_synonym (changed_at, changed_by) values (now(), '') returning id)
insert into search_synonym_word (word, synonym_id, position, label)
select w.label, came.id, w.position, w.label from came, unnest(array['温州职业技术学院', '温职院']) with ordinality as w (label, position);

-- Queries for which people of the college have chosen the first results
create table search_best_bet (
  id bigint generated always as identity constraint search_best_bet_pkey primary key,
  -- As searches compare it
  query text not null constraint search_best_bet_query_key unique
    constraint search_best_bet_query_check check (query !~ '^\s*$' and length(query) <= 120),
  label text not null constraint search_best_bet_label_check check (label !~ '^\s*$' and length(label) <= 120),
  version bigint not null default 0,
  changed_at timestamptz not null,
  changed_by text not null
);

create table search_best_bet_page (
  best_bet_id bigint not null constraint search_best_bet_page_bet_fkey references search_best_bet on delete cascade,
  position integer not null,
  -- Without language. It follows a page that moves, and stays when the page is withdrawn, so that people see what is missing
  path text not null constraint search_best_bet_page_path_check check (path ~ '^/[^#?]*$'),
  constraint search_best_bet_page_pkey primary key (best_bet_id, position),
  constraint search_best_bet_page_path_key unique (best_bet_id, path)
);
create index search_best_bet_page_path_idx on search_best_bet_page (path);

-- What visitors looked for in vain: the words and how often, nothing about who. No time of day, since few visits make one recognisable.
create table search_miss (
  id bigint generated always as identity constraint search_miss_pkey primary key,
  query text not null constraint search_miss_query_check check (query !~ '^\s*$' and length(query) <= 60),
  language text not null constraint search_miss_language_check check (language in ('CHINESE', 'ENGLISH')),
  number bigint not null constraint search_miss_number_check check (number > 0),
  first_on date not null,
  last_on date not null,
  -- Since when nobody need look at it any more
  done_at timestamptz,
  done_by text,
  constraint search_miss_query_key unique (query, language),
  constraint search_miss_done_check check ((done_at is null) = (done_by is null)),
  constraint search_miss_days_check check (first_on <= last_on)
);

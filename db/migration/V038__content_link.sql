-- Addresses of other sites that stand in public texts, and what came of asking for them.
create table content_link (
  url text not null constraint content_link_pkey primary key constraint content_link_url_check check (url ~* '^https?://' and length(url) <= 2000),
  -- The last night in which a public text had it
  seen_on date not null,
  asked_on date,
  -- What the last answer was; null where none came or nothing was asked
  status integer,
  -- Nights on end in which it did not open, the first of them, and the last
  failures integer not null default 0,
  failed_since date,
  failed_on date,
  -- Where it led to, if that is another site
  moved_to text,
  constraint content_link_failed_check check ((failures = 0) = (failed_since is null) and (failures = 0) = (failed_on is null))
);
create index content_link_asked_on_idx on content_link (asked_on nulls first, url);

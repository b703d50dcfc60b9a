-- Where addresses lead that are none of ours, such as those of an earlier site: as people of the college keep them. Where our own pages
-- stood before is in former_path.
create table redirect (
  id bigint generated always as identity constraint redirect_pkey primary key,
  -- As requests are compared with it: decoded, in small letters, without a slash at the end; with the query where it has one
  source text not null constraint redirect_source_key unique
    constraint redirect_source_check check (source ~ '^/[^#[:cntrl:]]*$' and length(source) <= 500),
  -- Encoded and with the language, and always ours: a slash and no second one
  target text not null constraint redirect_target_check check (target ~ '^/' and target !~ '^//' and position('\' in target) = 0
    and target !~ '[[:space:][:cntrl:]]' and octet_length(target) = length(target) and length(target) <= 1000),
  version bigint not null default 0,
  changed_at timestamptz not null,
  changed_by text not null,
  constraint redirect_circle_check check (source <> target)
);
create index redirect_changed_at_idx on redirect (changed_at desc, id desc);
-- For those that have to follow when what they lead to moves
create index redirect_target_idx on redirect (target);

-- Addresses at which visitors found nothing: the path and how often, nothing about who. No time of day, since few visits make one recognisable.
create table missed_address (
  id bigint generated always as identity constraint missed_address_pkey primary key,
  -- Spelled as a redirect's source, without a query, which may hold anything
  path text not null constraint missed_address_path_key unique
    constraint missed_address_path_check check (path ~ '^/[^#?[:cntrl:]]*$' and length(path) <= 300),
  number bigint not null constraint missed_address_number_check check (number > 0),
  first_on date not null,
  last_on date not null,
  -- The last page of ours with a link there
  referrer text constraint missed_address_referrer_check check (referrer ~ '^/[^#?[:cntrl:]]*$' and length(referrer) <= 300),
  -- Since when nobody need look at it any more
  ignored_at timestamptz,
  ignored_by text,
  constraint missed_address_ignored_check check ((ignored_at is null) = (ignored_by is null)),
  constraint missed_address_days_check check (first_on <= last_on)
);
create index missed_address_number_idx on missed_address (number desc, last_on desc, id desc);

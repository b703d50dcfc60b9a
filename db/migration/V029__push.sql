-- What search engines are still to be told, and what they said. A row is written in the transaction that publishes, and sent afterwards.

create table push_engine (
  name text not null constraint push_engine_pkey primary key,
  -- Before that it wants to hear nothing
  resume_at timestamptz
);
insert into push_engine (name) values ('BAIDU'), ('INDEXNOW');

create table push_request (
  id bigint generated always as identity constraint push_request_pkey primary key,
  engine text not null constraint push_request_engine_fkey references push_engine,
  sent_at timestamptz not null,
  addresses integer not null constraint push_request_addresses_check check (addresses > 0),
  -- Either an answer or why there was none
  status integer,
  failure text constraint push_request_failure_check check (failure in ('TIMEOUT', 'UNREACHABLE')),
  -- The beginning of what it said
  reply text not null constraint push_request_reply_check check (length(reply) <= 500),
  constraint push_request_answer_check check (num_nonnulls(status, failure) = 1)
);
create index push_request_sent_at_idx on push_request (sent_at desc, id desc);

create table push_address (
  id bigint generated always as identity constraint push_address_pkey primary key,
  engine text not null constraint push_address_engine_fkey references push_engine,
  url text not null constraint push_address_url_check check (url ~ '^https?://[^[:space:]]+$' and length(url) <= 2000),
  -- WAITING until due; SENDING while a node has taken it; then SENT, FAILED for good, or DROPPED by a person
  state text not null default 'WAITING'
    constraint push_address_state_check check (state in ('WAITING', 'SENDING', 'SENT', 'FAILED', 'DROPPED')),
  attempts integer not null default 0,
  noted_at timestamptz not null,
  due_at timestamptz not null,
  -- When a node took it: one that is killed meanwhile loses it again
  taken_at timestamptz,
  -- The last one that it was part of
  request_id bigint constraint push_address_request_fkey references push_request on delete set null,
  constraint push_address_taken_check check ((state = 'SENDING') = (taken_at is not null))
);
-- However often a page changes while it waits, it is told once
create unique index push_address_waiting_key on push_address (engine, url) where state = 'WAITING';
create index push_address_due_at_idx on push_address (engine, due_at) where state = 'WAITING';
create index push_address_taken_at_idx on push_address (taken_at) where state = 'SENDING';
create index push_address_noted_at_idx on push_address (noted_at desc, id desc);
create index push_address_request_idx on push_address (request_id);

-- What people without an account say of a text that a link showed them. It moves no state: only a review_decision does.
alter table preview_link
  -- By when those who have the link are asked to say something; null where they are not asked
  add column opinion_due_on date;
create index preview_link_asked_idx on preview_link (created_by, created_at desc) where opinion_due_on is not null;

create table opinion (
  id bigint generated always as identity constraint opinion_pkey primary key,
  link_id bigint not null constraint opinion_link_fkey references preview_link on delete cascade,
  -- Of the text that was shown, so that it can be told when another one has taken its place
  content_hash text not null constraint opinion_hash_check check (content_hash ~ '^[0-9a-f]{64}$'),
  kind text not null constraint opinion_kind_check check (kind in ('AGREE', 'OBJECT')),
  -- As they call themselves: nobody has looked who it was
  name text not null constraint opinion_name_check check (length(name) between 1 and 40),
  comment text not null constraint opinion_comment_check check (length(comment) <= 2000),
  given_at timestamptz not null,
  constraint opinion_reason_check check (kind = 'AGREE' or comment <> '')
);
create index opinion_link_idx on opinion (link_id, given_at desc);

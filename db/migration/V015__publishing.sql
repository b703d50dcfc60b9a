-- Drafts, reviews and what became public. What is in the typed tables is public and nothing else is: a draft is a revision here.
create table content_item (
  id bigint generated always as identity constraint content_item_pkey primary key,
  type text not null constraint content_item_type_check check (type ~ '^[a-z]+(-[a-z]+)*$'),
  -- As the newest revision has them; both may still be empty
  slug text not null default '',
  title text not null default '',
  -- Under which the typed table holds it; null while nothing of it is public
  published_slug text,
  published_revision_id bigint,
  latest_revision_id bigint,
  first_published_at timestamptz,
  last_published_at timestamptz,
  expire_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_reason text,
  -- Where visitors of a withdrawn item are sent; null for the answer 410
  withdrawn_to text constraint content_item_withdrawn_to_check check (withdrawn_to ~ '^/([^/]|$)'),
  deleted_at timestamptz,
  created_at timestamptz not null default now(),
  -- When it was last saved
  updated_at timestamptz not null default now(),
  version bigint not null default 0,
  constraint content_item_published_slug_key unique (type, published_slug),
  constraint content_item_published_check check (num_nonnulls(published_slug, published_revision_id) in (0, 2)),
  constraint content_item_withdrawn_check check (withdrawn_at is null or published_slug is null),
  constraint content_item_deleted_check check (deleted_at is null or published_slug is null)
);
create index content_item_updated_at_idx on content_item (updated_at desc, id desc);
create index content_item_type_idx on content_item (type, updated_at desc, id desc);
create index content_item_expire_at_idx on content_item (expire_at) where expire_at is not null and published_slug is not null;

create table content_revision (
  id bigint generated always as identity constraint content_revision_pkey primary key,
  item_id bigint not null constraint content_revision_item_fkey references content_item,
  seq integer not null,
  -- Of the form's fields; a type that renames one raises its number
  schema_version integer not null,
  payload jsonb not null constraint content_revision_payload_check check (jsonb_typeof(payload) = 'object'),
  -- SHA-256 of the payload's canonical text, since jsonb does not keep the text it was given
  content_hash text not null constraint content_revision_hash_check check (content_hash ~ '^[0-9a-f]{64}$'),
  title text not null,
  kind text not null constraint content_revision_kind_check check (kind in ('AUTO', 'SAVED', 'IMPORT', 'RESTORE')),
  base_revision_id bigint constraint content_revision_base_fkey references content_revision,
  -- No foreign key to the account: whoever wrote it stays its author
  author_id bigint,
  author_name text not null,
  -- Which window of the author's browser saves into it; empty without script
  tab text not null default '',
  note text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  -- Since when it can no longer be changed
  frozen_at timestamptz,
  constraint content_revision_seq_key unique (item_id, seq)
);
create index content_revision_base_idx on content_revision (base_revision_id);
create index content_revision_author_idx on content_revision (author_id, updated_at desc);
create index content_revision_auto_idx on content_revision (updated_at) where kind = 'AUTO';

alter table content_item
  add constraint content_item_published_fkey foreign key (published_revision_id) references content_revision,
  add constraint content_item_latest_fkey foreign key (latest_revision_id) references content_revision;
create index content_item_published_idx on content_item (published_revision_id);
create index content_item_latest_idx on content_item (latest_revision_id);

create function content_revision_refuse() returns trigger language plpgsql as $$
begin
  if old.frozen_at is not null and (tg_op = 'DELETE' or (new.payload, new.content_hash, new.author_id, new.item_id, new.seq, new.frozen_at)
      is distinct from (old.payload, old.content_hash, old.author_id, old.item_id, old.seq, old.frozen_at)) then
    raise exception 'revision % is frozen', old.id using errcode = 'insufficient_privilege';
  end if;
  return case tg_op when 'DELETE' then old else new end;
end
$$;
create trigger content_revision_frozen before update or delete on content_revision
  for each row execute function content_revision_refuse();

create table review (
  id bigint generated always as identity constraint review_pkey primary key,
  item_id bigint not null constraint review_item_fkey references content_item,
  revision_id bigint not null constraint review_revision_fkey references content_revision,
  content_hash text not null,
  -- OPEN: waits for people. APPROVED: waits for its time. The others are over.
  state text not null constraint review_state_check
    check (state in ('OPEN', 'APPROVED', 'PUBLISHED', 'RETURNED', 'RECALLED', 'VOID')),
  -- Published before it was approved; OPEN until somebody else has looked
  emergency boolean not null default false,
  -- The roles that have to agree, in order, as they were set when it was handed in
  steps text[] not null constraint review_steps_check check (cardinality(steps) between 1 and 3),
  -- How many have agreed
  step integer not null default 0,
  -- Everybody who wrote something of it since it was last public
  authors bigint[] not null,
  requested_by bigint not null,
  requested_name text not null,
  requested_at timestamptz not null,
  due_on date,
  note text,
  publish_at timestamptz,
  closed_at timestamptz,
  constraint review_step_check check (step between 0 and cardinality(steps)),
  constraint review_approved_check check (state not in ('APPROVED', 'PUBLISHED') or emergency or step = cardinality(steps)),
  constraint review_closed_check check ((state in ('OPEN', 'APPROVED')) = (closed_at is null))
);
create unique index review_open_key on review (item_id) where state in ('OPEN', 'APPROVED');
create index review_item_idx on review (item_id, requested_at desc);
create index review_revision_idx on review (revision_id);
create index review_due_idx on review (publish_at) where state = 'APPROVED';

create table review_decision (
  id bigint generated always as identity constraint review_decision_pkey primary key,
  review_id bigint not null constraint review_decision_review_fkey references review,
  step integer not null,
  kind text not null constraint review_decision_kind_check check (kind in ('APPROVE', 'RETURN', 'COMMENT')),
  comment text,
  -- What was looked at
  content_hash text not null,
  decided_by bigint not null,
  decided_name text not null,
  decided_at timestamptz not null
);
create index review_decision_review_idx on review_decision (review_id, decided_at);
-- One approval a step, and a person approves once
create unique index review_decision_step_key on review_decision (review_id, step) where kind = 'APPROVE';
create unique index review_decision_person_key on review_decision (review_id, decided_by) where kind = 'APPROVE';

-- The last word on who may approve, whatever the application thinks
create function review_decision_refuse() returns trigger language plpgsql as $$
declare
  checked review;
begin
  select * into checked from review where id = new.review_id;
  if new.content_hash <> checked.content_hash
      or new.content_hash <> (select content_hash from content_revision where id = checked.revision_id) then
    raise exception 'the decision is about another text' using errcode = 'check_violation';
  end if;
  if new.kind = 'APPROVE' and (new.decided_by = checked.requested_by or new.decided_by = any (checked.authors)
      or new.decided_by = (select author_id from content_revision where id = checked.revision_id)) then
    raise exception 'nobody approves what they wrote' using errcode = 'check_violation';
  end if;
  return new;
end
$$;
create trigger review_decision_checked before insert on review_decision
  for each row execute function review_decision_refuse();
create function review_decision_keep() returns trigger language plpgsql as $$
begin
  raise exception 'decisions are kept' using errcode = 'insufficient_privilege';
end
$$;
create trigger review_decision_kept before update or delete or truncate on review_decision
  for each statement execute function review_decision_keep();

-- Where pages stood before. It leads to the item, not to an address, so that there are no chains.
create table former_path (
  path text not null constraint former_path_pkey primary key constraint former_path_check check (path ~ '^/[^#?]*$'),
  item_id bigint not null constraint former_path_item_fkey references content_item,
  since timestamptz not null
);
create index former_path_item_idx on former_path (item_id);

-- Lets people without an account see one revision. Whoever reads this table cannot use the links.
create table preview_link (
  id bigint generated always as identity constraint preview_link_pkey primary key,
  item_id bigint not null constraint preview_link_item_fkey references content_item,
  revision_id bigint not null constraint preview_link_revision_fkey references content_revision,
  token_hash bytea not null constraint preview_link_token_hash_key unique
    constraint preview_link_token_hash_check check (length(token_hash) = 32),
  created_by bigint not null,
  created_name text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index preview_link_item_idx on preview_link (item_id, created_at desc);
create index preview_link_revision_idx on preview_link (revision_id);

-- Who has an item open: a note for the others, never a lock
create table edit_presence (
  item_id bigint not null constraint edit_presence_item_fkey references content_item,
  account_id bigint not null,
  name text not null,
  since timestamptz not null,
  last_seen_at timestamptz not null,
  constraint edit_presence_pkey primary key (item_id, account_id)
);

-- Which files of the library an item uses: in its newest revision, and in the one that is public
create table content_media (
  item_id bigint not null constraint content_media_item_fkey references content_item,
  live boolean not null,
  sha256 text not null,
  constraint content_media_pkey primary key (item_id, live, sha256)
);
create index content_media_sha256_idx on content_media (sha256);

-- Raised by every change of what is public, in the transaction that makes it
create table site_generation (
  one boolean not null default true constraint site_generation_pkey primary key constraint site_generation_one_row_check check (one),
  number bigint not null,
  changed_at timestamptz not null
);
insert into site_generation (number, changed_at) values (1, now());

-- What the site's search looks through. Written from what is public and from the newest drafts, and made anew from them at any time.
create table search_document (
  id bigint generated always as identity constraint search_document_pkey primary key,
  -- Which making of the whole index it belongs to; searches read one of them, see search_index
  build integer not null,
  scope text not null constraint search_document_scope_check check (scope in ('PUBLIC', 'DRAFT')),
  -- Null for a page that is always there. No foreign key: making the index anew would keep everybody from saving, since it would lock each item
  item_id bigint,
  language text not null constraint search_document_language_check check (language in ('zh', 'en')),
  -- Whether it is all there is of the item, so that readers of the other language find it, too
  only_one boolean not null,
  -- Of content, or page
  type text not null,
  -- Without language; with # where it is a part of a page. Empty for a draft
  path text not null,
  title text not null,
  -- What excerpts are cut from
  plain_text text not null,
  -- Title and other names without anything but letters and digits; how they are spelled in pinyin, whole and by initials
  keys text[] not null,
  spellings text[] not null,
  -- What has a date gives way to what is newer; null for what has none
  dated_at timestamptz,
  -- Of what it was made
  changed_at timestamptz not null,
  expire_at timestamptz,
  -- Made in Java: bigrams of Chinese, words of everything else. Weights: A names, B lead, C headings, D the rest.
  -- The first has no D: it is small enough to stand in the row, where it is read quickly
  head tsvector not null,
  words tsvector not null,
  constraint search_document_item_key unique (build, scope, item_id, language),
  constraint search_document_draft_check check (scope = 'PUBLIC' or item_id is not null)
);
-- Ranking reads thousands of them, and unpacking takes longer than reading
alter table search_document alter column words set storage external;
create index search_document_words_idx on search_document using gin (words);
create index search_document_head_idx on search_document using gin (head);
create index search_document_item_idx on search_document (item_id);
create index search_document_path_idx on search_document (path);

-- Which build is read, and by what rules it was made
create table search_index (
  one boolean not null default true constraint search_index_pkey primary key constraint search_index_one_row_check check (one),
  build integer not null,
  -- Of the rules; another one than that of the running site means that the index has to be made anew
  version text not null,
  built_at timestamptz not null
);
insert into search_index (build, version, built_at) values (0, '', now());

-- What the public sees of each item, and since when: the one date of a page, which every header, feed and list takes from here.
-- A table of its own and not columns of content_item: publishing one item also moves the dates of others, whose rows people may have locked.
create table publication (
  item_id bigint not null constraint publication_pkey primary key constraint publication_item_fkey references content_item,
  type text not null,
  -- Both null once nothing of it is public any more
  slug text,
  -- Without language; with # where it is a part of a page
  path text constraint publication_path_key unique constraint publication_path_check check (path ~ '^/'),
  -- When what the public sees of it last became something else: its own content, or that of an item that it names
  changed_at timestamptz not null,
  expire_at timestamptz,
  constraint publication_public_check check (num_nonnulls(slug, path) in (0, 2))
);
create index publication_type_idx on publication (type, changed_at desc);
create index publication_expire_at_idx on publication (expire_at) where expire_at is not null;

-- Which items the public content of an item names, so that what is published of them changes it too
create table publication_mention (
  item_id bigint not null constraint publication_mention_item_fkey references publication on delete cascade,
  type text not null,
  slug text not null,
  constraint publication_mention_pkey primary key (item_id, type, slug)
);
create index publication_mention_slug_idx on publication_mention (type, slug);

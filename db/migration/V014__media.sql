-- The library of pictures and attachments. What is public of it follows from what uses it, so there is no flag here.

-- The bytes, under their SHA-256 and in a table of their own, so that no list ever loads them. Never changed, only added and removed.
create table media_blob (
  sha256 text not null constraint media_blob_pkey primary key
    constraint media_blob_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  created_at timestamptz not null default now()
);
-- Not compressed: pictures and archives are already, and a piece out of the middle is then read without the rest
alter table media_blob alter column content set storage external;

create table media_item (
  id bigint generated always as identity constraint media_item_pkey primary key,
  -- Of the bytes as we wrote them. No foreign key: the bytes may come to live elsewhere
  sha256 text not null constraint media_item_sha256_key unique
    constraint media_item_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  kind text not null constraint media_item_kind_check check (kind in ('PICTURE', 'ATTACHMENT')),
  content_type text not null,
  file_name text not null
    constraint media_item_file_name_check check (file_name !~ '[/\\[:cntrl:]]' and length(file_name) between 1 and 120),
  byte_size bigint not null constraint media_item_byte_size_check check (byte_size > 0),
  width integer constraint media_item_width_check check (width > 0),
  height integer constraint media_item_height_check check (height > 0),
  -- Chinese is there or the picture is an ornament before anything may use it
  alt_zh text constraint media_item_alt_zh_check check (alt_zh !~ '^\s*$' and length(alt_zh) <= 300),
  alt_en text constraint media_item_alt_en_check check (alt_en !~ '^\s*$' and length(alt_en) <= 300),
  decorative boolean not null default false,
  -- What stays in sight when the picture is cropped, in per cent from the left and from above
  focal_x integer not null default 50 constraint media_item_focal_x_check check (focal_x between 0 and 100),
  focal_y integer not null default 50 constraint media_item_focal_y_check check (focal_y between 0 and 100),
  uploaded_by text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version bigint not null default 0,
  constraint media_item_size_of_picture_check check ((kind = 'PICTURE') = (width is not null and height is not null)),
  constraint media_item_alt_check check (alt_zh is not null or alt_en is null),
  constraint media_item_decorative_check check (not decorative or alt_zh is null)
);
create index media_item_created_at_idx on media_item (created_at desc, id desc);

-- The same picture narrower, made once. Two pictures may share one: their bytes are then the same.
create table media_rendition (
  id bigint generated always as identity constraint media_rendition_pkey primary key,
  media_item_id bigint not null constraint media_rendition_media_item_fkey references media_item on delete cascade,
  width integer not null constraint media_rendition_width_check check (width > 0),
  height integer not null constraint media_rendition_height_check check (height > 0),
  byte_size bigint not null constraint media_rendition_byte_size_check check (byte_size > 0),
  sha256 text not null constraint media_rendition_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint media_rendition_key unique (media_item_id, width)
);
create index media_rendition_sha256_idx on media_rendition (sha256);

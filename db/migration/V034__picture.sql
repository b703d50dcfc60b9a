-- Pictures of the library on the pages of campuses and schools, and what such places need of the library.

-- Shown with the picture; the alternative text is for those who do not see it
alter table media_item
  add caption_zh text constraint media_item_caption_zh_check check (caption_zh !~ '^\s*$' and length(caption_zh) <= 300),
  add caption_en text constraint media_item_caption_en_check check (caption_en !~ '^\s*$' and length(caption_en) <= 300),
  add constraint media_item_caption_check check (caption_zh is not null or caption_en is null);

-- A rendition shows the whole picture, or what of it fits into the one shape that pages give their pictures, cut around a focal point. Those of
-- earlier focal points stay as long as the picture does: pages that were made before name them.
alter table media_rendition
  add focal_x integer constraint media_rendition_focal_x_check check (focal_x between 0 and 100),
  add focal_y integer constraint media_rendition_focal_y_check check (focal_y between 0 and 100),
  add constraint media_rendition_focal_check check (num_nonnulls(focal_x, focal_y) in (0, 2)),
  drop constraint media_rendition_key,
  add constraint media_rendition_key unique nulls not distinct (media_item_id, width, focal_x, focal_y);

-- The first one leads the page
create table campus_picture (
  campus_id bigint not null constraint campus_picture_campus_fkey references campus on delete cascade,
  position integer not null,
  media_item_id bigint not null constraint campus_picture_media_fkey references media_item,
  constraint campus_picture_pkey primary key (campus_id, position)
);
create index campus_picture_media_idx on campus_picture (media_item_id);

create table school_picture (
  school_id bigint not null constraint school_picture_school_fkey references school on delete cascade,
  position integer not null,
  media_item_id bigint not null constraint school_picture_media_fkey references media_item,
  constraint school_picture_pkey primary key (school_id, position)
);
create index school_picture_media_idx on school_picture (media_item_id);

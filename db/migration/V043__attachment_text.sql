-- What stands in attachments, read once: reading a file may take seconds, and whoever checks a text holds locks. A file without a row has not
-- been read yet.
create table attachment_text (
  media_item_id bigint constraint attachment_text_pkey primary key
    constraint attachment_text_media_item_fkey references media_item on delete cascade,
  -- One line each paragraph or cell
  lines text not null,
  -- Whether there was any text, and all of it could be read
  whole boolean not null
);

-- A revision that a replacement of words or files made in many items at once; its note says of what by what
alter table content_revision drop constraint content_revision_kind_check;
alter table content_revision add constraint content_revision_kind_check
  check (kind in ('AUTO', 'SAVED', 'IMPORT', 'RESTORE', 'REPLACE'));

-- Which record quotes which passage, and where the record stands on the site: one list for the way back from the sources page.
-- A new content type adds its branch here by "create or replace view".
create view citation as
  select s.source_quote_id, 'fact' as item_type, f.code as item_slug, f.label_zh as title_zh, f.label_en as title_en,
         '/about/figures#' || f.code as path, f.position
    from fact_source s join fact f on f.id = s.fact_id
  union all
  select distinct s.source_quote_id, 'profile', p.slug, p.name_zh, p.name_en, '/about', 0
    from college_profile_source s join college_profile p on p.id = s.college_profile_id
  union all
  select s.source_quote_id, 'section', p.slug, p.title_zh, p.title_en, '/about/' || p.slug, p.position
    from profile_section_source s join profile_section p on p.id = s.profile_section_id
  union all
  select s.source_quote_id, 'history', h.slug, h.title_zh, h.title_en, '/about/history#' || h.slug, h.position
    from history_event_source s join history_event h on h.id = s.history_event_id
  union all
  select s.source_quote_id, 'predecessor', p.slug, p.name_zh, p.name_en, '/about/history#' || p.slug, p.position
    from predecessor_source s join predecessor p on p.id = s.predecessor_id
  union all
  select s.source_quote_id, 'campus', c.slug, c.name_zh, c.name_en, '/campuses/' || c.slug, c.position
    from campus_source s join campus c on c.id = s.campus_id
  union all
  select s.source_quote_id, 'school', c.slug, c.name_zh, c.name_en, '/schools/' || c.slug, c.position
    from school_source s join school c on c.id = s.school_id
  union all
  select s.source_quote_id, 'honour', h.slug, h.title_zh, h.title_en, '/honours#' || h.slug, h.position
    from honour_source s join honour h on h.id = s.honour_id
  union all
  select s.source_quote_id, 'partnership', p.slug, p.name_zh, p.name_en,
         '/partnerships' || case when p.body_zh is null then '#' else '/' end || p.slug, p.position
    from partnership_source s join partnership p on p.id = s.partnership_id;

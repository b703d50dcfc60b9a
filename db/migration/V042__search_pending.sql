-- Words used to wait in a list, which every search read and which some unlucky writer put into the index: with tens of thousands of
-- documents that person waited longer than ten seconds. Now each pays for what they write.
alter index search_document_words_idx set (fastupdate = off);
alter index search_document_head_idx set (fastupdate = off);
select gin_clean_pending_list('search_document_words_idx'), gin_clean_pending_list('search_document_head_idx');

-- The texts that the college gave us, kept whole, and the passages in them that records quote.
create table source_document (
  id bigint generated always as identity constraint source_document_pkey primary key,
  slug text not null constraint source_document_slug_key unique
    constraint source_document_slug_check check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  position integer not null,
  title_zh text not null,
  title_en text,
  content text not null,
  sha256 text not null constraint source_document_sha256_check check (sha256 ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default now()
);

-- A sentence of a source text, or a header line of it: what one numbered note shows. Offsets as below.
create table source_sentence (
  id bigint generated always as identity constraint source_sentence_pkey primary key,
  source_document_id bigint not null constraint source_sentence_document_fkey references source_document,
  start_offset integer not null,
  end_offset integer not null,
  content text not null,
  heading text,
  -- Counted from 1 under the heading; null for a line of a list
  paragraph integer,
  -- Where a filter masked a word: what stands there now, and what it was
  masked text,
  restored text,
  constraint source_sentence_passage_key unique (source_document_id, start_offset, end_offset),
  constraint source_sentence_offsets_check check (start_offset >= 0 and end_offset - start_offset = char_length(content)),
  constraint source_sentence_restored_check check (num_nonnulls(masked, restored) in (0, 2))
);

-- Offsets count Unicode characters from 0, the end excluded, so substr(content, start_offset + 1, end_offset - start_offset) = quote.
create table source_quote (
  id bigint generated always as identity constraint source_quote_pkey primary key,
  source_document_id bigint not null constraint source_quote_document_fkey references source_document,
  source_sentence_id bigint not null constraint source_quote_sentence_fkey references source_sentence,
  start_offset integer not null,
  end_offset integer not null,
  quote text not null,
  -- Its address on the sources page: the document's slug and the offsets
  anchor text not null constraint source_quote_anchor_key unique,
  constraint source_quote_passage_key unique (source_document_id, start_offset, end_offset),
  constraint source_quote_offsets_check check (start_offset >= 0 and end_offset - start_offset = char_length(quote) and quote <> '')
);

create index source_quote_sentence_idx on source_quote (source_sentence_id);

-- Passages that no record uses, each with the reason; "shown" ones (headings) still stand on the sources page.
create table source_omission (
  id bigint generated always as identity constraint source_omission_pkey primary key,
  source_document_id bigint not null constraint source_omission_document_fkey references source_document,
  start_offset integer not null,
  end_offset integer not null,
  shown boolean not null,
  reason_zh text not null,
  reason_en text,
  constraint source_omission_passage_key unique (source_document_id, start_offset, end_offset),
  constraint source_omission_offsets_check check (start_offset >= 0 and end_offset > start_offset)
);

-- Words that a filter masked in the text as we have it, and what they must have been.
create table source_restoration (
  id bigint generated always as identity constraint source_restoration_pkey primary key,
  source_document_id bigint not null constraint source_restoration_document_fkey references source_document,
  start_offset integer not null,
  end_offset integer not null,
  restored text not null,
  constraint source_restoration_passage_key unique (source_document_id, start_offset, end_offset),
  constraint source_restoration_offsets_check check (start_offset >= 0 and end_offset > start_offset)
);

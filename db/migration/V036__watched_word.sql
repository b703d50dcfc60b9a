-- Words that people of the college keep so that texts are looked through for them before they are published. None comes with the site.
create table watched_word (
  id bigint generated always as identity constraint watched_word_pkey primary key,
  -- As texts are compared
  word text not null constraint watched_word_word_key unique
    constraint watched_word_word_check check (word !~ '^\s*$' and length(word) <= 60),
  -- As people wrote it
  label text not null constraint watched_word_label_check check (label !~ '^\s*$' and length(label) <= 60),
  -- MUST_NOT: not published with it. ASK: only with a reason
  severity text not null constraint watched_word_severity_check check (severity in ('MUST_NOT', 'ASK')),
  -- What to write instead
  suggestion text constraint watched_word_suggestion_check check (suggestion !~ '^\s*$' and length(suggestion) <= 100),
  -- Why
  note text constraint watched_word_note_check check (note !~ '^\s*$' and length(note) <= 300),
  version bigint not null default 0,
  changed_at timestamptz not null,
  changed_by text not null
);

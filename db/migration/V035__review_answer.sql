-- Why a text may be published although something was asked about it: a word of the list, or what looks like personal data
create table review_answer (
  id bigint generated always as identity constraint review_answer_pkey primary key,
  review_id bigint not null constraint review_answer_review_fkey references review,
  -- Names what was found and where, without holding it
  question text not null constraint review_answer_question_check check (question ~ '^[0-9a-f]{24}$'),
  field text not null,
  rule text not null,
  -- What was found; personal data only masked, since this is kept for ever
  subject text not null,
  reason text not null constraint review_answer_reason_check check (reason <> ''),
  constraint review_answer_question_key unique (review_id, question)
);
-- As decisions are: what was said is not said anew
create trigger review_answer_kept before update or delete or truncate on review_answer
  for each statement execute function review_decision_keep();

-- Who may sign in to the back office, and what each may do there. No account comes with the site.
create table staff_account (
  id bigint generated always as identity constraint staff_account_pkey primary key,
  user_name text not null
    constraint staff_account_user_name_check check (user_name ~ '^[A-Za-z0-9]([A-Za-z0-9._-]{0,38}[A-Za-z0-9])?$'),
  -- The @ keeps e-mail addresses and user names apart: both are typed into one field
  email text not null constraint staff_account_email_check check (email ~ '^[^@\s]+@[^@\s]+$' and length(email) <= 254),
  display_name text not null
    constraint staff_account_display_name_check check (display_name !~ '^\s*$' and length(display_name) <= 40),
  -- Null until the person has used the invitation
  password_hash text,
  password_changed_at timestamptz,
  disabled boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  version bigint not null default 0
);
create unique index staff_account_user_name_key on staff_account (lower(user_name));
create unique index staff_account_email_key on staff_account (lower(email));

create table staff_role_grant (
  id bigint generated always as identity constraint staff_role_grant_pkey primary key,
  account_id bigint not null constraint staff_role_grant_account_fkey references staff_account,
  role text not null
    constraint staff_role_grant_role_check check (role in ('EDITOR', 'REVIEWER_1', 'REVIEWER_2', 'APPROVER', 'ADMINISTRATOR')),
  -- Null for all content; else a content type, and perhaps one item of it
  section text constraint staff_role_grant_section_check check (section ~ '^[A-Z]+(_[A-Z]+)*$'),
  item text constraint staff_role_grant_item_check check (item is null or (section is not null and item ~ '^[a-z0-9]+(-[a-z0-9]+)*$')),
  constraint staff_role_grant_administrator_check check (role <> 'ADMINISTRATOR' or section is null),
  constraint staff_role_grant_key unique nulls not distinct (account_id, role, section, item)
);

-- Set-up, invitation and reset. Whoever reads this table cannot use the links: only a hash of each token is here.
create table one_time_link (
  id bigint generated always as identity constraint one_time_link_pkey primary key,
  kind text not null constraint one_time_link_kind_check check (kind in ('SET_UP', 'INVITATION', 'RESET')),
  token_hash bytea not null constraint one_time_link_token_hash_key unique
    constraint one_time_link_token_hash_check check (length(token_hash) = 32),
  account_id bigint constraint one_time_link_account_fkey references staff_account,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint one_time_link_account_check check ((kind = 'SET_UP') = (account_id is null))
);
create index one_time_link_account_idx on one_time_link (account_id);

-- How often signing in went wrong, so that every node makes the next try wait. Keys are hashes: people type passwords as names.
create table sign_in_failure (
  kind text not null constraint sign_in_failure_kind_check check (kind in ('ACCOUNT', 'ACCOUNT_AT_ADDRESS', 'ADDRESS')),
  key bytea not null,
  failures integer not null,
  last_at timestamptz not null,
  wait_until timestamptz not null,
  constraint sign_in_failure_pkey primary key (kind, key)
);
create index sign_in_failure_last_at_idx on sign_in_failure (last_at);

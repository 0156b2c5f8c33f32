alter table access.users add column service boolean default false not null; -- a program's: no password, no sign-in

create table access.tokens (
  id uuid primary key,
  user_id uuid not null references access.users (id),
  name varchar(100) not null,
  secret_hash varchar(64) not null unique, -- SHA-256 of the secret, hexadecimal
  ending varchar(4) not null, -- of the secret, to tell tokens apart
  read_only boolean not null,
  permissions varchar(4000) not null, -- codes divided by blanks; empty: all of the user's
  created_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone, -- null: never
  last_used_at timestamp(6) with time zone,
  last_address varchar(100) not null
);
create index tokens_user on access.tokens (user_id, created_at);

alter table access.users add column second_factor boolean default false not null; -- asked for a code besides the password
alter table access.users add column password_at timestamp(6) with time zone; -- since when the password is as it is
update access.users set password_at = changed_at where password_hash is not null;

alter table access.sessions add column method varchar(20) default 'password' not null; -- how it was opened

-- what the authenticator knows; not in force until users.second_factor says so
create table access.second_factor (
  user_id uuid primary key references access.users (id),
  secret varchar(64) not null, -- Base32
  last_step bigint not null, -- the time step of the last code taken: none counts twice
  since timestamp(6) with time zone not null
);

create table access.recovery_code (
  user_id uuid not null references access.users (id),
  code_hash varchar(64) not null, -- SHA-256, hexadecimal
  primary key (user_id, code_hash)
);

-- the password was right, the code is awaited
create table access.second_step (
  token_hash varchar(64) primary key,
  user_id uuid not null references access.users (id),
  credential integer not null,
  tries integer not null,
  expires_at timestamp(6) with time zone not null
);
create index second_step_expires on access.second_step (expires_at);
create index second_step_user on access.second_step (user_id);

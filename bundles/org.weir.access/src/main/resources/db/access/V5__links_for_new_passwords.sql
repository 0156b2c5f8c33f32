-- a link that an administrator hands over; whoever has it sets a password, once
create table access.password_link (
  token_hash varchar(64) primary key, -- SHA-256, hexadecimal
  user_id uuid not null references access.users (id),
  credential integer not null, -- a password set meanwhile makes it void
  expires_at timestamp(6) with time zone not null
);
create index password_link_user on access.password_link (user_id);
create index audit_noted on access.audit (noted_at);

create table mail.letters (
  id uuid not null primary key,
  template varchar(200) not null,
  to_user uuid not null,
  address varchar(320) not null,
  language varchar(35) not null,
  subject varchar(500) not null,
  plain text not null,
  html text not null,
  state varchar(20) not null,
  attempts integer not null,
  failure text,
  job uuid,
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);
create index letters_created on mail.letters (created_at);
create index letters_state on mail.letters (state, created_at);

create table mail.silenced (
  user_id uuid not null,
  template varchar(200) not null,
  primary key (user_id, template)
);

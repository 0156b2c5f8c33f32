create table relationship.account (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  name_local varchar(200),
  kind varchar(40) not null,
  parent uuid references relationship.account (id),
  grade varchar(40),
  country varchar(2),
  region varchar(40),
  city varchar(120),
  website varchar(300),
  phone varchar(60),
  owner uuid,
  team uuid,
  note text
);
create index account_by_name on relationship.account (name_key, id);
create index account_by_country on relationship.account (country, name_key, id);
create index account_by_grade on relationship.account (grade, id);
create index account_by_parent on relationship.account (parent, id);
create index account_by_owner on relationship.account (owner, id);
create index account_by_team on relationship.account (team, id);
create index account_by_region on relationship.account (region, id);
create index account_by_updated on relationship.account (updated_at, id);

create table relationship.account_other_names (
  id uuid not null references relationship.account (id) on delete cascade,
  pos integer not null,
  val varchar(200) not null,
  primary key (id, pos)
);
create index account_other_names_by_val on relationship.account_other_names (val, id);

create table relationship.account_codes (
  id uuid not null references relationship.account (id) on delete cascade,
  pos integer not null,
  val varchar(60) not null,
  primary key (id, pos)
);
create index account_codes_by_val on relationship.account_codes (val, id);

create table relationship.person (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  name_local varchar(200),
  email varchar(200),
  phone varchar(60),
  mobile varchar(60),
  speaks varchar(20),
  birthday date,
  owner uuid,
  team uuid,
  note text
);
create index person_by_name on relationship.person (name_key, id);
create index person_by_email on relationship.person (email, id);
create index person_by_owner on relationship.person (owner, id);
create index person_by_team on relationship.person (team, id);
create index person_by_updated on relationship.person (updated_at, id);

create table relationship.employment (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  person uuid not null references relationship.person (id),
  account uuid not null references relationship.account (id),
  job varchar(200),
  department varchar(200),
  tier varchar(40),
  since date,
  until date
);
create index employment_by_person on relationship.employment (person, id);
create index employment_by_account on relationship.employment (account, id);
create index employment_by_since on relationship.employment (since, id);

create table relationship.account_member (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  account uuid not null references relationship.account (id),
  member uuid not null,
  part varchar(40) not null,
  since date not null,
  until date
);
create index account_member_by_account on relationship.account_member (account, id);
create index account_member_by_member on relationship.account_member (member, account);

create table relationship.touchpoint (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  subject varchar(200) not null,
  subject_key varchar(200) not null,
  account uuid not null references relationship.account (id),
  kind varchar(40) not null,
  held_at timestamp(6) with time zone not null,
  minutes bigint,
  place varchar(200),
  purpose text,
  outcome text,
  owner uuid,
  team uuid
);
create index touchpoint_by_subject on relationship.touchpoint (subject_key, id);
create index touchpoint_by_held on relationship.touchpoint (held_at, id);
create index touchpoint_by_account on relationship.touchpoint (account, held_at, id);
create index touchpoint_by_owner on relationship.touchpoint (owner, id);
create index touchpoint_by_team on relationship.touchpoint (team, id);

create table relationship.touchpoint_theirs (
  id uuid not null references relationship.touchpoint (id) on delete cascade,
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);
create index touchpoint_theirs_by_val on relationship.touchpoint_theirs (val, id);

create table relationship.touchpoint_ours (
  id uuid not null references relationship.touchpoint (id) on delete cascade,
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);
create index touchpoint_ours_by_val on relationship.touchpoint_ours (val, id);

create table sample.company (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  name_local varchar(200),
  code varchar(40),
  email varchar(200),
  phone varchar(200),
  grade varchar(40),
  owner uuid,
  team uuid,
  note text
);
create index company_by_name on sample.company (name_key, id);

create table sample.company_tags (
  id uuid not null references sample.company (id),
  pos integer not null,
  val varchar(60) not null,
  primary key (id, pos)
);

create table sample.offer (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(40) not null,
  number_key varchar(40) not null,
  subject varchar(200),
  company uuid
);
create index offer_by_number on sample.offer (number_key, id);

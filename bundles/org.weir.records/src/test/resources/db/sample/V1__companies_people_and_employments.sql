create table sample.company (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  code varchar(40),
  parent uuid references sample.company (id),
  grade varchar(40),
  country varchar(2),
  region varchar(40),
  email varchar(200),
  website varchar(300),
  staff bigint,
  factor numeric(12,4),
  revenue numeric(18,2),
  revenue_currency varchar(3),
  founded date,
  seen_at timestamp(6) with time zone,
  active boolean,
  owner uuid,
  team uuid,
  note text,
  constraint company_code_taken unique (code)
);
create index company_by_name on sample.company (name_key, id);
create index company_by_country on sample.company (country, name_key, id);
create index company_by_parent on sample.company (parent, id);
create index company_by_staff on sample.company (staff, id);
create index company_by_owner on sample.company (owner, id);
create index company_by_team on sample.company (team, id);
create index company_by_region on sample.company (region, id);

create table sample.company_tags (
  id uuid not null references sample.company (id),
  pos integer not null,
  val varchar(60) not null,
  primary key (id, pos)
);
create index company_tags_by_val on sample.company_tags (val, id);

create table sample.person (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  owner uuid
);
create index person_by_name on sample.person (name_key, id);

create table sample.employment (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  person uuid not null references sample.person (id),
  company uuid not null references sample.company (id),
  job varchar(200)
);
create index employment_by_person on sample.employment (person, id);
create index employment_by_company on sample.employment (company, id);

create table sample.visit (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  subject varchar(200) not null,
  subject_key varchar(200) not null,
  company uuid not null references sample.company (id),
  held_at timestamp(6) with time zone not null,
  outcome text
);
create index visit_by_subject on sample.visit (subject_key, id);
create index visit_by_company on sample.visit (company, held_at, id);
create table sample.visit_reckoned (
  id uuid primary key,
  due_at timestamp(6) with time zone,
  late boolean
);
create index visit_reckoned_by_due on sample.visit_reckoned (due_at, id);
create table sample.visit_people (
  id uuid not null references sample.visit (id),
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);
create index visit_people_by_val on sample.visit_people (val, id);

create table sample.receipt (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(40) not null,
  number_key varchar(40) not null,
  company uuid,
  remark varchar(200),
  pin varchar(60),
  constraint receipt_number_taken unique (number)
);
create index receipt_by_number on sample.receipt (number_key, id);
create table sample.receipt_signers (
  id uuid not null references sample.receipt (id),
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);

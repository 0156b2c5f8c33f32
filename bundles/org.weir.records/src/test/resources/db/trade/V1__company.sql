create table trade.company (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  country varchar(2),
  kind varchar(40) not null,
  parent uuid references trade.company (id),
  staff bigint,
  turnover numeric(18,2),
  since date,
  called_at timestamp(6) with time zone,
  email varchar(200),
  owner uuid,
  note text
);
create index company_by_name on trade.company (name_key, id);
create unique index company_by_email on trade.company (email);
create table trade.company_codes (
  id uuid not null references trade.company (id) on delete cascade,
  pos integer not null,
  val varchar(60) not null,
  primary key (id, pos)
);
create index company_codes_by_val on trade.company_codes (val, id);

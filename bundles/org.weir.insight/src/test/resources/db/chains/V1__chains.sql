create table chains.firm (
  id uuid primary key, version bigint not null,
  created_at timestamp(6) with time zone not null, created_by uuid,
  updated_at timestamp(6) with time zone not null, updated_by uuid,
  name varchar(200) not null, name_key varchar(200) not null,
  team uuid
);
create table chains.wish (
  id uuid primary key, version bigint not null,
  created_at timestamp(6) with time zone not null, created_by uuid,
  updated_at timestamp(6) with time zone not null, updated_by uuid,
  name varchar(200) not null, name_key varchar(200) not null,
  firm uuid, worth numeric(18,2), worth_currency varchar(3)
);
create table chains.offer (
  id uuid primary key, version bigint not null,
  created_at timestamp(6) with time zone not null, created_by uuid,
  updated_at timestamp(6) with time zone not null, updated_by uuid,
  name varchar(200) not null, name_key varchar(200) not null,
  number varchar(40), firm uuid, wish uuid, previous uuid, day date, state varchar(40)
);
create table chains.machine (
  id uuid primary key, version bigint not null,
  created_at timestamp(6) with time zone not null, created_by uuid,
  updated_at timestamp(6) with time zone not null, updated_by uuid,
  name varchar(200) not null, name_key varchar(200) not null,
  firm uuid, offer uuid
);
create table chains.repair (
  id uuid primary key, version bigint not null,
  created_at timestamp(6) with time zone not null, created_by uuid,
  updated_at timestamp(6) with time zone not null, updated_by uuid,
  name varchar(200) not null, name_key varchar(200) not null,
  firm uuid
);
create table chains.repair_machines (
  id uuid not null references chains.repair (id), pos integer not null, val uuid not null, primary key (id, pos)
);

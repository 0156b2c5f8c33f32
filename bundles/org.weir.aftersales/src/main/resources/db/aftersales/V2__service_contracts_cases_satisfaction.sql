create table aftersales.service_contract (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  number varchar(40),
  account uuid not null,
  sla uuid,
  state varchar(40) not null,
  since date not null,
  until date,
  fee numeric(18, 4),
  fee_currency varchar(3),
  owner uuid,
  entitlements text,
  contract uuid
);
create index service_contract_by_name on aftersales.service_contract (name_key, id);
create unique index service_contract_by_number on aftersales.service_contract (number);
create unique index service_contract_by_contract on aftersales.service_contract (contract);
create index service_contract_by_account on aftersales.service_contract (account, id);
create index service_contract_by_sla on aftersales.service_contract (sla, id);
create index service_contract_by_owner on aftersales.service_contract (owner, id);
create index service_contract_by_since on aftersales.service_contract (since, id);
create index service_contract_by_until on aftersales.service_contract (until, id);

create table aftersales.service_contract_systems (
  id uuid not null references aftersales.service_contract (id) on delete cascade,
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);
create index service_contract_systems_by_val on aftersales.service_contract_systems (val, id);

create table aftersales.service_case (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  title varchar(200) not null,
  title_key varchar(200) not null,
  number varchar(40),
  state varchar(40) not null,
  reuse_count bigint not null,
  account uuid,
  ticket uuid,
  owner uuid,
  problem text not null,
  cause text,
  solution text not null,
  reviewed_by uuid
);
create index service_case_by_title on aftersales.service_case (title_key, id);
create unique index service_case_by_number on aftersales.service_case (number);
create index service_case_by_reuse on aftersales.service_case (reuse_count, id);
create index service_case_by_account on aftersales.service_case (account, id);
create index service_case_by_ticket on aftersales.service_case (ticket, id);
create index service_case_by_owner on aftersales.service_case (owner, id);
create table aftersales.service_case_products (
  id uuid not null references aftersales.service_case (id) on delete cascade,
  pos integer not null,
  val varchar(80) not null,
  primary key (id, pos)
);
create index service_case_products_by_val on aftersales.service_case_products (val, id);
create table aftersales.service_case_keywords (
  id uuid not null references aftersales.service_case (id) on delete cascade,
  pos integer not null,
  val varchar(80) not null,
  primary key (id, pos)
);
create index service_case_keywords_by_val on aftersales.service_case_keywords (val, id);
create table aftersales.service_case_used_for (
  id uuid not null references aftersales.service_case (id) on delete cascade,
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);
create index service_case_used_for_by_val on aftersales.service_case_used_for (val, id);

create table aftersales.satisfaction (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  ticket uuid not null,
  score bigint not null,
  words text,
  account uuid not null,
  person uuid,
  rated_at timestamp(6) with time zone not null
);
create unique index satisfaction_by_ticket on aftersales.satisfaction (ticket);
create index satisfaction_by_account on aftersales.satisfaction (account, rated_at, id);
create index satisfaction_by_score on aftersales.satisfaction (score, id);
create index satisfaction_by_rated on aftersales.satisfaction (rated_at, id);

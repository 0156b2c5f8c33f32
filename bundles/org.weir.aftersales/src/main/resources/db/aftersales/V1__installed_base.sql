create table aftersales.installed_system (
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
  site uuid,
  state varchar(40) not null,
  accepted_on date,
  warranty_until date,
  maintained_by varchar(40) not null,
  other_vendor varchar(200),
  owner uuid,
  contract uuid,
  project uuid,
  acceptance uuid,
  finally_accepted_on date,
  note text
);
create index installed_system_by_name on aftersales.installed_system (name_key, id);
create unique index installed_system_by_number on aftersales.installed_system (number);
create unique index installed_system_by_contract on aftersales.installed_system (contract, site);
create index installed_system_by_account on aftersales.installed_system (account, id);
create index installed_system_by_site on aftersales.installed_system (site, id);
create index installed_system_by_acceptance on aftersales.installed_system (acceptance, id);
create index installed_system_by_project on aftersales.installed_system (project, id);
create index installed_system_by_owner on aftersales.installed_system (owner, id);
create index installed_system_by_accepted on aftersales.installed_system (accepted_on, id);
create index installed_system_by_warranty on aftersales.installed_system (warranty_until, id);

create table aftersales.unit (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  label varchar(200) not null,
  label_key varchar(200) not null,
  system uuid not null references aftersales.installed_system (id),
  site uuid,
  account uuid not null,
  item_code varchar(80),
  serial varchar(80),
  revision varchar(80),
  position varchar(120),
  quantity numeric(14, 3) not null,
  state varchar(40) not null,
  vendor varchar(40) not null,
  maker varchar(200),
  installed_on date,
  warranty_until date,
  replaced_by uuid references aftersales.unit (id),
  note text
);
create index unit_by_label on aftersales.unit (label_key, id);
create index unit_by_system on aftersales.unit (system, id);
create index unit_by_site on aftersales.unit (site, id);
create index unit_by_account on aftersales.unit (account, id);
create index unit_by_item on aftersales.unit (item_code, id);
create index unit_by_serial on aftersales.unit (serial, id);
create index unit_by_warranty on aftersales.unit (warranty_until, id);
create index unit_by_installed on aftersales.unit (installed_on, id);
create index unit_by_replaced on aftersales.unit (replaced_by, id);

create table solution.product_model (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  edition varchar(60),
  state varchar(40) not null,
  currency varchar(3) not null,
  features integer,
  rules integer,
  core integer,
  dead integer,
  note text
);
create index product_model_by_name on solution.product_model (name_key, id);

create table solution.product_model_source (
  model uuid primary key references solution.product_model (id) on delete cascade,
  fingerprint varchar(64) not null,
  language varchar(10) not null,
  source text not null
);

create table solution.configuration (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(40),
  title varchar(200) not null,
  title_key varchar(200) not null,
  account uuid not null,
  opportunity uuid,
  model uuid not null,
  currency varchar(3),
  state varchar(40) not null,
  tariff numeric(12,4),
  owner uuid,
  note text
);
create unique index configuration_by_number on solution.configuration (number);
create index configuration_by_title on solution.configuration (title_key, id);
create index configuration_by_account on solution.configuration (account, title_key, id);
create index configuration_by_opportunity on solution.configuration (opportunity, title_key, id);
create index configuration_by_model on solution.configuration (model, title_key, id);
create index configuration_by_owner on solution.configuration (owner, id);
create index configuration_by_updated on solution.configuration (updated_at, id);

create table solution.configuration_state (
  configuration uuid primary key references solution.configuration (id) on delete cascade,
  revision bigint not null
);

create table solution.site_type (
  id uuid primary key,
  configuration uuid not null references solution.configuration (id) on delete cascade,
  pos integer not null,
  name varchar(200) not null,
  sites integer not null
);
create index site_type_by_configuration on solution.site_type (configuration, pos);

create table solution.site_type_site (
  site_type uuid not null references solution.site_type (id) on delete cascade,
  pos integer not null,
  site uuid not null,
  primary key (site_type, pos)
);

create table solution.choice (
  site_type uuid not null references solution.site_type (id) on delete cascade,
  pos integer not null,
  feature varchar(400) not null,
  taken boolean not null,
  val varchar(400),
  who varchar(10) not null,
  primary key (site_type, pos)
);

create table solution.choice_step (
  id uuid primary key,
  configuration uuid not null references solution.configuration (id) on delete cascade,
  revision bigint not null,
  site_type uuid not null,
  taken_at timestamp(6) with time zone not null,
  by_user uuid not null,
  what varchar(1000) not null,
  before_choices text not null
);
create index choice_step_by_configuration on solution.choice_step (configuration, revision);

create table solution.need_answer (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  feature varchar(400) not null,
  feature_key varchar(400) not null,
  account uuid not null,
  configuration uuid not null,
  need uuid not null,
  how varchar(1000)
);
create index need_answer_by_feature on solution.need_answer (feature_key, id);
create index need_answer_by_account on solution.need_answer (account, feature_key, id);
create index need_answer_by_configuration on solution.need_answer (configuration, feature_key, id);
create index need_answer_by_need on solution.need_answer (need, feature_key, id);

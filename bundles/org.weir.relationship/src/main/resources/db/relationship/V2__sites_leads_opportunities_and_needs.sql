alter table relationship.account add column sector varchar(120);
alter table relationship.account add column employees bigint;
alter table relationship.account add column revenue_millions numeric(20, 6);
alter table relationship.account add column founded bigint;

create table relationship.site (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  code varchar(60),
  account uuid not null references relationship.account (id),
  address varchar(300),
  city varchar(120),
  country varchar(2),
  latitude numeric(9, 6),
  longitude numeric(9, 6),
  zone varchar(60),
  note text
);
create index site_by_name on relationship.site (name_key, id);
create index site_by_code on relationship.site (code, id);
create index site_by_account on relationship.site (account, id);

create table relationship.product (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  code varchar(80),
  series varchar(200),
  list_price numeric(20, 4),
  list_price_currency varchar(3),
  note text
);
create index product_by_name on relationship.product (name_key, id);
create index product_by_code on relationship.product (code, id);

create table relationship.competitor (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  note text
);
create index competitor_by_name on relationship.competitor (name_key, id);

create table relationship.seller (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  manager uuid references relationship.seller (id),
  office varchar(200),
  employee uuid
);
create index seller_by_name on relationship.seller (name_key, id);
create index seller_by_manager on relationship.seller (manager, id);

create table relationship.lead (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  title varchar(200) not null,
  title_key varchar(200) not null,
  account uuid references relationship.account (id),
  company varchar(200),
  person uuid references relationship.person (id),
  source varchar(40),
  received date not null,
  state varchar(40) not null,
  reason varchar(2000),
  note text,
  owner uuid,
  team uuid
);
create index lead_by_title on relationship.lead (title_key, id);
create index lead_by_account on relationship.lead (account, id);
create index lead_by_person on relationship.lead (person, id);
create index lead_by_received on relationship.lead (received, id);
create index lead_by_state on relationship.lead (state, id);
create index lead_by_owner on relationship.lead (owner, id);
create index lead_by_team on relationship.lead (team, id);

create table relationship.opportunity (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(40),
  title varchar(200) not null,
  title_key varchar(200) not null,
  account uuid references relationship.account (id),
  lead uuid references relationship.lead (id),
  stage varchar(40) not null,
  amount numeric(20, 4),
  amount_currency varchar(3),
  probability bigint,
  product uuid references relationship.product (id),
  engaged date,
  expected_close date,
  closed date,
  reason varchar(40),
  reason_words varchar(2000),
  seller uuid references relationship.seller (id),
  owner uuid,
  team uuid,
  external_key varchar(80)
);
create index opportunity_by_number on relationship.opportunity (number, id);
create index opportunity_by_title on relationship.opportunity (title_key, id);
create index opportunity_by_account on relationship.opportunity (account, id);
create index opportunity_by_lead on relationship.opportunity (lead, id);
create index opportunity_by_stage on relationship.opportunity (stage, id);
create index opportunity_by_amount on relationship.opportunity (amount, id);
create index opportunity_by_product on relationship.opportunity (product, id);
create index opportunity_by_engaged on relationship.opportunity (engaged, id);
create index opportunity_by_expected_close on relationship.opportunity (expected_close, id);
create index opportunity_by_closed on relationship.opportunity (closed, id);
create index opportunity_by_seller on relationship.opportunity (seller, id);
create index opportunity_by_owner on relationship.opportunity (owner, id);
create index opportunity_by_team on relationship.opportunity (team, id);
create index opportunity_by_external_key on relationship.opportunity (external_key, id);

create table relationship.opportunity_competitors (
  id uuid not null references relationship.opportunity (id) on delete cascade,
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);
create index opportunity_competitors_by_val on relationship.opportunity_competitors (val, id);

create table relationship.opportunity_person (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  person uuid not null references relationship.person (id),
  opportunity uuid not null references relationship.opportunity (id),
  part varchar(40) not null,
  weight bigint not null,
  support bigint not null,
  evidence varchar(2000)
);
create index opportunity_person_by_person on relationship.opportunity_person (person, id);
create index opportunity_person_by_opportunity on relationship.opportunity_person (opportunity, id);

create table relationship.need (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(40),
  title varchar(200) not null,
  title_key varchar(200) not null,
  account uuid not null references relationship.account (id),
  opportunity uuid references relationship.opportunity (id),
  priority varchar(40) not null,
  state varchar(40) not null,
  pain text,
  customer_kpi varchar(200),
  source varchar(40),
  voiced date not null,
  person uuid references relationship.person (id),
  reliability varchar(40) not null,
  decline_reason varchar(2000),
  answer varchar(2000),
  answered date,
  owner uuid,
  team uuid
);
create index need_by_number on relationship.need (number, id);
create index need_by_title on relationship.need (title_key, id);
create index need_by_account on relationship.need (account, id);
create index need_by_opportunity on relationship.need (opportunity, id);
create index need_by_priority on relationship.need (priority, id);
create index need_by_state on relationship.need (state, id);
create index need_by_voiced on relationship.need (voiced, id);
create index need_by_person on relationship.need (person, id);
create index need_by_owner on relationship.need (owner, id);
create index need_by_team on relationship.need (team, id);

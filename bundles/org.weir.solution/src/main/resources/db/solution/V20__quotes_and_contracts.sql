create table solution.price_list (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  currency varchar(3) not null,
  region varchar(40),
  valid_from date not null,
  valid_until date,
  floor_margin numeric(7,3) not null,
  ceiling_margin numeric(7,3) not null
);
create index price_list_by_name on solution.price_list (name_key, id);

create table solution.price (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  item varchar(80) not null,
  item_key varchar(80) not null,
  list uuid not null references solution.price_list (id),
  label varchar(200) not null,
  unit_price numeric(19,4) not null,
  unit_cost numeric(19,4) not null,
  valid_from date,
  valid_until date
);
create index price_by_item on solution.price (item_key, id);
create index price_by_list on solution.price (list, item_key, id);

create table solution.exchange_rate (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  pair varchar(20),
  pair_key varchar(20),
  source varchar(3) not null,
  target varchar(3) not null,
  rated_on date not null,
  rate numeric(19,9) not null
);
create index exchange_rate_by_pair on solution.exchange_rate (pair_key, id);
create index exchange_rate_by_rated on solution.exchange_rate (rated_on, id);
create unique index exchange_rate_by_day on solution.exchange_rate (source, target, rated_on);

create table solution.quote (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(60),
  number_key varchar(60),
  subject varchar(200) not null,
  account uuid not null,
  state varchar(40) not null,
  total numeric(19,4),
  total_currency varchar(3),
  corridor varchar(40),
  valid_until date,
  opportunity uuid,
  configuration uuid,
  contact uuid,
  language varchar(20),
  price_list uuid not null references solution.price_list (id),
  currency varchar(3) not null,
  priced_on date not null,
  discount numeric(7,4),
  terms varchar(4000),
  edition bigint,
  previous uuid references solution.quote (id),
  sent_on date,
  decided_on date,
  decided_by varchar(200),
  reason varchar(4000),
  owner uuid,
  team uuid
);
create unique index quote_by_number on solution.quote (number);
create index quote_by_title on solution.quote (number_key, id);
create index quote_by_account on solution.quote (account, id);
create index quote_by_opportunity on solution.quote (opportunity, id);
create index quote_by_configuration on solution.quote (configuration, id);
create index quote_by_contact on solution.quote (contact, id);
create index quote_by_previous on solution.quote (previous);
create index quote_by_state on solution.quote (state, id);
create index quote_by_created on solution.quote (created_at, id);
create index quote_by_owner on solution.quote (owner, id);
create index quote_by_team on solution.quote (team, id);

create table solution.quote_line (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  label varchar(200) not null,
  label_key varchar(200) not null,
  quote uuid not null references solution.quote (id),
  place bigint,
  site_type varchar(200),
  item varchar(80),
  quantity bigint not null,
  sites bigint not null,
  unit_price numeric(19,4),
  discount numeric(7,4),
  line_total numeric(19,4),
  line_total_currency varchar(3)
);
create index quote_line_by_label on solution.quote_line (label_key, id);
create index quote_line_by_quote on solution.quote_line (quote, place, id);
create index quote_line_by_place on solution.quote_line (place, id);

create table solution.quote_line_cost (
  line uuid primary key references solution.quote_line (id) on delete cascade,
  unit_cost numeric(19,4) not null
);

create table solution.quote_figures (
  quote uuid primary key references solution.quote (id) on delete cascade,
  cost numeric(19,4),
  margin numeric(9,4),
  fingerprint varchar(64) not null
);

create table solution.approval (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  subject varchar(200) not null,
  subject_key varchar(200) not null,
  account uuid not null,
  quote uuid not null references solution.quote (id),
  rule varchar(40) not null,
  state varchar(40) not null,
  reason varchar(4000) not null,
  requested_by uuid,
  requested_at timestamp(6) with time zone,
  decided_by uuid,
  decided_at timestamp(6) with time zone,
  answer varchar(4000),
  fingerprint varchar(64) not null
);
create index approval_by_subject on solution.approval (subject_key, id);
create index approval_by_quote on solution.approval (quote, id);
create index approval_by_account on solution.approval (account, id);
create index approval_by_state on solution.approval (state, requested_at, id);
create index approval_by_requested on solution.approval (requested_at, id);

create table solution.contract (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(60),
  number_key varchar(60),
  subject varchar(200) not null,
  account uuid not null,
  state varchar(40) not null,
  amount numeric(19,4) not null,
  amount_currency varchar(3) not null,
  signed_on date not null,
  signed_by varchar(200),
  order_number varchar(80),
  quote uuid not null references solution.quote (id),
  opportunity uuid,
  owner uuid,
  team uuid
);
create unique index contract_by_number on solution.contract (number);
create unique index contract_by_quote on solution.contract (quote);
create index contract_by_title on solution.contract (number_key, id);
create index contract_by_account on solution.contract (account, id);
create index contract_by_signed on solution.contract (signed_on, id);
create index contract_by_opportunity on solution.contract (opportunity, id);
create index contract_by_state on solution.contract (state, id);
create index contract_by_owner on solution.contract (owner, id);
create index contract_by_team on solution.contract (team, id);

create table solution.contract_line (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  label varchar(200) not null,
  label_key varchar(200) not null,
  contract uuid not null references solution.contract (id),
  account uuid not null,
  place bigint,
  site_type varchar(200),
  item varchar(80),
  quantity bigint not null,
  sites bigint not null,
  unit_price numeric(19,4) not null,
  unit_price_currency varchar(3) not null
);
create index contract_line_by_label on solution.contract_line (label_key, id);
create index contract_line_by_contract on solution.contract_line (contract, place, id);
create index contract_line_by_account on solution.contract_line (account, id);
create index contract_line_by_place on solution.contract_line (place, id);

create table solution.contract_site (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  contract uuid not null references solution.contract (id),
  account uuid not null,
  place bigint,
  site_type varchar(200),
  site uuid
);
create index contract_site_by_name on solution.contract_site (name_key, id);
create index contract_site_by_contract on solution.contract_site (contract, place, id);
create index contract_site_by_account on solution.contract_site (account, id);
create index contract_site_by_site on solution.contract_site (site, id);
create index contract_site_by_place on solution.contract_site (place, id);

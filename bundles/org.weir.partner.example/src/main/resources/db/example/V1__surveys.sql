create table example.survey (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  site varchar(200) not null,
  site_key varchar(200) not null,
  account uuid not null,
  surveyor uuid,
  planned_on date,
  state varchar(40) not null,
  load_kw numeric(12, 3),
  findings text
);
create index survey_by_site on example.survey (site_key, id);
create index survey_by_account on example.survey (account, planned_on, id);
create index survey_by_planned on example.survey (planned_on, id);

create table example.activity (
  account uuid primary key,
  touchpoints bigint not null,
  last_at timestamp(6) with time zone not null
);
create table example.counted (
  event uuid primary key
);

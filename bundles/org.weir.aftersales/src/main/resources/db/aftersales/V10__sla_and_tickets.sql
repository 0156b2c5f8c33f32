create table aftersales.sla (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  calendar uuid,
  usual boolean,
  warn_minutes bigint,
  escalate_minutes bigint,
  description text
);
create index sla_by_name on aftersales.sla (name_key, id);
create index sla_by_calendar on aftersales.sla (calendar, id);

create table aftersales.sla_target (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  sla uuid not null references aftersales.sla (id),
  severity varchar(40) not null,
  respond bigint,
  restore bigint,
  resolve bigint
);
create unique index sla_target_by_sla on aftersales.sla_target (sla, severity);

create table aftersales.ticket (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  title varchar(200) not null,
  title_key varchar(200) not null,
  number varchar(40),
  account uuid not null,
  severity varchar(40) not null,
  state varchar(40) not null,
  due timestamp(6) with time zone,
  owner uuid,
  opened_at timestamp(6) with time zone not null,
  channel varchar(40),
  impact varchar(40),
  reporter uuid,
  description text,
  site uuid,
  installed_system uuid,
  unit uuid,
  service_contract uuid,
  sla uuid references aftersales.sla (id),
  team uuid,
  parent uuid references aftersales.ticket (id),
  other_vendor boolean,
  vendor varchar(200),
  waiting_for varchar(1000),
  workaround text,
  resolution text,
  confirmed_by varchar(200),
  responded_at timestamp(6) with time zone,
  restored_at timestamp(6) with time zone,
  resolved_at timestamp(6) with time zone,
  closed_at timestamp(6) with time zone,
  due_respond timestamp(6) with time zone,
  due_restore timestamp(6) with time zone,
  due_resolve timestamp(6) with time zone,
  fixed_respond timestamp(6) with time zone,
  fixed_restore timestamp(6) with time zone,
  fixed_resolve timestamp(6) with time zone,
  breached_respond boolean,
  breached_restore boolean,
  breached_resolve boolean,
  sla_made boolean,
  escalation bigint,
  csat bigint,
  next_at timestamp(6) with time zone
);
create index ticket_by_title on aftersales.ticket (title_key, id);
create unique index ticket_by_number on aftersales.ticket (number);
create index ticket_by_account on aftersales.ticket (account, opened_at, id);
create index ticket_by_due on aftersales.ticket (due, id);
create index ticket_by_opened on aftersales.ticket (opened_at, id);
create index ticket_by_next on aftersales.ticket (next_at, id);
create index ticket_by_state on aftersales.ticket (state, id);
create index ticket_by_owner on aftersales.ticket (owner, id);
create index ticket_by_team on aftersales.ticket (team, id);
create index ticket_by_site on aftersales.ticket (site, id);
create index ticket_by_system on aftersales.ticket (installed_system, id);
create index ticket_by_unit on aftersales.ticket (unit, id);
create index ticket_by_contract on aftersales.ticket (service_contract, id);
create index ticket_by_sla on aftersales.ticket (sla, id);
create index ticket_by_parent on aftersales.ticket (parent, id);
create index ticket_by_reporter on aftersales.ticket (reporter, id);
create index ticket_by_resolved on aftersales.ticket (resolved_at, id);

create table aftersales.ticket_pause (
  id uuid primary key,
  ticket uuid not null references aftersales.ticket (id) on delete cascade,
  from_at timestamp(6) with time zone not null,
  until_at timestamp(6) with time zone,
  why varchar(1000) not null
);
create index ticket_pause_by_ticket on aftersales.ticket_pause (ticket, from_at);

create table aftersales.ticket_grading (
  id uuid primary key,
  ticket uuid not null,
  graded_at timestamp(6) with time zone not null,
  severity varchar(40) not null
);
create index ticket_grading_by_ticket on aftersales.ticket_grading (ticket, graded_at);

create table aftersales.ticket_escalation (
  id uuid primary key,
  ticket uuid not null references aftersales.ticket (id) on delete cascade,
  metric varchar(20) not null,
  step integer not null,
  due timestamp(6) with time zone not null,
  raised_at timestamp(6) with time zone not null,
  why varchar(1000)
);
create unique index ticket_escalation_once on aftersales.ticket_escalation (ticket, metric, step, due);

create table delivery.project_template (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(120) not null,
  name_key varchar(120) not null,
  site_type varchar(200),
  note text
);
create index project_template_by_name on delivery.project_template (name_key, id);

create table delivery.template_step (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  template uuid not null references delivery.project_template (id),
  ordinal bigint not null,
  name varchar(120) not null,
  name_key varchar(120) not null,
  applies varchar(40) not null,
  item_word varchar(120),
  half_days bigint not null,
  skill varchar(40) not null
);
create index template_step_by_name on delivery.template_step (name_key, id);
create index template_step_by_ordinal on delivery.template_step (ordinal, id);
create index template_step_by_template on delivery.template_step (template, ordinal, id);

create table delivery.template_step_checklist (
  id uuid not null references delivery.template_step (id) on delete cascade,
  pos integer not null,
  val varchar(300) not null,
  primary key (id, pos)
);
create index template_step_checklist_by_val on delivery.template_step_checklist (val, id);

create table delivery.template_link (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  template uuid not null references delivery.project_template (id),
  from_step uuid not null references delivery.template_step (id),
  to_step uuid not null references delivery.template_step (id),
  kind varchar(40) not null,
  lag bigint not null
);
create index template_link_by_template on delivery.template_link (template, id);
create index template_link_by_from on delivery.template_link (from_step, id);
create index template_link_by_to on delivery.template_link (to_step, id);

create table delivery.crew (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  skill varchar(40) not null,
  region varchar(40),
  calendar uuid,
  capacity bigint not null,
  lead uuid,
  note text
);
create index crew_by_name on delivery.crew (name_key, id);
create index crew_by_region on delivery.crew (region, id);
create index crew_by_calendar on delivery.crew (calendar, id);
create index crew_by_lead on delivery.crew (lead, id);

create table delivery.crew_absence (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  crew uuid not null references delivery.crew (id),
  first_day date not null,
  last_day date not null,
  why varchar(200)
);
create index crew_absence_by_crew on delivery.crew_absence (crew, first_day, id);
create index crew_absence_by_first_day on delivery.crew_absence (first_day, id);

create table delivery.project (
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
  contract uuid,
  template uuid references delivery.project_template (id),
  owner uuid,
  state varchar(40) not null,
  priority bigint not null,
  earliest_start date,
  wished_finish date,
  planned_start date,
  planned_finish date,
  baseline_finish date,
  forecast date,
  progress bigint not null,
  note text
);
create index project_by_title on delivery.project (title_key, id);
create index project_by_created on delivery.project (created_at, id);
create index project_by_number on delivery.project (number);
create index project_by_account on delivery.project (account, id);
create unique index project_by_contract on delivery.project (contract);
create index project_by_template on delivery.project (template, id);
create index project_by_owner on delivery.project (owner, id);
create index project_by_state on delivery.project (state, id);
create index project_by_planned_start on delivery.project (planned_start, id);
create index project_by_forecast on delivery.project (forecast, id);

create table delivery.task (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  project uuid not null references delivery.project (id),
  account uuid not null,
  site uuid,
  step uuid references delivery.template_step (id),
  ordinal bigint not null,
  half_days bigint not null,
  skill varchar(40) not null,
  crew uuid references delivery.crew (id),
  owner uuid,
  state varchar(40) not null,
  progress bigint not null,
  planned_start date,
  planned_start_half varchar(40),
  planned_finish date,
  planned_finish_half varchar(40),
  critical boolean not null,
  wait_reason varchar(40),
  waits_for uuid references delivery.task (id),
  hold_until date,
  baseline_start date,
  baseline_finish date,
  actual_start date,
  actual_finish date,
  note text
);
create index task_by_name on delivery.task (name_key, id);
create index task_by_project on delivery.task (project, ordinal, id);
create index task_by_account on delivery.task (account, id);
create index task_by_site on delivery.task (site, id);
create index task_by_step on delivery.task (step, id);
create index task_by_ordinal on delivery.task (ordinal, id);
create index task_by_crew on delivery.task (crew, planned_start, id);
create index task_by_owner on delivery.task (owner, planned_start, id);
create index task_by_planned_start on delivery.task (planned_start, id);
create index task_by_planned_finish on delivery.task (planned_finish, id);
create index task_by_waits_for on delivery.task (waits_for, id);
create index task_by_state on delivery.task (state, planned_finish, id);

create table delivery.task_link (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  project uuid not null references delivery.project (id),
  from_task uuid not null references delivery.task (id),
  to_task uuid not null references delivery.task (id),
  kind varchar(40) not null,
  lag bigint not null
);
create index task_link_by_project on delivery.task_link (project, id);
create index task_link_by_from on delivery.task_link (from_task, id);
create index task_link_by_to on delivery.task_link (to_task, id);

create table delivery.site_acceptance (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  number varchar(40),
  site uuid not null,
  account uuid not null,
  project uuid not null references delivery.project (id),
  kind varchar(40) not null,
  state varchar(40) not null,
  owner uuid,
  signed_by varchar(200),
  signed_at timestamp(6) with time zone,
  signed_with uuid,
  note text
);
create index site_acceptance_by_number on delivery.site_acceptance (number);
create unique index site_acceptance_once on delivery.site_acceptance (project, site, kind);
create index site_acceptance_by_site on delivery.site_acceptance (site, id);
create index site_acceptance_by_created on delivery.site_acceptance (created_at, id);
create index site_acceptance_by_account on delivery.site_acceptance (account, id);
create index site_acceptance_by_owner on delivery.site_acceptance (owner, id);
create index site_acceptance_by_signed on delivery.site_acceptance (signed_at, id);

create table delivery.acceptance_check (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  acceptance uuid not null references delivery.site_acceptance (id),
  account uuid not null,
  ordinal bigint not null,
  subject varchar(300) not null,
  subject_key varchar(300) not null,
  result varchar(40) not null,
  remark varchar(1000)
);
create index acceptance_check_by_subject on delivery.acceptance_check (subject_key, id);
create index acceptance_check_by_ordinal on delivery.acceptance_check (ordinal, id);
create index acceptance_check_by_acceptance on delivery.acceptance_check (acceptance, ordinal, id);
create index acceptance_check_by_account on delivery.acceptance_check (account, id);

create table delivery.punch_item (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  subject varchar(300) not null,
  subject_key varchar(300) not null,
  acceptance uuid not null references delivery.site_acceptance (id),
  account uuid not null,
  severity varchar(40) not null,
  owner uuid,
  due date,
  done boolean not null,
  done_on date,
  note text
);
create index punch_item_by_subject on delivery.punch_item (subject_key, id);
create index punch_item_by_acceptance on delivery.punch_item (acceptance, id);
create index punch_item_by_account on delivery.punch_item (account, id);
create index punch_item_by_owner on delivery.punch_item (owner, id);
create index punch_item_by_due on delivery.punch_item (due, id);

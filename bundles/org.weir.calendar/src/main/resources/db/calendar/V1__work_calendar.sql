create table calendar.work_calendar (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  zone varchar(60) not null,
  hours varchar(500) not null,
  region_holidays boolean,
  note text
);
create index work_calendar_by_name on calendar.work_calendar (name_key, id);

create table calendar.work_calendar_days_off (
  id uuid not null references calendar.work_calendar (id) on delete cascade,
  pos integer not null,
  val varchar(80) not null,
  primary key (id, pos)
);

create table calendar.work_calendar_working_days (
  id uuid not null references calendar.work_calendar (id) on delete cascade,
  pos integer not null,
  val varchar(80) not null,
  primary key (id, pos)
);

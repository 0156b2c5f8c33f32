create table aftersales.incident_event (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  incident varchar(40) not null,
  incident_key varchar(40) not null,
  state varchar(40) not null,
  happened_at timestamp(6) with time zone not null,
  opened_at timestamp(6) with time zone not null,
  change_count bigint not null,
  priority varchar(40),
  made_sla boolean,
  assignment_group varchar(80),
  assigned_to varchar(80),
  contact varchar(40),
  category varchar(80),
  symptom varchar(80),
  closed_code varchar(80)
);
create index incident_event_by_incident on aftersales.incident_event (incident_key, id);
create index incident_event_by_number on aftersales.incident_event (incident, happened_at, change_count);
create index incident_event_by_time on aftersales.incident_event (happened_at, id);

create table aftersales.incident_replay (
  ticket uuid primary key references aftersales.ticket (id) on delete cascade,
  recorded_made boolean not null,
  replayed_at timestamp(6) with time zone not null
);

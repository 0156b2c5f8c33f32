create sequence events.positions as bigint start with 1;

create table events.log (
  position bigint not null primary key,
  id uuid not null,
  type varchar(100) not null,
  subject_type varchar(100) not null,
  subject uuid not null,
  happened_at timestamp(6) with time zone not null,
  actor uuid,
  data text not null
);
create unique index log_id on events.log (id);

create table events.cursors (
  consumer varchar(200) not null primary key,
  position bigint not null
);

create table events.parked (
  consumer varchar(200) not null,
  position bigint not null,
  event_id uuid not null,
  attempts integer not null,
  reason varchar(2000) not null,
  parked_at timestamp(6) with time zone not null,
  primary key (consumer, position)
);
create index parked_event on events.parked (event_id);

create table gallery.meter (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  serial varchar(40) not null,
  name varchar(200) not null,
  name_key varchar(200) not null,
  account uuid not null,
  reader uuid,
  kwh numeric(14, 3),
  read_on date,
  due_on date,
  constraint meter_serial unique (serial)
);
create index meter_by_name on gallery.meter (name_key, id);
create index meter_by_account on gallery.meter (account, due_on, id);
create index meter_by_reader on gallery.meter (reader, due_on, id);
create index meter_by_read on gallery.meter (read_on, id);
create index meter_by_due on gallery.meter (due_on, id);

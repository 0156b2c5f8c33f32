-- the last number drawn, by prefix and year; the row is locked while a record is created
create table records.series (
  prefix varchar(12) not null,
  period integer not null,
  last bigint not null,
  primary key (prefix, period)
);

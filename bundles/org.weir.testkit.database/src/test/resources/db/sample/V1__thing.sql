create table sample.things (
  id uuid not null primary key,
  name varchar(100) not null,
  happened timestamp(6) with time zone,
  due date,
  amount numeric(18,4),
  parent uuid,
  done boolean,
  body bytea,
  remark text,
  state varchar(20)
);
create index things_name on sample.things (name);

create table things.thing (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  note text,
  state varchar(40) not null,
  ready boolean,
  pieces bigint,
  weight numeric(12, 3),
  price numeric(19, 4),
  price_currency varchar(3),
  due date,
  seen timestamp(6) with time zone,
  parent uuid references things.thing (id),
  owner uuid,
  email varchar(100),
  secret varchar(40)
);
create index thing_by_name on things.thing (name_key, id);
create index thing_by_due on things.thing (due, id);

create table things.thing_codes (
  id uuid not null references things.thing (id) on delete cascade,
  pos integer not null,
  val varchar(20) not null,
  primary key (id, pos)
);

create table things.thing_friends (
  id uuid not null references things.thing (id) on delete cascade,
  pos integer not null,
  val uuid not null,
  primary key (id, pos)
);

create table things.tool (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  thing uuid not null references things.thing (id),
  name varchar(200) not null,
  name_key varchar(200) not null
);
create index tool_by_name on things.tool (name_key, id);
create index tool_by_thing on things.tool (thing, id);

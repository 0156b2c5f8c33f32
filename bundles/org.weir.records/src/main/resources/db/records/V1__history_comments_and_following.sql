-- what changed in every record of every type; diffs is the JSON of the event
create table records.history (
  id uuid primary key,
  type varchar(80) not null,
  record uuid not null,
  title varchar(2000) not null,
  version bigint not null,
  happened_at timestamp(6) with time zone not null,
  actor uuid not null,
  actor_name varchar(200) not null,
  kind varchar(10) not null,
  via varchar(100) not null,
  batch uuid,
  diffs text not null
);
create index history_by_record on records.history (record, id);
create index history_by_batch on records.history (batch, id);

create table records.remark (
  id uuid primary key,
  type varchar(80) not null,
  record uuid not null,
  author uuid not null,
  author_name varchar(200) not null,
  said_at timestamp(6) with time zone not null,
  words varchar(10000) not null,
  edited_at timestamp(6) with time zone,
  deleted_at timestamp(6) with time zone
);
create index remark_by_record on records.remark (record, id);

create table records.follower (
  follower uuid not null,
  record uuid not null,
  type varchar(80) not null,
  since timestamp(6) with time zone not null,
  primary key (follower, record)
);
create index follower_by_record on records.follower (record, follower);

-- made once, the same on all nodes
create table records.secret (
  name varchar(40) primary key,
  val varchar(200) not null
);

create table records.demo_done (
  name varchar(200) primary key,
  done_at timestamp(6) with time zone not null
);

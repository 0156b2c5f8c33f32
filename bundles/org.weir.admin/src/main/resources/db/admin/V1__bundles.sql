create table admin.jars (
  sha varchar(64) not null primary key,
  name varchar(200) not null,
  version varchar(100) not null,
  title varchar(500) not null,
  size_bytes bigint not null,
  file_name varchar(200) not null,
  signer varchar(1000) not null,
  brought_at timestamp(6) with time zone not null
);
create index jars_name on admin.jars (name, brought_at);

create table admin.jar_parts (
  sha varchar(64) not null,
  part integer not null,
  content bytea not null,
  primary key (sha, part)
);

-- what every node is to have in its deploy folder; sha is null for what is to be gone
create table admin.wanted (
  name varchar(200) not null primary key,
  revision bigint not null,
  sha varchar(64),
  previous varchar(64),
  trying boolean not null,
  node uuid not null,
  changed_at timestamp(6) with time zone not null
);

create table admin.deployments (
  id uuid not null primary key,
  made_at timestamp(6) with time zone not null,
  by_name varchar(200) not null,
  name varchar(200) not null,
  from_version varchar(100) not null,
  to_version varchar(100) not null,
  from_sha varchar(64),
  to_sha varchar(64),
  outcome varchar(20) not null,
  reason text not null
);
create index deployments_made_at on admin.deployments (made_at);

create table jobs.jobs (
  id uuid not null primary key,
  owner uuid not null,
  title text not null,
  state varchar(20) not null,
  done bigint not null,
  total bigint not null,
  message text,
  node uuid not null,
  cancel_asked boolean not null,
  created_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone
);
create index jobs_owner on jobs.jobs (owner, created_at);
create index jobs_ended on jobs.jobs (ended_at);

create table jobs.nodes (
  node uuid not null primary key,
  seen_at timestamp(6) with time zone not null
);

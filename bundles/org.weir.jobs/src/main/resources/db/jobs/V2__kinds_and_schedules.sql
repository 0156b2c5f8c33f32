alter table jobs.jobs add column kind varchar(200);
alter table jobs.jobs add column schedule varchar(200);
alter table jobs.jobs add column input text;
alter table jobs.jobs add column attempts integer default 1 not null;
alter table jobs.jobs add column tries integer default 1 not null;
alter table jobs.jobs add column due_at timestamp(6) with time zone;
alter table jobs.jobs add column started_at timestamp(6) with time zone;
alter table jobs.jobs add column node_name varchar(200) default '' not null;
create index jobs_due on jobs.jobs (state, due_at);
create index jobs_schedule on jobs.jobs (schedule, created_at);
create index jobs_created on jobs.jobs (created_at);

create table jobs.schedules (
  name varchar(200) not null primary key,
  title text not null,
  moments text not null,
  spec varchar(500) not null,
  next_at timestamp(6) with time zone not null,
  last_job uuid
);

create table webhooks.webhook (
  id uuid primary key,
  version bigint not null,
  created_at timestamp(6) with time zone not null,
  created_by uuid,
  updated_at timestamp(6) with time zone not null,
  updated_by uuid,
  name varchar(200) not null,
  name_key varchar(200) not null,
  address varchar(1000) not null,
  owner uuid,
  active boolean not null,
  stopped_because varchar(40)
);
create index webhook_by_name on webhooks.webhook (name_key, id);
create index webhook_by_owner on webhooks.webhook (owner, name_key, id);

create table webhooks.webhook_events (
  id uuid not null references webhooks.webhook (id) on delete cascade,
  pos integer not null,
  val varchar(100) not null,
  primary key (id, pos)
);

-- a secret that was replaced signs besides the new one until it ends
create table webhooks.secret (
  id uuid primary key,
  webhook uuid not null,
  secret varchar(100) not null,
  made_at timestamp(6) with time zone not null,
  ends_at timestamp(6) with time zone
);
create index secret_of on webhooks.secret (webhook, made_at);

-- how a receiver has done lately
create table webhooks.receiver (
  webhook uuid primary key,
  failures integer not null,
  failing_since timestamp(6) with time zone,
  not_before timestamp(6) with time zone,
  delivered_at timestamp(6) with time zone
);

create table webhooks.delivery (
  id uuid primary key,
  webhook uuid not null,
  event uuid not null,
  event_type varchar(200) not null,
  subject_type varchar(100) not null,
  subject uuid not null,
  body text not null,
  state varchar(20) not null,
  attempts integer not null,
  next_at timestamp(6) with time zone,
  claimed_until timestamp(6) with time zone,
  created_at timestamp(6) with time zone not null,
  ended_at timestamp(6) with time zone,
  constraint delivery_once unique (webhook, event)
);
create index delivery_due on webhooks.delivery (state, next_at);
create index delivery_log on webhooks.delivery (webhook, id);
create index delivery_subject on webhooks.delivery (webhook, subject);
create index delivery_created on webhooks.delivery (created_at);

create table webhooks.attempt (
  id uuid primary key,
  delivery uuid not null references webhooks.delivery (id) on delete cascade,
  tried_at timestamp(6) with time zone not null,
  millis bigint not null,
  request text not null,
  status integer,
  answer text not null,
  error varchar(300) not null
);
create index attempt_of on webhooks.attempt (delivery, id);

-- what was answered to a request that bore an Idempotency-Key; without a status while it is under way
create table rest.answers (
  caller uuid not null,
  request_key varchar(255) not null,
  fingerprint varchar(64) not null,
  claim uuid not null,
  claimed_at timestamp(6) with time zone not null,
  status integer,
  headers text,
  body bytea,
  primary key (caller, request_key)
);
create index answers_claimed on rest.answers (claimed_at);

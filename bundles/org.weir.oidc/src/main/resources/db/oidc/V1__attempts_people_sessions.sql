-- somebody was sent to the provider and may come back, once, with the same browser
create table oidc.attempt (
  state_hash varchar(64) primary key,
  browser_hash varchar(64) not null,
  nonce varchar(64) not null,
  verifier varchar(64) not null,
  back varchar(2000) not null,
  expires_at timestamp(6) with time zone not null
);
create index attempt_expires on oidc.attempt (expires_at);

-- who somebody at the provider is here; logins may change there, subjects do not
create table oidc.person (
  issuer varchar(300) not null,
  subject varchar(255) not null,
  user_id uuid not null,
  primary key (issuer, subject)
);
create index person_user on oidc.person (user_id);

-- sessions that the provider may end
create table oidc.session (
  session_id uuid primary key,
  issuer varchar(300) not null,
  subject varchar(255) not null,
  sid varchar(255) not null, -- empty when the provider gives none
  user_id uuid not null,
  opened_at timestamp(6) with time zone not null
);
create index session_subject on oidc.session (issuer, subject);
create index session_opened on oidc.session (opened_at);

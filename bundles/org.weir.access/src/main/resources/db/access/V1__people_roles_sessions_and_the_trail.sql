create table access.teams (
  id uuid primary key,
  name varchar(200) not null,
  parent_id uuid references access.teams (id)
);
create index teams_parent on access.teams (parent_id);

create table access.users (
  id uuid primary key,
  login varchar(100) not null,
  login_key varchar(100) not null unique, -- the login in lower case
  name varchar(200) not null,
  name_key varchar(200) not null, -- the name in lower case, for finding
  email varchar(254),
  language varchar(35), -- null: that of the region
  zone varchar(60), -- null: that of the region
  theme varchar(10) not null,
  team_id uuid references access.teams (id),
  active boolean not null,
  password_hash varchar(100), -- null: cannot sign in
  must_change boolean not null,
  credential integer not null, -- counts the passwords
  created_at timestamp(6) with time zone not null,
  changed_at timestamp(6) with time zone not null
);
create index users_name on access.users (name, login_key);
create index users_team on access.users (team_id);

create table access.user_region (
  user_id uuid not null references access.users (id),
  region varchar(40) not null,
  primary key (user_id, region)
);

create table access.roles (
  code varchar(60) primary key,
  name varchar(200) not null, -- a text key or the words an administrator typed
  built_in boolean not null
);

create table access.role_grant (
  role varchar(60) not null references access.roles (code),
  permission varchar(120) not null,
  scope varchar(20) not null,
  primary key (role, permission, scope)
);

-- what templates have proposed once; never proposed again
create table access.role_offer (
  role varchar(60) not null,
  permission varchar(120) not null,
  primary key (role, permission)
);

create table access.user_role (
  user_id uuid not null references access.users (id),
  role varchar(60) not null references access.roles (code),
  primary key (user_id, role)
);
create index user_role_role on access.user_role (role);

create table access.sessions (
  id uuid primary key,
  token_hash varchar(64) not null unique, -- SHA-256 of the cookie's value, hexadecimal
  user_id uuid not null references access.users (id),
  started_at timestamp(6) with time zone not null,
  last_seen_at timestamp(6) with time zone not null,
  expires_at timestamp(6) with time zone not null,
  address varchar(100) not null,
  user_agent varchar(300) not null
);
create index sessions_user on access.sessions (user_id);
create index sessions_expires on access.sessions (expires_at);

-- failed tries by login and by address; the subject is a hash, for people type passwords into the login field
create table access.throttle (
  kind varchar(10) not null,
  subject varchar(64) not null,
  failures integer not null,
  last_at timestamp(6) with time zone not null,
  blocked_until timestamp(6) with time zone,
  noted_until timestamp(6) with time zone,
  primary key (kind, subject)
);
create index throttle_last on access.throttle (last_at);

-- where a user has signed in from before: strangers' failures do not keep the owner out there
create table access.known_address (
  user_id uuid not null references access.users (id),
  address varchar(64) not null,
  last_at timestamp(6) with time zone not null,
  primary key (user_id, address)
);

create table access.audit (
  seq bigint primary key,
  id uuid not null unique,
  noted_at timestamp(6) with time zone not null,
  user_id uuid,
  login varchar(100) not null,
  action varchar(60) not null,
  detail varchar(2000) not null,
  address varchar(100) not null,
  previous_hash varchar(64) not null,
  hash varchar(64) not null
);
create index audit_user on access.audit (user_id, seq);

-- one row: the end of the trail, and the lock under which rights change
create table access.audit_head (
  id integer primary key,
  seq bigint not null,
  hash varchar(64) not null
);
insert into access.audit_head (id, seq, hash) values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

insert into access.roles (code, name, built_in) values ('administrator', 'access.role.administrator', true);
insert into access.role_grant (role, permission, scope) values ('administrator', '*', 'ALL');

-- one row: whoever changes rights locks it, so that what was checked still holds when it is committed
create table access.rights_lock (
  id integer primary key,
  changes bigint not null
);
insert into access.rights_lock (id, changes) values (1, 0);

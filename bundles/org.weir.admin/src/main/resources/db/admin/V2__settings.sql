create table admin.settings (
  pid varchar(200) not null,
  name varchar(200) not null,
  setting text not null,
  primary key (pid, name)
);

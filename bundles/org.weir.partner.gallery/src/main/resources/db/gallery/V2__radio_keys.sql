create table gallery.radio_key (
  meter uuid primary key,
  secret varchar(400) not null
);

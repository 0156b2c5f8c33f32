create table aftersales.seeded (
  what varchar(80) primary key,
  seeded_at timestamp(6) with time zone not null
);

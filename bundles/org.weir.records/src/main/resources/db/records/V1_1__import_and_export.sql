-- uploaded and exported files, cut into pieces so that any node can read them and none needs them in memory
create table records.file_piece (
  file_id uuid not null,
  pos integer not null,
  bytes bytea not null,
  primary key (file_id, pos)
);

create table records.import_batch (
  id uuid primary key,
  type varchar(100) not null,
  owner uuid not null,
  file_name varchar(255) not null,
  state varchar(20) not null,
  begun boolean not null,
  charset varchar(40) not null,
  delimiter varchar(4) not null,
  worksheet varchar(255) not null,
  certain boolean not null,
  worksheets text not null,
  heads text not null,
  preview text not null,
  mapping text not null,
  row_count bigint not null,
  job uuid,
  message text,
  created_at timestamp(6) with time zone not null
);
create index import_batch_recent on records.import_batch (owner, type, created_at);

-- what became of each row (part 0) and of the records made for its references (part 1, 2, …)
create table records.import_row (
  batch uuid not null,
  line bigint not null,
  part integer not null,
  type varchar(100) not null,
  outcome varchar(20) not null,
  record uuid,
  version bigint,
  title varchar(1000) not null,
  field varchar(100) not null,
  reason text,
  primary key (batch, line, part)
);
create index import_row_outcome on records.import_row (batch, outcome, line);
create index import_row_record on records.import_row (batch, record);

create table records.import_mapping (
  owner uuid not null,
  type varchar(100) not null,
  signature varchar(64) not null,
  mapping text not null,
  used_at timestamp(6) with time zone not null,
  primary key (owner, type, signature)
);

create table records.export_file (
  job uuid primary key,
  file_id uuid not null,
  owner uuid not null,
  name varchar(255) not null,
  content_type varchar(100) not null,
  created_at timestamp(6) with time zone not null
);

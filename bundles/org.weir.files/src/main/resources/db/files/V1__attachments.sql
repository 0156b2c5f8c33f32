create table files.attachments (
  id uuid not null primary key,
  record_type varchar(100) not null,
  record_id uuid not null,
  name varchar(255) not null,
  bytes bigint not null,
  media varchar(100) not null,
  sha256 varchar(64) not null,
  added_by uuid,
  added_at timestamp(6) with time zone not null,
  removed_by uuid,
  removed_at timestamp(6) with time zone
);
create index attachments_record on files.attachments (record_id, added_at);
create index attachments_content on files.attachments (sha256);
create index attachments_removed on files.attachments (removed_at);

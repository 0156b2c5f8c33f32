-- one's own accounts are listed by name
drop index relationship.account_by_owner;
create index account_by_owner on relationship.account (owner, name_key, id);

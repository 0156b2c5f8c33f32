alter table webhooks.secret alter column secret set data type varchar(400);

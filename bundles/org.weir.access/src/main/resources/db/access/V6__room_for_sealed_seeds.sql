alter table access.second_factor alter column secret set data type varchar(400);

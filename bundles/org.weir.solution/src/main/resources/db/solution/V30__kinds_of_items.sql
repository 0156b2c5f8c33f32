alter table solution.price add column kind varchar(40) default 'hardware' not null;
alter table solution.quote_line add column kind varchar(40) default 'hardware' not null;
alter table solution.contract_line add column kind varchar(40) default 'hardware' not null;

-- What the clocks give moves for all open tickets when a calendar changes: it stands in rows of its own, narrow and with
-- two indexes. So tickets may have again the indexes that V12 and V13 took from them.
create table aftersales.ticket_reckoned (
  id uuid primary key,
  due timestamp(6) with time zone,
  due_respond timestamp(6) with time zone,
  due_restore timestamp(6) with time zone,
  due_resolve timestamp(6) with time zone,
  breached_respond boolean,
  breached_restore boolean,
  breached_resolve boolean,
  sla_made boolean,
  escalation bigint,
  next_at timestamp(6) with time zone
);
insert into aftersales.ticket_reckoned (id, due, due_respond, due_restore, due_resolve, breached_respond, breached_restore,
    breached_resolve, sla_made, escalation, next_at)
  select id, due, due_respond, due_restore, due_resolve, breached_respond, breached_restore, breached_resolve, sla_made,
    escalation, next_at from aftersales.ticket;
create index ticket_reckoned_by_due on aftersales.ticket_reckoned (due, id);
create index ticket_reckoned_by_next on aftersales.ticket_reckoned (next_at, id);

drop index aftersales.ticket_by_due;
drop index aftersales.ticket_by_next;
alter table aftersales.ticket drop column due;
alter table aftersales.ticket drop column due_respond;
alter table aftersales.ticket drop column due_restore;
alter table aftersales.ticket drop column due_resolve;
alter table aftersales.ticket drop column breached_respond;
alter table aftersales.ticket drop column breached_restore;
alter table aftersales.ticket drop column breached_resolve;
alter table aftersales.ticket drop column sla_made;
alter table aftersales.ticket drop column escalation;
alter table aftersales.ticket drop column next_at;

create index ticket_by_title on aftersales.ticket (title_key, id);
create index ticket_by_state on aftersales.ticket (state, id);
create index ticket_by_team on aftersales.ticket (team, id);
create index ticket_by_sla on aftersales.ticket (sla, id);
create index ticket_by_parent on aftersales.ticket (parent, id);
create index ticket_by_reporter on aftersales.ticket (reporter, id);
create index ticket_by_resolved on aftersales.ticket (resolved_at, id);

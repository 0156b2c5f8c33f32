-- As V12: three that lists rarely walk, and one that HSQLDB has twice: it keeps an index of its own for the reference to
-- the parent, and cannot let go of one that points into its own table.
drop index aftersales.ticket_by_title;
drop index aftersales.ticket_by_resolved;
drop index aftersales.ticket_by_reporter;
drop index aftersales.ticket_by_parent;

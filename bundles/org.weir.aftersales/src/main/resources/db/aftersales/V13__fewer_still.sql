-- As V12: three that lists rarely walk. (The reference to the parent keeps its own: HSQLDB cannot let go of one that points
-- into its own table.)
drop index aftersales.ticket_by_title;
drop index aftersales.ticket_by_resolved;
drop index aftersales.ticket_by_reporter;

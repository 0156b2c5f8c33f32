create unique index installed_system_by_project_site on aftersales.installed_system (project, site);

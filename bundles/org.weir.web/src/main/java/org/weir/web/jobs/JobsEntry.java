package org.weir.web.jobs;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.web.api.NavEntry;

/** The way to everybody's jobs. */
@Component
public final class JobsEntry implements NavEntry {
    @Override
    public String section() {
        return "section.administration";
    }

    @Override
    public int order() {
        return 55;
    }

    @Override
    public Text label() {
        return Text.of("jobs.all");
    }

    @Override
    public String icon() {
        return "clock";
    }

    @Override
    public String href() {
        return AllJobsPage.PATH;
    }

    @Override
    public String permission() {
        return JobPages.ADMINISTER;
    }
}

package org.weir.web.jobs;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Audit;
import org.weir.access.api.Directory;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.State;
import org.weir.jobs.api.Schedules;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.shell.Request;

/** {@code /admin/jobs}: what comes round and when, and everybody's work in the background. */
@Component(service = Page.class)
public final class AllJobsPage implements Page {
    static final String PATH = "/admin/jobs";
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int SHOWN = 100;

    private static final List<Choice> CHOICES = Arrays.stream(State.values())
            .map(it -> new Choice(it.name(), JobPages.key(it)))
            .toList();

    private final Jobs jobs;
    private final Schedules schedules;
    private final Directory directory;
    private final Audit audit;

    /** A state to see only jobs in it. */
    public record Choice(String state, String text) {}

    @Activate
    public AllJobsPage(
            @Reference Jobs jobs,
            @Reference Schedules schedules,
            @Reference Directory directory,
            @Reference Audit audit) {
        this.jobs = jobs;
        this.schedules = schedules;
        this.directory = directory;
        this.audit = audit;
    }

    @Override
    public String path() {
        return PATH;
    }

    @Override
    public String permission() {
        return JobPages.ADMINISTER;
    }

    @Override
    public Reply get(Visit visit) {
        State state = state(visit.param("state"));
        JobTable table = JobTable.everybody(
                jobs.newest(state == null ? Set.of() : Set.of(state), SHOWN),
                directory,
                state == null ? PATH : PATH + "?state=" + state);
        return new Reply.Show(
                Text.of("jobs.all"),
                List.of(new Reply.Crumb(Text.of("admin.home"), "/admin")),
                TEMPLATES.jobsEverybody(visit, table, schedules.planned(), state == null ? "" : state.name(), CHOICES));
    }

    private static @Nullable State state(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return Arrays.stream(State.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    /** Has a turn of what comes round now. */
    @Override
    public Reply post(Visit visit) {
        String name = visit.param("schedule");
        if (name == null) {
            throw ProblemException.notFound();
        }
        schedules.runNow(name);
        audit.note(visit.actor(), "job.run-now", name, ((Request) visit).address());
        return new Reply.Redirect(PATH, Text.of("jobs.soon"));
    }
}

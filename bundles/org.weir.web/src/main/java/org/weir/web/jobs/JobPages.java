package org.weir.web.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Job;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.session.SignIn;
import org.weir.web.shell.Handled;
import org.weir.web.shell.Services;

/** {@code /jobs}: one's own background work, with progress and cancel. */
public final class JobPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int SHOWN = 50;
    private static final int BATCHES = 20;
    private static final Crumb ALL = new Crumb(Text.of("web.jobs"), "/jobs");

    private final Services services;

    public JobPages(Services services) {
        this.services = services;
    }

    public List<Page> pages() {
        return List.of(
                Handled.show("/jobs", Page.SIGNED_IN, this::all),
                Handled.show("/jobs/{id}", Page.SIGNED_IN, this::one),
                Handled.act("/jobs/{id}/cancel", Page.SIGNED_IN, it -> "/jobs/" + it.path("id"), this::cancel));
    }

    private Reply all(Visit visit) {
        List<Job> jobs = services.jobs().ofOwner(visit.actor().user(), SHOWN);
        return new Reply.Show(Text.of("web.jobs"), List.of(), TEMPLATES.jobsAll(visit, jobs));
    }

    /** @throws ProblemException 404 for a job of somebody else */
    public static Job mine(Jobs jobs, Visit visit, UUID id) {
        UUID user = visit.actor().user();
        return jobs.find(id).filter(it -> it.owner().equals(user)).orElseThrow(ProblemException::notFound);
    }

    private Reply one(Visit visit) {
        Job job = mine(services.jobs(), visit, visit.pathId("id"));
        return new Reply.Show(
                job.title(),
                List.of(ALL),
                TEMPLATES.jobsOne(visit, job, Objects.requireNonNullElse(result(visit, job), "")));
    }

    /** Where what came out of it is, as far as we know. */
    private @Nullable String result(Visit visit, Job job) {
        for (var type : services.types().all()) {
            if (visit.actor().may(type.permission("import"))) {
                for (var batch : services.imports().recent(visit.actor(), type.name(), BATCHES)) {
                    if (job.id().equals(batch.job())) {
                        return "/imports/" + batch.id();
                    }
                }
            }
        }
        return hasFile(visit, job) ? "/exports/" + job.id() : null;
    }

    private boolean hasFile(Visit visit, Job job) {
        try {
            return job.state() == Jobs.State.DONE
                    && services.exports().download(visit.actor(), job.id()).file() != null;
        } catch (ProblemException | IOException notAnExport) {
            return false;
        }
    }

    private Reply cancel(Visit visit) {
        Job job = mine(services.jobs(), visit, visit.pathId("id"));
        services.jobs().cancel(job.id());
        String back = visit.param("back");
        return new Reply.Redirect(
                back == null ? "/jobs/" + job.id() : SignIn.ours(back), Text.of("transfer.job.cancelling"));
    }

    /** Text key of a state. */
    public static String key(Jobs.State state) {
        return "transfer.job." + state.name().toLowerCase(Locale.ROOT);
    }

    /** Tone of its tag. */
    public static String tone(Jobs.State state) {
        return switch (state) {
            case DONE -> "good";
            case FAILED, INTERRUPTED -> "bad";
            case CANCELLED -> "";
            case WAITING, RUNNING -> "info";
        };
    }
}

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
import org.weir.web.shell.Request;
import org.weir.web.shell.Services;

/** {@code /jobs}: one's own background work, with progress, cancel and retry; of others for those who look after it. */
public final class JobPages {
    /** Sees and handles everybody's jobs. */
    public static final String ADMINISTER = "jobs:administer";

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
                Handled.act("/jobs/{id}/cancel", Page.SIGNED_IN, it -> "/jobs/" + it.path("id"), this::cancel),
                Handled.act("/jobs/{id}/retry", Page.SIGNED_IN, it -> "/jobs/" + it.path("id"), this::retry));
    }

    private Reply all(Visit visit) {
        List<Job> jobs = services.jobs().ofOwner(visit.actor().user(), SHOWN);
        return new Reply.Show(Text.of("web.jobs"), List.of(), TEMPLATES.jobsAll(visit, JobTable.own(jobs)));
    }

    /** @throws ProblemException 404 for a job of somebody else */
    public static Job mine(Jobs jobs, Visit visit, UUID id) {
        UUID user = visit.actor().user();
        return jobs.find(id).filter(it -> it.owner().equals(user)).orElseThrow(ProblemException::notFound);
    }

    /** One's own, or anybody's for those who look after them. @throws ProblemException 404 */
    private Job seen(Visit visit) {
        return visit.actor().may(ADMINISTER)
                ? services.jobs().find(visit.pathId("id")).orElseThrow(ProblemException::notFound)
                : mine(services.jobs(), visit, visit.pathId("id"));
    }

    private static boolean own(Visit visit, Job job) {
        return job.owner().equals(visit.actor().user());
    }

    private Reply one(Visit visit) {
        Job job = seen(visit);
        boolean own = own(visit, job);
        return new Reply.Show(
                job.title(),
                List.of(own ? ALL : new Crumb(Text.of("jobs.all"), AllJobsPage.PATH)),
                TEMPLATES.jobsOne(
                        visit,
                        job,
                        own ? Objects.requireNonNullElse(result(visit, job), "") : "",
                        own
                                ? ""
                                : JobTable.everybody(List.of(job), services.directory(), "")
                                        .owner(job)));
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
        Job job = seen(visit);
        services.jobs().cancel(job.id());
        note(visit, job, "job.cancelled");
        return back(visit, job, "transfer.job.cancelling");
    }

    private Reply retry(Visit visit) {
        Job job = seen(visit);
        services.jobs().retry(job.id());
        note(visit, job, "job.retried");
        return back(visit, job, "jobs.soon");
    }

    private void note(Visit visit, Job job, String what) {
        if (!own(visit, job)) {
            services.audit().note(visit.actor(), what, job.id().toString(), ((Request) visit).address());
        }
    }

    private static Reply back(Visit visit, Job job, String toast) {
        String back = visit.param("back");
        return new Reply.Redirect(back == null ? "/jobs/" + job.id() : SignIn.ours(back), Text.of(toast));
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

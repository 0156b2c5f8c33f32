package org.weir.web.jobs;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Job;
import org.weir.records.api.Exports;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Reply.Crumb;
import org.weir.web.api.Visit;
import org.weir.web.jte.StaticTemplates;
import org.weir.web.session.SignIn;
import org.weir.web.shell.Services;

/** {@code /jobs}: one's own background work, with progress, cancel and what came out. */
public final class JobPages {
    private static final StaticTemplates TEMPLATES = new StaticTemplates();
    private static final int SHOWN = 50;

    private final Services services;

    public JobPages(Services services) {
        this.services = services;
    }

    /** Work of a page. */
    private interface Work {
        Reply answer(Visit visit) throws IOException;
    }

    private record At(String path, Work onGet, Work onPost) implements Page {
        @Override
        public String permission() {
            return SIGNED_IN;
        }

        @Override
        public Reply get(Visit visit) throws IOException {
            return onGet.answer(visit);
        }

        @Override
        public Reply post(Visit visit) throws IOException {
            return onPost.answer(visit);
        }
    }

    public List<Page> pages() {
        Work never = visit -> new Reply.NotAllowed();
        return List.of(
                new At("/jobs", this::all, never),
                new At("/jobs/{id}", this::one, never),
                new At("/jobs/{id}/file", this::file, never),
                new At(
                        "/jobs/{id}/cancel",
                        visit -> new Reply.Redirect("/jobs/" + visit.path("id"), null),
                        this::cancel));
    }

    private Reply all(Visit visit) {
        List<Job> jobs = services.jobs().ofOwner(visit.actor().user(), SHOWN);
        return new Reply.Show(Text.of("web.jobs"), List.of(), TEMPLATES.jobsAll(visit, jobs));
    }

    private Job mine(Visit visit) {
        UUID user = visit.actor().user();
        return services.jobs()
                .find(visit.pathId("id"))
                .filter(it -> it.owner().equals(user))
                .orElseThrow(ProblemException::notFound);
    }

    private Reply one(Visit visit) {
        Job job = mine(visit);
        boolean file = job.state() == Jobs.State.DONE && hasFile(visit, job);
        String back = visit.param("back");
        return new Reply.Show(
                job.title(),
                List.of(new Crumb(Text.of("web.jobs"), "/jobs")),
                TEMPLATES.jobsOne(visit, job, file, back == null ? "" : SignIn.ours(back)));
    }

    private boolean hasFile(Visit visit, Job job) {
        try {
            services.exports().download(visit.actor(), job.id());
            return true;
        } catch (ProblemException | IOException notAnExport) {
            return false;
        }
    }

    private Reply file(Visit visit) throws IOException {
        Exports.Download download =
                services.exports().download(visit.actor(), mine(visit).id());
        return new Reply.Download(download.file(), download.name(), download.contentType());
    }

    private Reply cancel(Visit visit) {
        Job job = mine(visit);
        services.jobs().cancel(job.id());
        String back = visit.param("back");
        return new Reply.Redirect(
                back == null ? "/jobs/" + job.id() : SignIn.ours(back), Text.of("web.job.cancelling"));
    }

    /** Text key of a state. */
    public static String key(Jobs.State state) {
        return "web.job." + state.name().toLowerCase(Locale.ROOT);
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

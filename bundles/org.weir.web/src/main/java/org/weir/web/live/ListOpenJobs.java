package org.weir.web.live;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.State;
import org.weir.web.jobs.JobPages;
import org.weir.web.shell.Json;

/** The jobs that have not ended, and a mark that changes with the newest, as a page that lists jobs hears of them. */
final class ListOpenJobs {
    private static final int MOST = 100;
    private static final int NEWEST = 20;
    private static final Set<State> OPEN = Set.of(State.WAITING, State.RUNNING);

    private final Jobs jobs;
    private final Texts texts;

    ListOpenJobs(Jobs jobs, Texts texts) {
        this.jobs = jobs;
        this.texts = texts;
    }

    /** A JSON object on one line; {@code owner} null for everybody. */
    String data(@Nullable UUID owner, Locale locale) {
        List<Job> newest = owner == null ? jobs.newest(Set.of(), NEWEST) : jobs.ofOwner(owner, MOST);
        List<Job> open = owner == null
                ? jobs.newest(OPEN, MOST)
                : newest.stream().filter(it -> !it.ended()).toList();
        String mark = Integer.toHexString(newest.stream()
                .limit(NEWEST)
                .map(it -> it.id() + it.state().name())
                .toList()
                .hashCode());
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("mark", mark);
            json.writeArrayFieldStart("open");
            for (Job job : open) {
                Text message = job.message();
                json.writeStartObject();
                json.writeStringField("id", job.id().toString());
                json.writeNumberField("done", job.done());
                json.writeNumberField("total", job.total());
                json.writeStringField("text", message == null ? "" : texts.text(locale, message));
                json.writeStringField("state", texts.text(locale, Text.of(JobPages.key(job.state()))));
                json.writeStringField("is", job.state().name());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        });
    }
}

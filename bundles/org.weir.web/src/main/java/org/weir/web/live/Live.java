package org.weir.web.live;

import jakarta.servlet.AsyncContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Person;
import org.weir.base.api.Gate;
import org.weir.base.api.Texts;
import org.weir.events.api.Event;
import org.weir.events.api.EventStream;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Job;
import org.weir.web.shell.Json;

/** Tells open pages what happens: how far a job is, and that somebody changed the record one looks at. */
final class Live implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Live.class);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final int TICK_MILLIS = 400;
    private static final int PING_TICKS = 40;
    private static final int MOST = 2000;

    private record Watch(String type, UUID subject) {}

    /** A list of jobs that somebody looks at: one's own or everybody's. */
    private record Listed(boolean everybody) {}

    private final Jobs jobs;
    private final Directory directory;
    private final Texts texts;
    private final Gate gate;
    private final Map<LiveStream, UUID> jobStreams = new ConcurrentHashMap<>();
    private final Map<LiveStream, Listed> listStreams = new ConcurrentHashMap<>();
    private final Map<LiveStream, Watch> recordStreams = new ConcurrentHashMap<>();
    private final Map<LiveStream, String> lastSent = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(it -> daemon(it, "weir-live"));
    private final ExecutorService writers = Executors.newFixedThreadPool(2, it -> daemon(it, "weir-live-write"));
    private final ListOpenJobs openJobs;
    private final EventStream.Subscription subscription;
    private int ticks;
    private volatile boolean paused;

    Live(Jobs jobs, Directory directory, Texts texts, Gate gate, EventStream events) {
        this.jobs = jobs;
        this.directory = directory;
        this.texts = texts;
        this.gate = gate;
        this.openJobs = new ListOpenJobs(jobs, texts);
        this.subscription = events.subscribe(it -> writers.execute(() -> changed(it)));
        clock.scheduleWithFixedDelay(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** False when too many streams are open. */
    boolean job(AsyncContext context, Actor actor, UUID job) {
        return open(
                new LiveStream(
                        context, actor.user(), actor.locale(), Instant.now().plus(LIFE)),
                jobStreams,
                job);
    }

    /** What becomes of one's own jobs that have not ended, or of everybody's. */
    boolean jobs(AsyncContext context, Actor actor, boolean everybody) {
        LiveStream stream = new LiveStream(
                context, actor.user(), actor.locale(), Instant.now().plus(LIFE));
        return open(stream, listStreams, new Listed(everybody));
    }

    boolean record(AsyncContext context, Actor actor, String type, UUID subject) {
        LiveStream stream = new LiveStream(
                context, actor.user(), actor.locale(), Instant.now().plus(LIFE));
        return open(stream, recordStreams, new Watch(type, subject));
    }

    private <T> boolean open(LiveStream stream, Map<LiveStream, T> streams, T what) {
        if (paused || jobStreams.size() + listStreams.size() + recordStreams.size() >= MOST) {
            return false;
        }
        stream.ping();
        streams.put(stream, what);
        return true;
    }

    /** Ends all streams and opens no new one until it is over. */
    void pause(boolean begins) {
        paused = begins;
        if (begins) {
            jobStreams.keySet().forEach(LiveStream::end);
            listStreams.keySet().forEach(LiveStream::end);
            recordStreams.keySet().forEach(LiveStream::end);
        }
    }

    @SuppressWarnings("try")
    private void tick() {
        try (Gate.Pass pass = gate.enter()) {
            jobStreams.forEach(this::progress);
            Instant now = Instant.now();
            boolean ping = ++ticks % PING_TICKS == 0;
            if (ticks % 2 == 0) {
                listStreams.forEach(this::list);
            }
            for (Map<LiveStream, ?> streams : List.of(jobStreams, listStreams, recordStreams)) {
                streams.keySet().forEach(it -> keep(it, ping, now));
                streams.keySet().removeIf(LiveStream::ended);
            }
            lastSent.keySet().removeIf(LiveStream::ended);
        } catch (RuntimeException failure) {
            LOG.warn("live updates", failure);
        }
    }

    private static void keep(LiveStream stream, boolean ping, Instant now) {
        if (stream.over(now)) {
            stream.end();
        } else if (ping) {
            stream.ping();
        }
    }

    private void progress(LiveStream stream, UUID id) {
        Optional<Job> found = jobs.find(id);
        if (found.isEmpty()) {
            stream.end();
            return;
        }
        String data = data(found.get(), stream);
        if (!data.equals(lastSent.put(stream, data))) {
            stream.send("progress", data);
        }
        if (found.get().ended()) {
            stream.end();
        }
    }

    private void list(LiveStream stream, Listed listed) {
        String data = openJobs.data(listed.everybody() ? null : stream.user(), stream.locale());
        if (!data.equals(lastSent.put(stream, data))) {
            stream.send("jobs", data);
        }
    }

    private String data(Job job, LiveStream stream) {
        String text = job.message() == null
                ? texts.text(stream.locale(), job.title())
                : texts.text(stream.locale(), Objects.requireNonNull(job.message()));
        return Json.write(json -> {
            json.writeStartObject();
            json.writeNumberField("done", job.done());
            json.writeNumberField("total", job.total());
            json.writeStringField("text", text);
            json.writeStringField("state", state(job.state()));
            json.writeEndObject();
        });
    }

    static String state(Jobs.State state) {
        return switch (state) {
            case WAITING, RUNNING -> "running";
            case DONE -> "done";
            case FAILED, INTERRUPTED -> "failed";
            case CANCELLED -> "cancelled";
        };
    }

    private void changed(Event event) {
        recordStreams.forEach((stream, watch) -> {
            boolean same =
                    watch.subject().equals(event.subject()) && watch.type().equals(event.subjectType());
            if (same && !stream.user().equals(event.actor())) {
                stream.send("changed", data(event, stream));
            }
        });
    }

    private String data(Event event, LiveStream stream) {
        boolean deleted = event.type().endsWith(".deleted");
        UUID actor = event.actor();
        Person person = actor == null ? null : directory.people(List.of(actor)).get(actor);
        String who = person == null ? "Weir" : person.name();
        String text = texts.text(stream.locale(), deleted ? "web.live.deleted" : "web.live.changed", who);
        return Json.write(json -> {
            json.writeStartObject();
            json.writeStringField("text", text);
            json.writeEndObject();
        });
    }

    @Override
    public void close() {
        subscription.close();
        clock.shutdownNow();
        writers.shutdown();
        jobStreams.keySet().forEach(LiveStream::end);
        listStreams.keySet().forEach(LiveStream::end);
        recordStreams.keySet().forEach(LiveStream::end);
    }
}

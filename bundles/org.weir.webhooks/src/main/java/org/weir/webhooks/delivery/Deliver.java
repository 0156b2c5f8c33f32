package org.weir.webhooks.delivery;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access;
import org.weir.base.api.Gate;
import org.weir.base.api.Texts;
import org.weir.events.api.Event;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.webhooks.event.CloudEvent;
import org.weir.webhooks.secret.Secrets;
import org.weir.webhooks.send.Networks;
import org.weir.webhooks.send.Post;
import org.weir.webhooks.send.Reached;
import org.weir.webhooks.webhook.Webhook;

/**
 * Sends what is due. Each webhook has a few places of its own on each node, so that a slow receiver delays nobody but
 * itself; one that fails is left alone for a while, ever longer, and stopped after days. What is due stands in the database:
 * it survives a restart, and each message is taken by one node.
 */
@Component(service = Deliver.class)
public final class Deliver {
    private static final Logger LOG = LoggerFactory.getLogger(Deliver.class);
    private static final int AT_ONCE_PER_RECEIVER = 2;
    private static final int AT_ONCE = 64;
    private static final Duration CLAIM = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final int WRITE_TRIES = 6;

    /** Failing so long without a success, a webhook is stopped. */
    static final Duration PATIENCE = Duration.ofDays(5);

    private final Database database;
    private final DeliveryStore store;
    private final Secrets secrets;
    private final Records records;
    private final Access access;
    private final Gate gate;
    private final Clock clock;
    private final Post post;
    private final Map<UUID, Semaphore> places = new ConcurrentHashMap<>();
    private final ScheduledExecutorService ticker = Executors.newSingleThreadScheduledExecutor(named("weir-webhooks"));
    private final ScheduledExecutorService watchdog =
            Executors.newSingleThreadScheduledExecutor(named("weir-webhooks-watchdog"));
    private final ExecutorService senders =
            new ThreadPoolExecutor(0, AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), named("weir-webhook-"));

    @Activate
    public Deliver(
            @Reference(target = "(schema=webhooks)") Database database,
            @Reference Seal seal,
            @Reference Networks networks,
            @Reference Records records,
            @Reference Access access,
            @Reference Texts texts,
            @Reference Gate gate) {
        this(database, seal, networks, records, access, texts, gate, Clock.systemUTC());
        ticker.scheduleWithFixedDelay(this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** One that looks only when it is told to. */
    Deliver(
            Database database,
            Seal seal,
            Networks networks,
            Records records,
            Access access,
            Texts texts,
            Gate gate,
            Clock clock) {
        this.database = database;
        this.store = new DeliveryStore(database, clock);
        this.secrets = new Secrets(database, clock, seal);
        this.records = records;
        this.access = access;
        this.gate = gate;
        this.clock = clock;
        this.post = new Post(networks, watchdog, text -> texts.text(Locale.ENGLISH, text));
    }

    private static ThreadFactory named(String name) {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, name.endsWith("-") ? name + count.incrementAndGet() : name);
            thread.setDaemon(true);
            return thread;
        };
    }

    @Deactivate
    void close() throws InterruptedException {
        ticker.shutdownNow();
        senders.shutdown();
        senders.awaitTermination(5, TimeUnit.SECONDS);
        watchdog.shutdownNow();
        senders.shutdownNow();
    }

    /** Puts the event into the webhook's line, in the transaction under way. */
    public void enqueue(UUID webhook, Event event, String body) {
        store.add(webhook, event, body);
        database.afterCommit(this::soon);
    }

    /** Looks now and not in a second. */
    void soon() {
        try {
            ticker.execute(this::look);
        } catch (RejectedExecutionException stopping) {
            LOG.debug("Webhooks stop; what is due waits for the next start");
        }
    }

    /** Takes what is due, as far as there are places. */
    @SuppressWarnings("try")
    void look() {
        try (Gate.Pass pass = gate.enter()) {
            for (UUID webhook : store.waiting()) {
                look(webhook, places.computeIfAbsent(webhook, it -> new Semaphore(AT_ONCE_PER_RECEIVER)));
            }
        } catch (RuntimeException e) {
            LOG.warn("Webhooks cannot look for what is due", e);
        }
    }

    private void look(UUID webhook, Semaphore free) {
        int most = free.drainPermits();
        List<DeliveryStore.Taken> taken = List.of();
        try {
            taken = most == 0 ? taken : store.take(webhook, most, CLAIM);
        } finally {
            free.release(most - taken.size());
        }
        taken.forEach(it -> begin(it, free));
    }

    private void begin(DeliveryStore.Taken taken, Semaphore place) {
        try {
            senders.execute(() -> {
                boolean more = false;
                try {
                    more = attempt(taken);
                } catch (RuntimeException e) {
                    LOG.warn("The delivery {} could not be written down", taken.id(), e);
                } finally {
                    place.release();
                    if (more) {
                        soon();
                    }
                }
            });
        } catch (RejectedExecutionException full) {
            place.release();
            LOG.debug("No thread is free for {}; its claim runs out", taken.id());
        }
    }

    /** @return whether the receiver takes what it gets */
    @SuppressWarnings("try")
    private boolean attempt(DeliveryStore.Taken taken) {
        Instant at = clock.instant();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("User-Agent", "Weir-Webhooks/1.0");
        headers.put("Content-Type", CloudEvent.MEDIA_TYPE);
        headers.put("webhook-id", taken.event().toString());
        headers.put("webhook-timestamp", Long.toString(at.getEpochSecond()));
        headers.put("webhook-signature", secrets.sign(taken.webhook(), taken.event(), at, taken.body()));
        Reached reached = post.send(taken.address(), headers, taken.body().getBytes(StandardCharsets.UTF_8));
        String sent = headers.entrySet().stream()
                .map(it -> it.getKey() + ": " + it.getValue())
                .collect(Collectors.joining("\n"));
        settleSurely(taken, at, sent, reached);
        judge(taken.webhook(), reached);
        return reached.taken();
    }

    /** What was sent must not be sent again only because the database was away for a moment. */
    @SuppressWarnings("try")
    private void settleSurely(DeliveryStore.Taken taken, Instant at, String sent, Reached reached) {
        for (int tried = 1; ; tried++) {
            try (Gate.Pass pass = gate.enter()) {
                settle(taken, at, sent, reached);
                return;
            } catch (RuntimeException e) {
                if (tried == WRITE_TRIES || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
            }
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(tried));
        }
    }

    private void settle(DeliveryStore.Taken taken, Instant at, String sent, Reached reached) {
        if (reached.taken()) {
            store.attempted(taken, at, sent, reached, Delivery.State.DELIVERED, null);
            return;
        }
        Duration pause = Again.after(taken.attempts() + 1, reached.retryAfter());
        Instant next = pause == null ? null : clock.instant().plus(pause);
        store.attempted(taken, at, sent, reached, pause == null ? Delivery.State.DEAD : Delivery.State.DUE, next);
    }

    /** How the receiver stands after it; what cannot be written down now will be after the next attempt. */
    @SuppressWarnings("try")
    private void judge(UUID webhook, Reached reached) {
        try (Gate.Pass pass = gate.enter()) {
            Instant now = clock.instant();
            DeliveryStore.Standing before = store.standing(webhook);
            if (reached.taken()) {
                store.stand(webhook, new DeliveryStore.Standing(0, null, null, now));
                return;
            }
            Instant since = before.failingSince() == null ? now : before.failingSince();
            int failures = before.failures() + 1;
            Instant rested = now.plus(Again.rest(failures));
            store.stand(webhook, new DeliveryStore.Standing(failures, since, rested, before.deliveredAt()));
            if (reached.gone()) {
                stop(webhook, Webhook.Stopped.GONE);
            } else if (since.isBefore(now.minus(PATIENCE))) {
                stop(webhook, Webhook.Stopped.FAILING);
            }
        } catch (RuntimeException e) {
            LOG.warn("How the receiver {} stands could not be written down", webhook, e);
        }
    }

    private void stop(UUID webhook, Webhook.Stopped why) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("active", false);
        values.put("stoppedBecause", why.name().toLowerCase(Locale.ROOT));
        records.update(access.system(), new Draft(Webhook.TYPE, webhook, null, values, null));
        LOG.info("The webhook {} was stopped: {}", webhook, why);
    }
}

package org.weir.webhooks.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.events.api.Event;
import org.weir.store.api.Database;
import org.weir.webhooks.send.Reached;

/** Deliveries and their attempts; any node may take what is due, one at a time. */
public final class DeliveryStore {
    private static final String SELECT = """
            select d.id, d.webhook, d.event, d.event_type, d.subject_type, d.subject, d.state, d.attempts, d.created_at,
              d.next_at, d.ended_at, a.status as last_status, a.millis as last_millis
            from webhooks.delivery d
            left join webhooks.attempt a
              on a.id = (select x.id from webhooks.attempt x where x.delivery = d.id order by x.id desc limit 1)
            """;

    private static final String UPDATE_STANDING = """
            update webhooks.receiver set failures = :failures, failing_since = :since, not_before = :before,
              delivered_at = :delivered where webhook = :webhook
            """;
    private static final String INSERT_STANDING = """
            insert into webhooks.receiver (webhook, failures, failing_since, not_before, delivered_at)
            values (:webhook, :failures, :since, :before, :delivered)
            """;

    private final Database database;
    private final Clock clock;

    /** One that this node has taken. @param address where it goes now */
    record Taken(UUID id, UUID webhook, UUID event, String body, int attempts, String address) {}

    /** How a receiver does. */
    public record Standing(
            int failures,
            @Nullable Instant failingSince,
            @Nullable Instant notBefore,
            @Nullable Instant deliveredAt) {
        static final Standing NEW = new Standing(0, null, null, null);
    }

    /** @param database the schema {@code webhooks} */
    public DeliveryStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Adds it unless it is there already. */
    void add(UUID webhook, Event event, String body) {
        Instant now = clock.instant();
        database.perform(handle -> {
            boolean there = handle.createQuery(
                                    "select count(*) from webhooks.delivery where webhook = :webhook and event = :event")
                            .bind("webhook", webhook)
                            .bind("event", event.id())
                            .mapTo(Long.class)
                            .one()
                    > 0;
            if (there) {
                return;
            }
            handle.createUpdate("""
                            insert into webhooks.delivery (id, webhook, event, event_type, subject_type, subject, body, state,
                              attempts, next_at, created_at)
                            values (:id, :webhook, :event, :type, :subjectType, :subject, :body, 'due', 0, :now, :now)
                            """)
                    .bind("id", Ids.next())
                    .bind("webhook", webhook)
                    .bind("event", event.id())
                    .bind("type", event.type())
                    .bind("subjectType", event.subjectType())
                    .bind("subject", event.subject())
                    .bind("body", body)
                    .bind("now", now)
                    .execute();
        });
    }

    /** Whether the webhook has been told of the record before. */
    public boolean knows(UUID webhook, UUID subject) {
        return database.read(handle -> handle.createQuery(
                                "select count(*) from webhooks.delivery where webhook = :webhook and subject = :subject")
                        .bind("webhook", webhook)
                        .bind("subject", subject)
                        .mapTo(Long.class)
                        .one()
                > 0);
    }

    /** Webhooks that are active, have a secret and have something due, and that may be called now. */
    List<UUID> waiting() {
        return database.read(handle -> handle.createQuery("""
                        select distinct d.webhook from webhooks.delivery d
                        join webhooks.webhook w on w.id = d.webhook
                        left join webhooks.receiver r on r.webhook = d.webhook
                        where d.state = 'due' and d.next_at <= :now and (d.claimed_until is null or d.claimed_until < :now)
                          and w.active = true and (r.not_before is null or r.not_before <= :now)
                          and exists (select 1 from webhooks.secret s where s.webhook = d.webhook)
                        """)
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .list());
    }

    /** Takes at most so many of a webhook, the oldest first, for as long as an attempt may last. */
    List<Taken> take(UUID webhook, int most, Duration claim) {
        Instant now = clock.instant();
        List<Taken> due = database.read(handle -> handle.createQuery("""
                        select d.id, d.event, d.body, d.attempts, w.address
                        from webhooks.delivery d join webhooks.webhook w on w.id = d.webhook
                        where d.webhook = :webhook and d.state = 'due' and d.next_at <= :now
                          and (d.claimed_until is null or d.claimed_until < :now)
                        order by d.next_at, d.id limit :most
                        """)
                .bind("webhook", webhook)
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Taken(
                        row.getObject("id", UUID.class),
                        webhook,
                        row.getObject("event", UUID.class),
                        row.getString("body"),
                        row.getInt("attempts"),
                        row.getString("address")))
                .list());
        List<Taken> mine = new ArrayList<>();
        for (Taken each : due) {
            boolean got = database.write(handle -> handle.createUpdate("""
                            update webhooks.delivery set claimed_until = :until
                            where id = :id and state = 'due' and next_at <= :now
                              and (claimed_until is null or claimed_until < :now)
                            """)
                            .bind("id", each.id())
                            .bind("now", now)
                            .bind("until", now.plus(claim))
                            .execute()
                    == 1);
            if (got) {
                mine.add(each);
            }
        }
        return mine;
    }

    /** Writes down how an attempt went. @param nextAt null when it has ended, as {@code state} says */
    void attempted(
            Taken taken, Instant at, String request, Reached reached, Delivery.State state, @Nullable Instant nextAt) {
        database.perform(handle -> {
            handle.createUpdate("""
                            insert into webhooks.attempt (id, delivery, tried_at, millis, request, status, answer, error)
                            values (:id, :delivery, :at, :millis, :request, :status, :answer, :error)
                            """)
                    .bind("id", Ids.next())
                    .bind("delivery", taken.id())
                    .bind("at", at)
                    .bind("millis", reached.millis())
                    .bind("request", request)
                    .bindByType("status", reached.status(), Integer.class)
                    .bind("answer", reached.answer())
                    .bind(
                            "error",
                            reached.error().length() > 300 ? reached.error().substring(0, 300) : reached.error())
                    .execute();
            handle.createUpdate("""
                            update webhooks.delivery
                            set state = :state, attempts = attempts + 1, next_at = :next, claimed_until = null, ended_at = :ended
                            where id = :id
                            """)
                    .bind("id", taken.id())
                    .bind("state", name(state))
                    .bindByType("next", nextAt, Instant.class)
                    .bindByType("ended", nextAt == null ? clock.instant() : null, Instant.class)
                    .execute();
        });
    }

    public Standing standing(UUID webhook) {
        return database.read(handle -> standing(handle, webhook)).orElse(Standing.NEW);
    }

    private static Optional<Standing> standing(Handle handle, UUID webhook) {
        return handle.createQuery("""
                        select failures, failing_since, not_before, delivered_at from webhooks.receiver
                        where webhook = :webhook
                        """)
                .bind("webhook", webhook)
                .map((row, context) -> new Standing(
                        row.getInt("failures"),
                        instant(row, "failing_since"),
                        instant(row, "not_before"),
                        instant(row, "delivered_at")))
                .findOne();
    }

    void stand(UUID webhook, Standing standing) {
        if (stand(UPDATE_STANDING, webhook, standing) == 0) {
            try {
                stand(INSERT_STANDING, webhook, standing);
            } catch (JdbiException anotherWasFaster) {
                stand(UPDATE_STANDING, webhook, standing);
            }
        }
    }

    private int stand(String sql, UUID webhook, Standing standing) {
        return database.write(handle -> handle.createUpdate(sql)
                .bind("webhook", webhook)
                .bind("failures", standing.failures())
                .bindByType("since", standing.failingSince(), Instant.class)
                .bindByType("before", standing.notBefore(), Instant.class)
                .bindByType("delivered", standing.deliveredAt(), Instant.class)
                .execute());
    }

    /** The newest first. @param state null for all; @param before the last one seen, null to begin */
    public List<Delivery> list(UUID webhook, Delivery.@Nullable State state, @Nullable UUID before, int limit) {
        String narrower =
                (state == null ? "" : " and d.state = :state") + (before == null ? "" : " and d.id < :before");
        return database.read(handle -> {
            var query = handle.createQuery(
                            SELECT + " where d.webhook = :webhook" + narrower + " order by d.id desc limit :limit")
                    .bind("webhook", webhook)
                    .bind("limit", limit);
            if (state != null) {
                query.bind("state", name(state));
            }
            if (before != null) {
                query.bind("before", before);
            }
            return query.map((row, context) -> delivery(row)).list();
        });
    }

    public Optional<Delivery> find(UUID webhook, UUID id) {
        return database.read(handle -> handle.createQuery(SELECT + " where d.webhook = :webhook and d.id = :id")
                .bind("webhook", webhook)
                .bind("id", id)
                .map((row, context) -> delivery(row))
                .findOne());
    }

    public String body(UUID delivery) {
        return database.read(handle -> handle.createQuery("select body from webhooks.delivery where id = :id")
                .bind("id", delivery)
                .mapTo(String.class)
                .one());
    }

    /** The newest first. */
    public List<Delivery.Attempt> attempts(UUID delivery) {
        return database.read(handle -> handle.createQuery("""
                        select tried_at, millis, request, status, answer, error from webhooks.attempt
                        where delivery = :delivery order by id desc limit 100
                        """)
                .bind("delivery", delivery)
                .map((row, context) -> new Delivery.Attempt(
                        row.getObject("tried_at", OffsetDateTime.class).toInstant(),
                        row.getLong("millis"),
                        row.getString("request"),
                        number(row, "status"),
                        row.getString("answer"),
                        row.getString("error")))
                .list());
    }

    /** How many wait, and how many were given up. */
    public long count(UUID webhook, Delivery.State state) {
        return database.read(handle -> handle.createQuery(
                        "select count(*) from webhooks.delivery where webhook = :webhook and state = :state")
                .bind("webhook", webhook)
                .bind("state", name(state))
                .mapTo(Long.class)
                .one());
    }

    /** @return false when it is not there, or under way */
    boolean again(UUID webhook, UUID id) {
        return database.write(handle -> handle.createUpdate("""
                        update webhooks.delivery set state = 'due', attempts = 0, next_at = :now, ended_at = null
                        where webhook = :webhook and id = :id and (claimed_until is null or claimed_until < :now)
                        """)
                        .bind("webhook", webhook)
                        .bind("id", id)
                        .bind("now", clock.instant())
                        .execute()
                == 1);
    }

    /** What ended and was put in line between the two moments. @return how many */
    int again(UUID webhook, Instant from, Instant to, boolean deadOnly) {
        return database.write(handle -> handle.createUpdate("""
                        update webhooks.delivery set state = 'due', attempts = 0, next_at = :now, ended_at = null
                        where webhook = :webhook and created_at >= :from and created_at < :to
                          and (state = 'dead' or (state = 'delivered' and :all = true))
                        """)
                .bind("webhook", webhook)
                .bind("from", from)
                .bind("to", to)
                .bind("all", !deadOnly)
                .bind("now", clock.instant())
                .execute());
    }

    /** Forgets what ended before, and all that belongs to webhooks which are gone. */
    int purge(Instant before) {
        return database.write(
                handle -> handle.createUpdate("""
                        delete from webhooks.delivery
                        where (state <> 'due' and created_at < :before)
                          or webhook not in (select w.id from webhooks.webhook w)
                        """).bind("before", before).execute());
    }

    private static String name(Delivery.State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        Integer millis = number(row, "last_millis");
        return new Delivery(
                row.getObject("id", UUID.class),
                row.getObject("webhook", UUID.class),
                row.getObject("event", UUID.class),
                row.getString("event_type"),
                row.getString("subject_type"),
                row.getObject("subject", UUID.class),
                Delivery.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "next_at"),
                instant(row, "ended_at"),
                number(row, "last_status"),
                millis == null ? null : millis.longValue());
    }

    private static @Nullable Integer number(ResultSet row, String column) throws SQLException {
        int number = row.getInt(column);
        return row.wasNull() ? null : number;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
